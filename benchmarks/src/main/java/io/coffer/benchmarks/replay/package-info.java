/** A log of home sales, and who reads it how fast. */
@NullMarked
package io.coffer.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
