package io.coffer.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the simulated bank wrote down; it survives the process. */
final class BankJournal {

    private BankJournal() {}

    static List<JsonNode> of(Data data) {
        try (var lines = Files.lines(data.directory().resolve("bank/journal.ndjson"))) {
            return lines.<JsonNode>map(Reply.JSON::readTree).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
