/** Orders that merchants' customers pay: through a channel, or by a transfer to the order's own number. */
@NullMarked
package io.coffer.api.payments;

import org.jspecify.annotations.NullMarked;
