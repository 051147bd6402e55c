/** Axon's JPA engine as a competitor. */
@NullMarked
package io.coffer.benchmarks.jpa;

import org.jspecify.annotations.NullMarked;
