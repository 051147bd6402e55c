package io.coffer.query.kernel;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.events.EventJson;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Reads events as the serializer wrote them. */
public final class StoredJson implements EventReading {

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

    /** The metadata alone: readable even where the payload is not. */
    public Map<String, Object> metadata(StoredEvent stored) {
        MetaData metadata = json.deserialize(new SerializedMetaData<>(stored.metadata(), byte[].class));
        return Map.copyOf(metadata);
    }
}
