package io.coffer.command.kernel;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** The serializer of snapshots: it knows one type, and reads nothing else. */
final class SnapshotJson extends Jackson3Serializer {

    private static final String NAME = "kept-state";

    SnapshotJson() {
        super(builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon declares it so.
    public SerializedType typeForClass(@Nullable Class type) {
        return type == KeptState.class ? new SimpleSerializedType(NAME, null) : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType stored) {
        if (NAME.equals(stored.getName())) {
            return KeptState.class;
        }
        if (MetaData.class.getName().equals(stored.getName())) {
            return MetaData.class;
        }
        throw new IllegalArgumentException("No snapshot is a " + stored.getName());
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return classForType(stored).getName();
    }
}
