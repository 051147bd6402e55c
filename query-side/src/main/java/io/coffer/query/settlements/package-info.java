/** The three-way check: what we booked, what the channel lists, and what the bank brought. */
@NullMarked
package io.coffer.query.settlements;

import org.jspecify.annotations.NullMarked;
