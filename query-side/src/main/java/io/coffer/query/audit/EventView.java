package io.coffer.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.eventstore.StoredEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.StoredJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as it lies in the store. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        long position,
        String aggregateId,
        long sequence,
        String eventId,
        String name,
        @Nullable String revision,
        Instant bookedAt,
        LocalDate businessDate,
        Map<String, Object> metadata,
        Map<String, Object> payload) {

    static EventView of(StoredEvent event, StoredJson json) {
        return new EventView(
                event.position(),
                event.aggregateId(),
                event.sequence(),
                event.eventId().toString(),
                event.name(),
                event.revision(),
                event.bookedAt(),
                Booked.businessDate(event.bookedAt()),
                json.object(event.metadata()),
                json.object(event.payload()));
    }
}
