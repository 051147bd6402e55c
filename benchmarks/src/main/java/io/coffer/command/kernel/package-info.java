/** The one class of the benchmarks that needs the read side's own door. */
@NullMarked
package io.coffer.command.kernel;

import org.jspecify.annotations.NullMarked;
