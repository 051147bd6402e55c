/** Escrow accounts as people ask about them: state, buckets, movements, and where the money is. */
@NullMarked
package io.coffer.query.accounts;

import org.jspecify.annotations.NullMarked;
