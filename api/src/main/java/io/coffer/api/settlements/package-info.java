/** What payment channels owe and pay: one settlement per channel and date. */
@NullMarked
package io.coffer.api.settlements;

import org.jspecify.annotations.NullMarked;
