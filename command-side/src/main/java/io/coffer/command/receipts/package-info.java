/** Bank receipts and virtual account numbers: what came in, and whose it is. */
@NullMarked
package io.coffer.command.receipts;

import org.jspecify.annotations.NullMarked;
