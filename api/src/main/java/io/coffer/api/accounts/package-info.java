/** Escrow accounts of second-hand home sales: terms, funding, conditions, release, closure. */
@NullMarked
package io.coffer.api.accounts;

import org.jspecify.annotations.NullMarked;
