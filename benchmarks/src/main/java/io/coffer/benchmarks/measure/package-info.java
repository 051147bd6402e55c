/** Load, windows and figures: how a number comes about and how it is kept. */
@NullMarked
package io.coffer.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
