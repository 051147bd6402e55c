package io.coffer.platform.web;

import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.NotMoney;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns refusals and malformed values into problems. */
public final class Problems {

    private Problems() {}

    /** Whatever was thrown, as its problem. */
    public static Problem of(Throwable thrown) {
        return ProblemOf.exception(thrown);
    }

    /** The refusal with its sentence, its code, and its components as members. */
    public static Problem of(Rejection rejection) {
        var problem = Problem.of(rejection.code(), status(rejection.kind()), rejection.sentence());
        for (var member : components(rejection).entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        return problem;
    }

    public static Problem of(NotMoney malformed) {
        return Problem.of(malformed.code(), EdgeProblem.FIELD_INVALID.status(), String.valueOf(malformed.getMessage()));
    }

    public static Problem of(MalformedKey malformed) {
        return FieldFault.problem(
                List.of(FieldFault.of(malformed.name(), EdgeProblem.MALFORMED_KEY, "must be " + malformed.form())));
    }

    static int status(Rejection.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case RULE -> 422;
        };
    }

    private static Map<String, Object> components(Rejection rejection) {
        var values = new LinkedHashMap<String, Object>();
        var components = rejection.getClass().getRecordComponents();
        if (components == null) {
            return values;
        }
        for (var component : components) {
            values.put(component.getName(), value(rejection, component));
        }
        return values;
    }

    private static Object value(Rejection rejection, RecordComponent component) {
        try {
            return component.getAccessor().invoke(rejection);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("A refusal is a public record: " + rejection.getClass(), unreadable);
        }
    }
}
