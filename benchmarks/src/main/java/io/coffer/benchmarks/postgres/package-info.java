/** The one PostgreSQL that all competitors use, with all durability on. */
@NullMarked
package io.coffer.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
