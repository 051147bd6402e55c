package io.coffer.platform.web;

import io.coffer.api.money.Amount;
import io.coffer.api.money.NotMoney;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a body with the record that it is to become, and lists everything that is wrong with it at once. */
final class FieldCheck {

    static final int MOST_FAULTS = 50;

    private static final int LONGEST_NAME = 64;

    private final JsonMapper json;
    private final List<FieldFault> faults = new ArrayList<>();

    private FieldCheck(JsonMapper json) {
        this.json = json;
    }

    /** The body as that type, or a refusal with all that is wrong. */
    static Object bound(JsonMapper json, JsonNode body, JavaType type) {
        var made = new BodyRecords(json).made(body, type);
        return made == null ? judged(json, body, type) : made;
    }

    /** The same whatever may be wrong with it: judged part by part, and bound by Jackson. */
    static Object judged(JsonMapper json, JsonNode body, JavaType type) {
        var check = new FieldCheck(json);
        check.value("", body, type);
        var bound = check.faults.isEmpty() ? check.bind("", body, type) : null;
        if (bound == null) {
            throw new EdgeException(FieldFault.problem(check.faults));
        }
        return bound;
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
        } else {
            BodyRecords.shape(type)
                    .ifPresentOrElse(shape -> record(pointer, node, type, shape), () -> leaf(pointer, node, type));
        }
    }

    private void list(String pointer, JsonNode node, JavaType item) {
        if (!node.isArray()) {
            add(pointer, EdgeProblem.FIELD_INVALID, "must be a list");
            return;
        }
        for (var index = 0; index < node.size(); index++) {
            value(pointer + "/" + index, node.get(index), item);
        }
    }

    private void record(String pointer, JsonNode node, JavaType type, BodyRecords.Shape shape) {
        if (!node.isObject()) {
            add(pointer, EdgeProblem.FIELD_INVALID, "must be an object");
            return;
        }
        var before = faults.size();
        for (var name : node.propertyNames()) {
            if (!shape.has(name) && faults.size() < MOST_FAULTS) {
                add(below(pointer, name), EdgeProblem.UNKNOWN_FIELD, "is not known here");
            }
        }
        shape.components().forEach(component -> component(pointer, node, component));
        // Only a whole record can break a rule between its fields.
        if (faults.size() == before) {
            bindAlone(pointer, node, type);
        }
    }

    private void component(String pointer, JsonNode record, BodyRecords.Component component) {
        var at = below(pointer, component.name());
        var node = record.get(component.name());
        if (node != null) {
            value(at, node, component.type());
        } else if (component.absent() == null && faults.size() < MOST_FAULTS) {
            add(at, EdgeProblem.FIELD_INVALID, "is required");
        }
    }

    private void leaf(String pointer, JsonNode node, JavaType type) {
        LeafGrammar.fault(node, type.getRawClass())
                .ifPresentOrElse(
                        reason -> add(pointer, EdgeProblem.FIELD_INVALID, reason),
                        () -> bindAlone(pointer, node, type));
    }

    /** To say where a fault is; an amount says more than its binding. */
    private void bindAlone(String pointer, JsonNode node, JavaType type) {
        if (type.hasRawClass(Amount.class)) {
            money(pointer, node);
        } else {
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
}
