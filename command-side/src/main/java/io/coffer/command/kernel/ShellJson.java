package io.coffer.command.kernel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

/** States as JSON and back. What does not come back as it was is not kept. */
final class ShellJson<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ShellJson.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .setDefaultTyping(new SealedTypes())
            .build();

    private final Shells<T> shells;
    private final Class<T> type;

    ShellJson(Class<T> type, Shells<T> shells) {
        this.shells = shells;
        this.type = type;
    }

    /** Empty when the state cannot be told in JSON without loss. */
    Optional<KeptState> write(T root) {
        try {
            var tree = JSON.createObjectNode();
            for (var field : shells.fields()) {
                tree.set(
                        field.getName(),
                        JSON.readTree(JSON.writerFor(JSON.constructType(field.getGenericType()))
                                .writeValueAsString(shells.value(field, root))));
            }
            var kept = new KeptState(CodeRevision.of(type), tree.toString());
            return read(kept).filter(again -> isSame(again, root)).map(_ -> kept);
        } catch (JacksonException e) {
            LOG.error("The state of {} cannot be kept", root.getClass().getSimpleName(), e);
            return Optional.empty();
        }
    }

    /** Empty when other code wrote it. */
    Optional<T> read(KeptState kept) {
        if (!kept.revision().equals(CodeRevision.of(type))) {
            return Optional.empty();
        }
        var tree = JSON.readTree(kept.json());
        var root = shells.blank();
        for (var field : shells.fields()) {
            Object value =
                    JSON.readerFor(JSON.constructType(field.getGenericType())).readValue(tree.get(field.getName()));
            shells.set(field, root, value);
        }
        return Optional.of(root);
    }

    private boolean isSame(T again, T root) {
        var same = shells.fields().stream()
                .allMatch(field -> Objects.equals(shells.value(field, again), shells.value(field, root)));
        if (!same) {
            LOG.error(
                    "The state of {} does not come back as it was",
                    root.getClass().getSimpleName());
        }
        return same;
    }

    /** The class of a value is written where the declared type is one of our sealed ones. */
    private static final class SealedTypes extends DefaultTypeResolverBuilder {

        private static final long serialVersionUID = 1L;

        SealedTypes() {
            super(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("io.coffer.")
                            .build(),
                    DefaultTyping.NON_FINAL,
                    JsonTypeInfo.As.PROPERTY,
                    JsonTypeInfo.Id.CLASS,
                    "@class");
        }

        @Override
        public boolean useForType(JavaType type) {
            return type.getRawClass().isSealed() && type.getRawClass().isInterface();
        }
    }
}
