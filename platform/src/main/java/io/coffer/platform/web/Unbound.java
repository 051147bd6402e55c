package io.coffer.platform.web;

import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.money.NotMoney;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what Jackson could not bind in our own words; Jackson's quote the body and name classes. */
final class Unbound {

    private Unbound() {}

    static FieldFault fault(String pointer, JacksonException unbound) {
        var field = pointer + pointer(unbound);
        return switch (unbound) {
            case UnrecognizedPropertyException _ ->
                FieldFault.of(field, EdgeProblem.UNKNOWN_FIELD, "is not known here");
            case JacksonException other -> byCause(field, other.getCause());
        };
    }

    private static FieldFault byCause(String field, @Nullable Throwable cause) {
        return switch (cause) {
            case MalformedKey malformed ->
                FieldFault.of(field, EdgeProblem.MALFORMED_KEY, "must be " + malformed.form());
            case NotMoney malformed -> new FieldFault(field, malformed.code(), String.valueOf(malformed.getMessage()));
            case null, default -> FieldFault.of(field, EdgeProblem.FIELD_INVALID, "is not what it must be");
        };
    }

    private static String pointer(JacksonException unbound) {
        var pointer = new StringBuilder();
        for (var step : unbound.getPath()) {
            pointer.append(
                    step.getPropertyName() == null
                            ? "/" + Math.max(0, step.getIndex())
                            : FieldCheck.below("", step.getPropertyName()));
        }
        return pointer.toString();
    }
}
