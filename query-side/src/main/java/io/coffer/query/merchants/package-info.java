/**
 * What is known of merchants' money: what is left of each payment of a contract (A); the fee account (B), what it set aside, and
 * what it owes.
 */
@NullMarked
package io.coffer.query.merchants;

import org.jspecify.annotations.NullMarked;
