/** The double-entry ledger: books, accounts, journals and the rules that derive them from events. */
@NullMarked
package io.coffer.api.ledger;

import org.jspecify.annotations.NullMarked;
