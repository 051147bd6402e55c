/** Promotions: what a funder pays of prices, order by order, within a budget. */
@NullMarked
package io.coffer.command.promotions;

import org.jspecify.annotations.NullMarked;
