package io.coffer.platform.web;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How values without fields are written. Java's own parsers take more: years beyond 9999, 24:00, leap seconds. */
final class LeafGrammar {

    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, long.class, Integer.class, Long.class, BigInteger.class);

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern.compile(
            DATE + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])");

    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            var constants = new LinkedHashMap<String, Object>();
            for (var constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return constants;
        }
    };

    private LeafGrammar() {}

    /** Why the node cannot be such a value; empty when it may be. */
    static Optional<String> fault(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return unless(node.isString(), "must be a text");
        }
        if (INTEGERS.contains(type)) {
            return unless(node.isIntegralNumber(), "must be a whole number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return unless(node.isBoolean(), "must be true or false");
        }
        if (type.isEnum()) {
            return constant(node, type) == null
                    ? Optional.of("must be one of " + CONSTANTS.get(type).keySet())
                    : Optional.empty();
        }
        if (type == LocalDate.class) {
            return unless(matches(node, DATE), "must be a date such as 2026-03-31");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return unless(matches(node, INSTANT), "must be a time with its offset such as 2026-03-31T09:30:00Z");
        }
        return Optional.empty();
    }

    /** The enumeration's constant that the node names; null when it names none. */
    static @Nullable Object constant(JsonNode node, Class<?> type) {
        return node.isString() ? CONSTANTS.get(type).get(node.stringValue()) : null;
    }

    private static boolean matches(JsonNode node, Pattern pattern) {
        return node.isString() && pattern.matcher(node.stringValue()).matches();
    }

    private static Optional<String> unless(boolean right, String reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }
}
