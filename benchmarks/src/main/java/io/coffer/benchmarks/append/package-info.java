/** Commands that append one event each: the same aggregate and bus, only the engine behind them differs. */
@NullMarked
package io.coffer.benchmarks.append;

import org.jspecify.annotations.NullMarked;
