/** Exact money: long minor units with a currency, and its text form at the edge. */
@NullMarked
package io.coffer.api.money;

import org.jspecify.annotations.NullMarked;
