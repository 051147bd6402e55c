package io.coffer.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** Gives Axon's messages UUIDs of version 7: ordered by time, which the unique index on event ids likes. */
public final class UuidV7IdentifierFactory extends IdentifierFactory {

    private static final long VERSION_7 = 0x7000L;
    private static final int NANOS_PER_MILLI = 1_000_000;

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
        // The low half of a random UUID is just what version 7 asks for: the variant and 62 random bits.
        return new UUID(high, UUID.randomUUID().getLeastSignificantBits()).toString();
    }
}
