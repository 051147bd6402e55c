/** The one clock of all business time, real or simulated, and the calendar it is read by. */
@NullMarked
package io.coffer.platform.time;

import org.jspecify.annotations.NullMarked;
