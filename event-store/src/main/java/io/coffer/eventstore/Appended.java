package io.coffer.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the events of one append are, now that they are on disk: all of them and no others, in the order given. */
public record Appended(@Nullable OperationKey operationKey, long firstPosition, long lastPosition, Instant bookedAt) {}
