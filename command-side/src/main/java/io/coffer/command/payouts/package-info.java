/** Payouts and their switch: what goes out, and what is known about it. */
@NullMarked
package io.coffer.command.payouts;

import org.jspecify.annotations.NullMarked;
