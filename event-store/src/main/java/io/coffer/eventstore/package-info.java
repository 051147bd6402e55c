/** An event storage engine for Axon on PostgreSQL. Knows nothing of escrow. */
@NullMarked
package io.coffer.eventstore;

import org.jspecify.annotations.NullMarked;
