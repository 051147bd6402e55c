/** Money of merchants: the fee account B, from which fees are reserved, advanced and recovered. */
@NullMarked
package io.coffer.api.merchants;

import org.jspecify.annotations.NullMarked;
