/** What every read model shares: events as they were booked, the seam of a projection, positions and pages. */
@NullMarked
package io.coffer.query.kernel;

import org.jspecify.annotations.NullMarked;
