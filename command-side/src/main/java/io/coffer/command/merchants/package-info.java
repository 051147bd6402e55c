/** The slice of merchants' money: what came for contracts (A), and the fee account (B). */
@NullMarked
package io.coffer.command.merchants;

import org.jspecify.annotations.NullMarked;
