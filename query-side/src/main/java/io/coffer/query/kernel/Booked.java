package io.coffer.query.kernel;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.platform.time.BusinessDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** One event of the log, with what the store and the edge say about it. */
public record Booked(
        long position,
        String aggregateId,
        long sequence,
        Instant bookedAt,
        String name,
        Map<String, Object> metadata,
        DomainEvent event) {

    public LocalDate businessDate() {
        return businessDate(bookedAt);
    }

    public static LocalDate businessDate(Instant bookedAt) {
        return BusinessDates.of(bookedAt);
    }

    /** When a business date begins. */
    public static Instant beginning(LocalDate businessDate) {
        return BusinessDates.startOf(businessDate);
    }

    /** The posting rules that were in force; without them an event cannot be posted the same for ever. */
    public int postingRules() {
        return switch (metadata.get("postingRules")) {
            case Number version -> version.intValue();
            case String version -> Integer.parseInt(version);
            case null, default -> throw new Poison(position, name, "metadata has no postingRules");
        };
    }
}
