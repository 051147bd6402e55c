package io.coffer.query.kernel;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.events.EventJson;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as the serializer wrote them. */
public final class StoredJson implements EventReading {

    private static final JsonMapper PLAIN = JsonMapper.shared();

    private final EventJson json;

    public StoredJson(EventJson json) {
        this.json = json;
    }

    @Override
    public Booked read(StoredEvent stored) {
        DomainEvent event = json.deserialize(new SimpleSerializedObject<>(
                stored.payload(), byte[].class, new SimpleSerializedType(stored.name(), stored.revision())));
        return new Booked(
                stored.position(),
                stored.aggregateId(),
                stored.sequence(),
                stored.bookedAt(),
                stored.name(),
                metadata(stored),
                event);
    }

    /** Stored bytes as they are, for auditors: what is no JSON object is shown as unreadable, never hidden. */
    public Map<String, Object> object(byte[] stored) {
        try {
            return PLAIN.readValue(stored, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException broken) {
            return Map.of("unreadable", stored.length + " bytes");
        }
    }

    private Map<String, Object> metadata(StoredEvent stored) {
        MetaData metadata = json.deserialize(new SerializedMetaData<>(stored.metadata(), byte[].class));
        return Map.copyOf(metadata);
    }
}
