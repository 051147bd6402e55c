package io.coffer.bank;

import java.time.Instant;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of the journal file: its number, its time, and the entry, in one flat object. */
final class JournalLine {

    private JournalLine() {}

    static byte[] write(int number, Instant at, Entry entry) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("n", number);
        line.put("at", at.toString());
        line.setAll((ObjectNode) Json.MAPPER.valueToTree(entry));
        byte[] json = Json.MAPPER.writeValueAsBytes(line);
        byte[] terminated = Arrays.copyOf(json, json.length + 1);
        terminated[json.length] = '\n';
        return terminated;
    }

    static Entry read(byte[] line, int expectedNumber) {
        ObjectNode object = (ObjectNode) Json.MAPPER.readTree(line);
        JsonNode number = object.remove("n");
        if (number == null || number.asInt() != expectedNumber) {
            throw new IllegalArgumentException("A line is missing");
        }
        object.remove("at");
        return Json.MAPPER.treeToValue(object, Entry.class);
    }
}
