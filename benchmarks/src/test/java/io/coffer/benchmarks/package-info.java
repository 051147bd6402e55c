/** Keeps the benchmarks from rotting. */
@NullMarked
package io.coffer.benchmarks;

import org.jspecify.annotations.NullMarked;
