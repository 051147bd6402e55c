package io.coffer.platform.events;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The one serializer of events and their metadata. Events carry the name of their catalog entry, never a class name, and
 * only what the catalog names is read.
 */
public final class EventJson extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final EventCatalog catalog;

    public EventJson(EventCatalog catalog) {
        super(builder().jsonMapperBuilderCustomizer(StrictJson::configure));
        this.catalog = catalog;
    }

    public EventCatalog catalog() {
        return catalog;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object instanceof MetaData metadata) {
            metadata.forEach(EventJson::requirePlain);
        }
        // The name first: what has none is not even written.
        var _ = typeForClass(object == null ? Void.class : object.getClass());
        return super.serialize(object, representation);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon declares it so.
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return new SimpleSerializedType(METADATA, null);
        }
        var name = catalog.nameOf(type)
                .orElseThrow(
                        () -> new UnreadableEvent(type.getName() + " is no event of the catalog and is not stored"));
        return new SimpleSerializedType(name.value(), name.revisionText());
    }

    @Override
    public Class<?> classForType(SerializedType stored) {
        if (SerializedType.emptyType().equals(stored)) {
            return Void.class;
        }
        if (METADATA.equals(stored.getName())) {
            return MetaData.class;
        }
        var type = catalog.typeOf(stored.getName())
                .orElseThrow(() -> new UnreadableEvent("The store holds an event named " + stored.getName()
                        + " that this version of Coffer does not know; a newer version wrote it"));
        var name = catalog.nameOf(type).orElseThrow();
        if (!name.revisionText().equals(stored.getRevision())) {
            throw new UnreadableEvent("Event " + stored.getName() + " is stored in revision " + stored.getRevision()
                    + "; without an upcaster only revision " + name.revision() + " can be read");
        }
        return type;
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return classForType(stored).getName();
    }

    // Anything else would be read back as another type than it was written.
    private static void requirePlain(String key, @Nullable Object value) {
        switch (value) {
            case String _, Integer _, Boolean _ -> {}
            case null, default ->
                throw new UnreadableEvent("Metadata are texts, ints and booleans; " + key + " is "
                        + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
        }
    }
}
