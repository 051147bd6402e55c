package io.coffer.platform.events;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.eventstore.StoredEvent;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;

/** Makes facts of stored bytes again. Throws {@link UnreadableEvent} rather than guess. */
public final class EventReader {

    private final EventJson json;

    public EventReader(EventJson json) {
        this.json = json;
    }

    public DomainEvent event(StoredEvent stored) {
        DomainEvent event = json.deserialize(
                new SimpleSerializedObject<>(stored.payload(), byte[].class, stored.name(), stored.revision()));
        return event;
    }

    public MetaData metadata(StoredEvent stored) {
        MetaData metadata = json.deserialize(new SerializedMetaData<>(stored.metadata(), byte[].class));
        return metadata;
    }
}
