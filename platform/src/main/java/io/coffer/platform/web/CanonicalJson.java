package io.coffer.platform.web;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** One spelling of a document: names sorted, no space, numbers as they were read. After RFC 8785, for whole numbers. */
final class CanonicalJson {

    // Most bodies fit, so that the text need not grow from a word on.
    private static final int USUAL_LENGTH = 1_024;

    private CanonicalJson() {}

    static String of(JsonNode node) {
        var text = new StringBuilder(USUAL_LENGTH);
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            text.append('{');
            var separator = "";
            var names = node.propertyNames().toArray(String[]::new);
            Arrays.sort(names);
            for (var name : names) {
                text.append(separator);
                quote(name, text);
                text.append(':');
                write(node.get(name), text);
                separator = ",";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (var index = 0; index < node.size(); index++) {
                text.append(index == 0 ? "" : ",");
                write(node.get(index), text);
            }
            text.append(']');
        } else if (node.isString()) {
            quote(node.stringValue(), text);
        } else if (!node.isMissingNode()) {
            text.append(node.isNumber() ? node.numberValue() : node);
        }
    }

    /** Escapes what could end the quotation; the text is read by a digest only. */
    private static void quote(String value, StringBuilder text) {
        text.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
