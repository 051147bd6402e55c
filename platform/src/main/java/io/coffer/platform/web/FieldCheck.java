package io.coffer.platform.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.money.Amount;
import io.coffer.api.money.NotMoney;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/** Compares a body with the record that it is to become, and lists everything that is wrong with it at once. */
final class FieldCheck {

    static final int MOST_FAULTS = 50;

    private static final int LONGEST_NAME = 64;

    /** What each record asks for, by the names in JSON; the records are few and known at compile time. */
    private static final ClassValue<Map<String, JavaType>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, JavaType> computeValue(Class<?> type) {
            var components = new LinkedHashMap<String, JavaType>();
            for (var component : type.getRecordComponents()) {
                var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                var name = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
                components.put(name, TypeFactory.createDefaultInstance().constructType(component.getGenericType()));
            }
            return components;
        }
    };

    private static final ClassValue<Boolean> PLAIN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isPlainRecord(type);
        }
    };

    private final JsonMapper json;
    private final boolean lists;
    private final List<FieldFault> faults = new ArrayList<>();

    private FieldCheck(JsonMapper json, boolean lists) {
        this.json = json;
        this.lists = lists;
    }

    /**
     * The body as that type, or a refusal with all that is wrong. Most bodies have no fault: only one that has is gone
     * through again, bound field by field, to list what is wrong and where.
     */
    static Object bound(JsonMapper json, JsonNode body, JavaType type) {
        var glance = new FieldCheck(json, false);
        glance.value("", body, type);
        var bound = glance.faults.isEmpty() ? glance.bind("", body, type) : null;
        if (bound == null) {
            throw new EdgeException(FieldFault.problem(all(json, body, type)));
        }
        return bound;
    }

    private static List<FieldFault> all(JsonMapper json, JsonNode body, JavaType type) {
        var check = new FieldCheck(json, true);
        check.value("", body, type);
        return check.faults;
    }

    static String below(String pointer, String name) {
        var escaped = name.replace("~", "~0").replace("/", "~1");
        return pointer + "/" + (escaped.length() > LONGEST_NAME ? escaped.substring(0, LONGEST_NAME) + "…" : escaped);
    }

    private void value(String pointer, JsonNode node, JavaType type) {
        if (type.hasRawClass(Optional.class)) {
            if (!node.isNull()) {
                value(pointer, node, type.containedTypeOrUnknown(0));
            }
        } else if (faults.size() >= MOST_FAULTS) {
            return;
        } else if (node.isNull()) {
            add(pointer, EdgeProblem.FIELD_INVALID, "must not be null");
        } else if (type.isCollectionLikeType()) {
            list(pointer, node, type.getContentType());
        } else if (type.isRecordType() && PLAIN.get(type.getRawClass())) {
            record(pointer, node, type);
        } else {
            LeafGrammar.fault(node, type.getRawClass())
                    .ifPresentOrElse(
                            reason -> add(pointer, EdgeProblem.FIELD_INVALID, reason),
                            () -> bindAlone(pointer, node, type));
        }
    }

    private void list(String pointer, JsonNode node, JavaType item) {
        if (!node.isArray()) {
            add(pointer, EdgeProblem.FIELD_INVALID, "must be a list");
            return;
        }
        for (var index = 0; index < node.size(); index++) {
            value(lists ? pointer + "/" + index : pointer, node.get(index), item);
        }
    }

    private void record(String pointer, JsonNode node, JavaType type) {
        if (!node.isObject()) {
            add(pointer, EdgeProblem.FIELD_INVALID, "must be an object");
            return;
        }
        var before = faults.size();
        var components = COMPONENTS.get(type.getRawClass());
        for (var name : node.propertyNames()) {
            if (!components.containsKey(name) && faults.size() < MOST_FAULTS) {
                add(at(pointer, name), EdgeProblem.UNKNOWN_FIELD, "is not known here");
            }
        }
        components.forEach((name, component) -> component(at(pointer, name), node.get(name), component));
        // Only a whole record can break a rule between its fields.
        if (faults.size() == before) {
            bindAlone(pointer, node, type);
        }
    }

    private String at(String pointer, String name) {
        return lists ? below(pointer, name) : pointer;
    }

    private void component(String pointer, @Nullable JsonNode node, JavaType type) {
        if (node != null) {
            value(pointer, node, type);
        } else if (!type.hasRawClass(Optional.class) && faults.size() < MOST_FAULTS) {
            add(pointer, EdgeProblem.FIELD_INVALID, "is required");
        }
    }

    /** What is bound with the whole body is bound alone to say where a fault is; an amount says more than its binding. */
    private void bindAlone(String pointer, JsonNode node, JavaType type) {
        if (type.hasRawClass(Amount.class)) {
            money(pointer, node);
        } else if (lists) {
            bind(pointer, node, type);
        }
    }

    /** Both its texts are there by now, and are texts. */
    private void money(String pointer, JsonNode node) {
        try {
            new Amount(node.get("value").stringValue(), node.get("currency").stringValue()).toMoney();
        } catch (NotMoney malformed) {
            faults.add(new FieldFault(pointer, malformed.code(), String.valueOf(malformed.getMessage())));
        }
    }

    private @Nullable Object bind(String pointer, JsonNode node, JavaType type) {
        try {
            return json.treeToValue(node, type);
        } catch (JacksonException unbound) {
            faults.add(Unbound.fault(pointer, unbound));
            return null;
        }
    }

    private void add(String pointer, EdgeProblem problem, String reason) {
        faults.add(FieldFault.of(pointer, problem, reason));
    }

    /** An identity is a record too, but one that is written as a text; a family's member says its kind. */
    private static boolean isPlainRecord(Class<?> type) {
        var isText = Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
        var isCreated = Arrays.stream(type.getDeclaredConstructors())
                .map(constructor -> constructor.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
        return !isText && !isCreated && AnnotationUtils.findAnnotation(type, JsonTypeInfo.class) == null;
    }
}
