/** How events are named and written: one catalog, one JSON form, read back strictly. */
@NullMarked
package io.coffer.platform.events;

import org.jspecify.annotations.NullMarked;
