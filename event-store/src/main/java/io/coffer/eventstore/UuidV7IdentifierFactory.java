package io.coffer.eventstore;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.IdentifierFactory;

/** Gives Axon's messages UUIDs of version 7: ordered by time, which the unique index on event ids likes. */
public final class UuidV7IdentifierFactory extends IdentifierFactory {

    private static final long VERSION_7 = 0x7000L;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int VARIANT_BITS = 2;
    private static final int BYTES_AT_ONCE = 4_096;

    // Asked for single numbers, the system's source takes longer than all the rest of an event.
    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer drawn = ByteBuffer.allocate(BYTES_AT_ONCE).limit(0);
    private final ReentrantLock drawing = new ReentrantLock();

    private final InstantSource clock;

    public UuidV7IdentifierFactory() {
        this(Clock.systemUTC());
    }

    UuidV7IdentifierFactory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String generateIdentifier() {
        Instant now = clock.instant();
        // RFC 9562, method 3: the twelve bits after the version hold the fraction of the millisecond.
        long fraction = (now.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI) * 4096L / NANOS_PER_MILLI;
        long high = (now.toEpochMilli() << 16) | VERSION_7 | fraction;
        return new UUID(high, VARIANT | (random() >>> VARIANT_BITS)).toString();
    }

    private long random() {
        drawing.lock();
        try {
            if (!drawn.hasRemaining()) {
                random.nextBytes(drawn.array());
                drawn.clear();
            }
            return drawn.getLong();
        } finally {
            drawing.unlock();
        }
    }
}
