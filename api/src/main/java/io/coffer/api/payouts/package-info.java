/** Money that leaves: payouts through a bank channel, and the switch that stops them. */
@NullMarked
package io.coffer.api.payouts;

import org.jspecify.annotations.NullMarked;
