/** The double-entry ledger, its trial balance and the conservation equations that watch it. */
@NullMarked
package io.coffer.query.ledger;

import org.jspecify.annotations.NullMarked;
