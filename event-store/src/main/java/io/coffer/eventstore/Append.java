package io.coffer.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The events of one append as they will lie in the store, and the operation that wants them. */
record Append(List<Row> rows, @Nullable OperationKey operationKey, long bytes) {

    // What a row takes beside its two byte arrays, about.
    private static final int ROW_BYTES = 200;

    static final Append NOTHING = new Append(List.of(), null, 0);

    static Append of(
            List<? extends EventMessage<?>> events,
            Serializer serializer,
            EventKinds kinds,
            @Nullable OperationKey operationKey) {
        List<Row> rows = new ArrayList<>(events.size());
        long bytes = 0;
        for (EventMessage<?> event : events) {
            Row row = Row.of(event, serializer, kinds);
            rows.add(row);
            bytes += row.bytes();
        }
        return new Append(rows, operationKey, bytes);
    }

    int size() {
        return rows.size();
    }

    /** The index of the event that is refused; the first one when it cannot be told. */
    int culprit(UniqueViolation violation) {
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (violation.names(row.aggregateId() + ", " + row.sequence())
                    || violation.names(row.eventId().toString())) {
                return index;
            }
        }
        return 0;
    }

    @SuppressWarnings("ArrayRecordComponent") // Written once and read once; never compared.
    record Row(int kind, String aggregateId, int sequence, UUID eventId, byte[] metadata, byte[] payload) {

        static Row of(EventMessage<?> event, Serializer serializer, EventKinds kinds) {
            UUID eventId = UUID.fromString(event.getIdentifier());
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            byte[] metadata = PackedMetadata.pack(
                    event.serializeMetaData(serializer, byte[].class).getData());
            SerializedType type = payload.getType();
            if (event instanceof DomainEventMessage<?> domainEvent) {
                return new Row(
                        kinds.numberOf(new EventKind(domainEvent.getType(), type.getName(), type.getRevision())),
                        domainEvent.getAggregateIdentifier(),
                        Math.toIntExact(domainEvent.getSequenceNumber()),
                        eventId,
                        metadata,
                        payload.getData());
            }
            int kind = kinds.numberOf(new EventKind("", type.getName(), type.getRevision()));
            return new Row(kind, eventId.toString(), 0, eventId, metadata, payload.getData());
        }

        long bytes() {
            return (long) ROW_BYTES + metadata.length + payload.length;
        }
    }
}
