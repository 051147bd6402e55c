/** Bank receipts by number, amount and payer, and the suspense list. */
@NullMarked
package io.coffer.query.receipts;

import org.jspecify.annotations.NullMarked;
