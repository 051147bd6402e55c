package io.coffer.journeys;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Splits of one order's payment, as its business system asks for them. */
final class Sharing {

    static final String PATH = "/v1/splits";

    private final RunningCoffer coffer;
    private final Till till;

    Sharing(RunningCoffer coffer, Till till) {
        this.coffer = coffer;
        this.till = till;
    }

    /** What one payee gets. */
    static String leg(String payee, String amount) {
        return "{\"payee\":\"" + payee + "\",\"amount\":" + HomeSale.cny(amount) + "}";
    }

    /** What one payee gives back. */
    static String back(String split, String payee, String amount) {
        return "{\"from\":\"PAYEE\",\"split\":\"" + split + "\",\"payee\":\"" + payee + "\",\"amount\":"
                + HomeSale.cny(amount) + "}";
    }

    /** What the contract, or its merchant, bears. */
    static String part(String from, String amount) {
        return "{\"from\":\"" + from + "\",\"amount\":" + HomeSale.cny(amount) + "}";
    }

    static String plan(String... parts) {
        return ",\"recoveryPlan\":[" + String.join(",", parts) + "]";
    }

    static String id(String splitNo) {
        return "SI:acme:" + splitNo;
    }

    String body(String splitNo, String amount, String fee, String... legs) {
        return body(splitNo, till.contract(), till.id(), amount, fee, legs);
    }

    static String body(String splitNo, String contract, String order, String amount, String fee, String... legs) {
        return """
            {"splitNo":"%s","contract":"%s","order":"%s","amount":%s,"legs":[%s],"fee":%s}\
            """.formatted(
                        splitNo,
                        contract,
                        order,
                        HomeSale.cny(amount),
                        Arrays.stream(legs).collect(Collectors.joining(",")),
                        HomeSale.cny(fee));
    }

    Reply ask(String splitNo, String amount, String fee, String... legs) {
        return coffer.as("acme").post(PATH, body(splitNo, amount, fee, legs));
    }

    /** Asked for; gives the split as soon as it stands there. */
    JsonNode once(String splitNo, String state) {
        return Until.is(
                () -> coffer.as("acme")
                        .get(PATH + "/" + id(splitNo), coffer.head())
                        .json(),
                view -> view.path("state").asString("").equals(state));
    }

    /** Carried out; gives its identity. */
    String done(String amount, String fee, String... legs) {
        var splitNo = "SP-" + HomeSale.nextCoreNo();
        ask(splitNo, amount, fee, legs).isAccepted();
        once(splitNo, "EXECUTED");
        return id(splitNo);
    }

    Reply say(String split, String resource, @Nullable String body) {
        return coffer.as("acme").post(PATH + "/" + split + resource, body);
    }

    JsonNode contract() {
        return coffer.as("acme")
                .get("/v1/merchant-contracts/" + till.contract(), coffer.settled())
                .isAccepted()
                .json();
    }
}
