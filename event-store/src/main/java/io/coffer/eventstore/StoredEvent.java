package io.coffer.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was appended: nothing deserialized, nothing upcast. Its arrays are handed out as they are, for a replay
 * reads millions of them; nobody writes to them.
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the record's content, compared by value.
public record StoredEvent(
        long position,
        String aggregateType,
        String aggregateId,
        long sequence,
        UUID eventId,
        Instant bookedAt,
        String name,
        @Nullable String revision,
        byte[] metadata,
        byte[] payload) {

    /** An event of no aggregate has an empty aggregate type and its own id in place of an aggregate id. */
    public boolean isOfAggregate() {
        return !aggregateType.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEvent that
                && position == that.position
                && sequence == that.sequence
                && aggregateType.equals(that.aggregateType)
                && aggregateId.equals(that.aggregateId)
                && eventId.equals(that.eventId)
                && bookedAt.equals(that.bookedAt)
                && name.equals(that.name)
                && Objects.equals(revision, that.revision)
                && Arrays.equals(metadata, that.metadata)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, eventId);
    }

    // Without the bytes: a payload does not belong in a log.
    @Override
    public String toString() {
        return "StoredEvent[position=%d, aggregate=%s/%s, sequence=%d, eventId=%s, bookedAt=%s, name=%s, revision=%s]"
                .formatted(position, aggregateType, aggregateId, sequence, eventId, bookedAt, name, revision);
    }
}
