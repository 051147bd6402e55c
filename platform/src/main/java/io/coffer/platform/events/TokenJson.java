package io.coffer.platform.events;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * The serializer of everything that is not an event: where a processor stands. A replay's token nests other tokens by
 * class name, which Jackson reads only with leave; the leave ends at Axon's own tokens.
 */
public final class TokenJson extends Jackson3Serializer {

    private static final Map<String, Class<?>> READABLE = Stream.of(
                    GlobalSequenceTrackingToken.class,
                    ReplayToken.class,
                    MergedTrackingToken.class,
                    ConfigToken.class,
                    MetaData.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    public TokenJson() {
        super(builder().jsonMapperBuilderCustomizer(TokenJson::allowNestedTokens));
    }

    @Override
    public Class<?> classForType(SerializedType stored) {
        if (SerializedType.emptyType().equals(stored)) {
            return Void.class;
        }
        var type = READABLE.get(stored.getName());
        if (type == null) {
            throw new UnreadableEvent(stored.getName() + " is no token that Coffer uses");
        }
        return type;
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        return classForType(stored).getName();
    }

    private static void allowNestedTokens(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(new OnlyTokens());
    }

    private static final class OnlyTokens extends PolymorphicTypeValidator.Base {

        private static final long serialVersionUID = 1L;

        @Override
        public Validity validateSubClassName(DatabindContext context, JavaType base, String name) {
            return READABLE.containsKey(name) ? Validity.INDETERMINATE : Validity.DENIED;
        }

        @Override
        public Validity validateSubType(DatabindContext context, JavaType base, JavaType type) {
            return type.isTypeOrSubTypeOf(TrackingToken.class) ? Validity.ALLOWED : Validity.DENIED;
        }
    }
}
