/** Refunds: set aside, filled up, given back by the channel or by a transfer, and asked about while nobody knows. */
@NullMarked
package io.coffer.command.refunds;

import org.jspecify.annotations.NullMarked;
