/** The slice of merchants' money: the fee account B. */
@NullMarked
package io.coffer.command.merchants;

import org.jspecify.annotations.NullMarked;
