/** Money that arrives: bank receipts, suspense and virtual account numbers. */
@NullMarked
package io.coffer.api.receipts;

import org.jspecify.annotations.NullMarked;
