package io.coffer.platform.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds texts that JSON can spell and no UTF-8 file or PostgreSQL column can hold: NUL and half surrogate pairs. */
final class TextCheck {

    private TextCheck() {}

    static List<FieldFault> faults(JsonNode tree) {
        var faults = new ArrayList<FieldFault>();
        walk("", tree, faults);
        return faults;
    }

    private static void walk(String pointer, JsonNode node, List<FieldFault> faults) {
        if (faults.size() >= FieldCheck.MOST_FAULTS) {
            return;
        }
        if (node.isString() && !isStorable(node.stringValue())) {
            faults.add(FieldFault.of(
                    pointer, EdgeProblem.FIELD_INVALID, "holds NUL or half of a surrogate pair, which is no text"));
        }
        for (var entry : node.properties()) {
            if (isStorable(entry.getKey())) {
                walk(FieldCheck.below(pointer, entry.getKey()), entry.getValue(), faults);
            } else {
                faults.add(FieldFault.of(pointer, EdgeProblem.UNKNOWN_FIELD, "has a field whose name is no text"));
            }
        }
        if (node.isArray()) {
            for (var index = 0; index < node.size(); index++) {
                walk(pointer + "/" + index, node.get(index), faults);
            }
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
