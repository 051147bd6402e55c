package io.coffer.platform.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with one field of a body, or one parameter.
 *
 * @param field a JSON pointer into the body, or the name of a parameter or of a key that the body gave
 * @param code the problem's code, should this be its only kind of fault
 */
public record FieldFault(String field, String code, String reason) {

    static FieldFault of(String field, EdgeProblem problem, String reason) {
        return new FieldFault(field, problem.name(), reason);
    }

    /** A fault of the whole body has no field to name. */
    private String sentence() {
        return field.isEmpty() ? "The body " + reason + "." : field + ": " + reason;
    }

    /** One problem that lists them all; faults of one kind give it their code. */
    static Problem problem(List<FieldFault> faults) {
        var codes = faults.stream().map(FieldFault::code).collect(Collectors.toSet());
        var code = codes.size() == 1 ? codes.iterator().next() : EdgeProblem.FIELD_INVALID.name();
        var detail = faults.size() == 1
                ? faults.getFirst().sentence()
                : faults.size() + " fields are missing or not what they must be.";
        return Problem.of(code, EdgeProblem.FIELD_INVALID.status(), detail).with("fields", faults);
    }
}
