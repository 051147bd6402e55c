package io.coffer.platform.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.money.Amount;
import io.coffer.api.money.NotMoney;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * Makes a body's record while it looks whether anything is wrong, which with most bodies nothing is. It stops at the
 * first doubt: what is wrong, if it is, {@link FieldCheck} says. Judging first and having it bound by Jackson then took half
 * as long again.
 */
final class BodyRecords {

    /** What each record asks for; the records are few and known at compile time. */
    private static final ClassValue<Optional<Shape>> SHAPES = new ClassValue<>() {
        @Override
        protected Optional<Shape> computeValue(Class<?> type) {
            return isPlainRecord(type) ? Optional.of(Shape.of(type)) : Optional.empty();
        }
    };

    private final JsonMapper json;

    BodyRecords(JsonMapper json) {
        this.json = json;
    }

    /** The components of a record whose JSON is an object of them; empty for every other type. */
    static Optional<Shape> shape(JavaType type) {
        return type.isRecordType() ? SHAPES.get(type.getRawClass()) : Optional.empty();
    }

    /** The body as that type; null when it may be wrong. */
    @Nullable
    Object made(JsonNode node, JavaType type) {
        if (type.hasRawClass(Optional.class)) {
            return node.isNull() ? Optional.empty() : present(made(node, type.containedTypeOrUnknown(0)));
        }
        if (node.isNull()) {
            return null;
        }
        if (type.hasRawClass(List.class)) {
            return node.isArray() ? list(node, type.getContentType()) : null;
        }
        if (type.isContainerType()) {
            return null;
        }
        var shape = shape(type);
        return shape.isPresent() ? record(node, shape.get()) : leaf(node, type);
    }

    private static @Nullable Object present(@Nullable Object value) {
        return value == null ? null : Optional.of(value);
    }

    private @Nullable Object list(JsonNode node, JavaType item) {
        var items = new ArrayList<>(node.size());
        for (var child : node.values()) {
            var made = made(child, item);
            if (made == null) {
                return null;
            }
            items.add(made);
        }
        return items;
    }

    private @Nullable Object record(JsonNode node, Shape shape) {
        if (!node.isObject()) {
            return null;
        }
        var known = 0;
        var values = new Object[shape.components().size()];
        for (var index = 0; index < values.length; index++) {
            var component = shape.components().get(index);
            var child = node.get(component.name());
            known += child == null ? 0 : 1;
            var value = child == null ? component.absent() : made(child, component.type());
            if (value == null) {
                return null;
            }
            values[index] = value;
        }
        return known == node.size() ? shape.made(values) : null;
    }

    private @Nullable Object leaf(JsonNode node, JavaType type) {
        var raw = type.getRawClass();
        if (raw.isEnum()) {
            return LeafGrammar.constant(node, raw);
        }
        if (LeafGrammar.fault(node, raw).isPresent()) {
            return null;
        }
        if (raw == String.class) {
            return node.stringValue();
        }
        if (raw == boolean.class) {
            return node.booleanValue();
        }
        return raw == LocalDate.class ? date(node.stringValue()) : bound(node, type);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private @Nullable Object bound(JsonNode node, JavaType type) {
        try {
            return json.treeToValue(node, type);
        } catch (JacksonException unbound) {
            return null;
        }
    }

    /**
     * An identity is a record too, but one that is written as a text; a family's member says its kind; and of what a
     * record with a type parameter consists, only who binds it knows.
     */
    private static boolean isPlainRecord(Class<?> type) {
        var isText = Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
        var isCreated = Stream.<AnnotatedElement>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(creator -> creator.isAnnotationPresent(JsonCreator.class));
        var isGeneric = type.getTypeParameters().length > 0;
        return !isText && !isCreated && !isGeneric && AnnotationUtils.findAnnotation(type, JsonTypeInfo.class) == null;
    }

    /** @param absent what a component is when it is not there; null when it must be there */
    record Component(String name, JavaType type, @Nullable Object absent) {

        static Component of(RecordComponent component) {
            var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            return new Component(
                    renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value(),
                    TypeFactory.createDefaultInstance().constructType(component.getGenericType()),
                    component.getType() == Optional.class ? Optional.empty() : null);
        }
    }

    /** @param constructor takes the values of all components */
    record Shape(List<Component> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(Arrays.stream(components).map(Component::of).toList(), constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("Every record has this constructor: " + type, impossible);
            }
        }

        boolean has(String name) {
            return components.stream().anyMatch(component -> component.name().equals(name));
        }

        /** Null when the values break a rule between them, or are no money. */
        @Nullable
        Object made(Object[] values) {
            try {
                var made = constructor.newInstance(values);
                if (made instanceof Amount amount) {
                    amount.toMoney();
                }
                return made;
            } catch (InvocationTargetException | NotMoney broken) {
                return null;
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(constructor + " is accessible", impossible);
            }
        }
    }
}
