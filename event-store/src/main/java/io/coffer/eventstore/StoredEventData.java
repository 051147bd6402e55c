package io.coffer.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A stored event in Axon's words. Axon's own entry would cut the microseconds off the time. */
record StoredEventData(StoredEvent event) implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }

    @Override
    public String getEventIdentifier() {
        return event.eventId().toString();
    }

    @Override
    public Instant getTimestamp() {
        return event.bookedAt();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                event.payload(), byte[].class, new SimpleSerializedType(event.name(), event.revision()));
    }

    // Axon takes an event for one of no aggregate when type and identifier are null.
    @Override
    public @Nullable String getType() {
        return event.isOfAggregate() ? event.aggregateType() : null;
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return event.isOfAggregate() ? event.aggregateId() : null;
    }

    @Override
    public long getSequenceNumber() {
        return event.sequence();
    }
}
