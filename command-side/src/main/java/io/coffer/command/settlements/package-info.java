/** What channels owe with one settlement: mirrored as it is booked, listed by their files, ended by the bank's money. */
@NullMarked
package io.coffer.command.settlements;

import org.jspecify.annotations.NullMarked;
