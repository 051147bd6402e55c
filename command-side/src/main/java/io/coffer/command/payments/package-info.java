/** The slice of payment orders: what a payer pays once, by whichever way, and what of it may be refunded. */
@NullMarked
package io.coffer.command.payments;

import org.jspecify.annotations.NullMarked;
