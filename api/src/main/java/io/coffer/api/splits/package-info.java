/** Splits: money of a payment goes to its payees, all of it at once, and comes back from them for a refund. */
@NullMarked
package io.coffer.api.splits;

import org.jspecify.annotations.NullMarked;
