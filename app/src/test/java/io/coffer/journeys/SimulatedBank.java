package io.coffer.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The bank as its own people see it: what it will do, what it did. */
record SimulatedBank(String base) {

    void script(String payoutOrPattern, String behaviour) {
        script(payoutOrPattern, behaviour, 500);
    }

    void script(String payoutOrPattern, String behaviour, int delayMillis) {
        send(HttpRequest.newBuilder(URI.create(base + "/simulator/scripts/" + payoutOrPattern))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"behaviour\":\"" + behaviour + "\",\"delayMillis\":" + delayMillis + "}")));
    }

    /** Money arrives and the bank tells it {@code copies} times. */
    JsonNode receives(String virtualAccount, String amount, int copies) {
        return send(HttpRequest.newBuilder(URI.create(base + "/simulator/incoming"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"virtualAccount":"%s","amount":"%s","currency":"CNY","payerAccountNumber":\
                                "6222000000000001","payerName":"Wang Qiang","copies":%d}""".formatted(virtualAccount, amount, copies))))
                .json();
    }

    /** What was paid comes back. */
    JsonNode returns(String payout) {
        return send(HttpRequest.newBuilder(URI.create(base + "/simulator/returns/" + payout))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .json();
    }

    List<JsonNode> debits() {
        return StreamSupport.stream(get("/simulator/debits").spliterator(), false)
                .toList();
    }

    List<JsonNode> debitsOf(String payout) {
        return debits().stream()
                .filter(debit -> debit.path("payoutNo").asString().equals(payout))
                .toList();
    }

    JsonNode totalOfDebits() {
        return get("/simulator/debits/total");
    }

    /** How often an instruction with this number reached the bank. */
    long instructionsFor(String payout) {
        return journal("INSTRUCTION", payout).size();
    }

    /** What the bank wrote down about a payout. */
    List<JsonNode> journal(String kind, String payout) {
        return StreamSupport.stream(get("/simulator/journal?limit=10000").spliterator(), false)
                .filter(line -> line.path("kind").asString().equals(kind))
                .filter(line -> line.path("payoutNo").asString().equals(payout))
                .toList();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))).json();
    }

    private static Reply send(HttpRequest.Builder request) {
        return Client.send(request.build()).isAccepted();
    }
}
