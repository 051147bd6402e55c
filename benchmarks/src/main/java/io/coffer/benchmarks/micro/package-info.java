/** What one event costs in memory: decided, folded, written and read. */
@NullMarked
package io.coffer.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
