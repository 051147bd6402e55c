/** Whole stories over HTTP, against the real program with a real PostgreSQL and the bank simulator. */
@NullMarked
package io.coffer.journeys;

import org.jspecify.annotations.NullMarked;
