/** Payouts and the switches that stop them. */
@NullMarked
package io.coffer.query.payouts;

import org.jspecify.annotations.NullMarked;
