/** Feeds the projections from the log, generation by generation, and swaps a rebuilt one in when it has caught up. */
@NullMarked
package io.coffer.query.replay;

import org.jspecify.annotations.NullMarked;
