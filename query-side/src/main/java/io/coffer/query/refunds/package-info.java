/** Where every refund stands: how far it got, who must act, and out of what it is paid. */
@NullMarked
package io.coffer.query.refunds;

import org.jspecify.annotations.NullMarked;
