/** What is known of merchants' money: the fee account B, what it set aside, and what it owes. */
@NullMarked
package io.coffer.query.merchants;

import org.jspecify.annotations.NullMarked;
