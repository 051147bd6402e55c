package io.coffer.platform.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds texts that JSON can spell and no UTF-8 file or PostgreSQL column can hold: NUL and half surrogate pairs. */
final class TextCheck {

    private TextCheck() {}

    static List<FieldFault> faults(JsonNode tree) {
        return isStorable(tree) ? List.of() : all(tree);
    }

    private static boolean isStorable(JsonNode node) {
        if (node.isString()) {
            return isStorable(node.stringValue());
        }
        for (var name : node.propertyNames()) {
            if (!isStorable(name)) {
                return false;
            }
        }
        for (var value : node.values()) {
            if (!isStorable(value)) {
                return false;
            }
        }
        return true;
    }

    private static List<FieldFault> all(JsonNode tree) {
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
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }
}
