/** Splits: money of a contract's payment goes to its payees, and comes back from them for a refund. */
@NullMarked
package io.coffer.command.splits;

import org.jspecify.annotations.NullMarked;
