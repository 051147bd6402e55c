/** Refunds: money of a payment that goes back to its payer, once, from its own source. */
@NullMarked
package io.coffer.api.refunds;

import org.jspecify.annotations.NullMarked;
