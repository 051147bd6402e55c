package io.coffer.eventstore;

import java.time.Instant;

/**
 * An accepted operation and where its events are. The positions hold all of its events and no others; aggregate and
 * sequences are those of its first event's aggregate.
 */
public record RecordedOperation(
        OperationKey operationKey,
        String aggregateType,
        String aggregateId,
        long firstSequence,
        long lastSequence,
        long firstPosition,
        long lastPosition,
        Instant bookedAt) {

    public String digest() {
        return operationKey.digest();
    }
}
