/** The one class of the benchmarks that needs the read side's own door. */
@NullMarked
package io.coffer.query.replay;

import org.jspecify.annotations.NullMarked;
