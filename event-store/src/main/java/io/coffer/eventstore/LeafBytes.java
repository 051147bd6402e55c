package io.coffer.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of an event, over which proofs are made: frozen, the same for ever and for everybody.
 *
 * <p>They are ten fields one after the other, and nothing else. A field is its length, and then so many bytes. A length
 * is the number of bytes as four bytes, unsigned, the most significant first. The fields are, in this order:
 *
 * <ol>
 *   <li>the position in the log: eight bytes, two's complement, the most significant first;
 *   <li>the type name of the aggregate in UTF-8; no bytes for an event of no aggregate;
 *   <li>the aggregate's id in UTF-8; for an event of no aggregate the text of its event id;
 *   <li>the sequence number within the aggregate: eight bytes like the position;
 *   <li>the event id: the sixteen bytes of the UUID in the order in which it is written;
 *   <li>the time of booking: microseconds since 1970-01-01T00:00:00Z, eight bytes like the position;
 *   <li>the event name in UTF-8;
 *   <li>the revision in UTF-8. An event without a revision has the length FF FF FF FF here and no bytes, and so differs
 *       from one whose revision is the empty text;
 *   <li>the metadata, exactly as the serializer wrote it (not as the store packs it);
 *   <li>the payload, exactly as the serializer wrote it.
 * </ol>
 *
 * <p>Test vectors with their SHA-256 are in {@code leaf-bytes.txt} among the tests.
 */
public final class LeafBytes {

    private static final int FIELDS = 10;
    private static final int NONE = -1;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private LeafBytes() {}

    public static byte[] of(StoredEvent event) {
        byte[] aggregateType = utf8(event.aggregateType());
        byte[] aggregateId = utf8(event.aggregateId());
        byte[] name = utf8(event.name());
        byte[] revision = event.revision() == null ? null : utf8(event.revision());
        int length = FIELDS * Integer.BYTES
                + 3 * Long.BYTES
                + 2 * Long.BYTES
                + aggregateType.length
                + aggregateId.length
                + name.length
                + (revision == null ? 0 : revision.length)
                + event.metadata().length
                + event.payload().length;
        ByteBuffer leaf = ByteBuffer.allocate(length);
        put(leaf, event.position());
        put(leaf, aggregateType);
        put(leaf, aggregateId);
        put(leaf, event.sequence());
        put(leaf, event.eventId());
        put(leaf, micros(event.bookedAt()));
        put(leaf, name);
        put(leaf, revision);
        put(leaf, event.metadata());
        put(leaf, event.payload());
        return leaf.array();
    }

    private static void put(ByteBuffer leaf, long number) {
        leaf.putInt(Long.BYTES).putLong(number);
    }

    private static void put(ByteBuffer leaf, UUID id) {
        leaf.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer leaf, byte @Nullable [] bytes) {
        if (bytes == null) {
            leaf.putInt(NONE);
        } else {
            leaf.putInt(bytes.length).put(bytes);
        }
    }

    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
