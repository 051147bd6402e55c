/** Writes {@code docs/performance.md} from the figures of a run: every number in it comes from there. */
@NullMarked
package io.coffer.benchmarks.report;

import org.jspecify.annotations.NullMarked;
