package io.coffer.query.kernel;

import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.events.EventReader;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as the serializer wrote them. */
public final class StoredJson implements EventReading {

    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final EventReader events;

    public StoredJson(EventJson json) {
        this.events = new EventReader(json);
    }

    @Override
    public Booked read(StoredEvent stored) {
        return new Booked(
                stored.position(),
                stored.aggregateId(),
                stored.sequence(),
                stored.bookedAt(),
                stored.name(),
                Map.copyOf(events.metadata(stored)),
                events.event(stored));
    }

    /** Stored bytes as they are, for auditors: what is no JSON object is shown as unreadable, never hidden. */
    public Map<String, Object> object(byte[] stored) {
        try {
            return PLAIN.readValue(stored, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException broken) {
            return Map.of("unreadable", stored.length + " bytes");
        }
    }
}
