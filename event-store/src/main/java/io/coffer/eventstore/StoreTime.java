package io.coffer.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants on their way into SQL: in whole microseconds, and with a value for those PostgreSQL cannot hold. */
final class StoreTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StoreTime() {}

    // pgjdbc rounds to the nearest microsecond; a bound must not move over an event.
    static OffsetDateTime roundedDown(Instant instant) {
        return bounded(instant.truncatedTo(ChronoUnit.MICROS));
    }

    static OffsetDateTime roundedUp(Instant instant) {
        Instant down = instant.truncatedTo(ChronoUnit.MICROS);
        return bounded(down.equals(instant) || down.isAfter(LAST) ? down : down.plus(1, ChronoUnit.MICROS));
    }

    static OffsetDateTime never() {
        return OffsetDateTime.MAX;
    }

    // pgjdbc writes MIN and MAX as -infinity and infinity.
    private static OffsetDateTime bounded(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return OffsetDateTime.MIN;
        }
        return instant.isAfter(LAST) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }
}
