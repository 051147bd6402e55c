/** Promotions: part of a price that somebody else than the payer pays, within a budget that two people agreed to. */
@NullMarked
package io.coffer.api.promotions;

import org.jspecify.annotations.NullMarked;
