/** Measures Coffer beside what else could do its work, on one machine and in one run. */
@NullMarked
package io.coffer.benchmarks;

import org.jspecify.annotations.NullMarked;
