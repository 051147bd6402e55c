package io.coffer.journeys;

import static io.coffer.journeys.HomeSale.EVIDENCE;
import static io.coffer.journeys.HomeSale.cny;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A sale of 2,000,000 with a loan in it, whose parties want out: 600,000 are the buyer's, 50,000 are held back. */
final class DissolvedHomeSale {

    private final RunningCoffer coffer;
    private final HomeSale sale;
    private final String down;
    private final String lent;

    DissolvedHomeSale(RunningCoffer coffer, String sellersCard) {
        this.coffer = coffer;
        this.sale = HomeSale.lent(coffer, "50000.00", "600000.00", "1400000.00");
        sale.bindPayee(sellersCard);
        bind("lender-1", "6217000000009000");
        this.down = HomeSale.receipt(sale.pay("600000.00"));
        sale.account("FUNDING");
        this.lent = HomeSale.receipt(sale.pay("1400000.00"));
        sale.account("FUNDED");
        sale.holdback("", null).isAccepted();
    }

    HomeSale sale() {
        return sale;
    }

    void bind(String partyId, String card) {
        sale.say("acme", "/payees", """
                {"partyId":"%s","bankCode":"105100000017","accountNumber":"%s","holderName":"某某",
                 "accountClass":"CORPORATE","verification":%s}""".formatted(partyId, card, EVIDENCE)).isAccepted();
    }

    Reply request() {
        return sale.say("acme", "/termination", """
                {"reason":"LOAN_REFUSED","evidence":%s}""".formatted(EVIDENCE));
    }

    Reply withdraw() {
        return sale.say("acme", "/termination/withdrawal", "{\"reason\":\"AGREED_AGAIN\"}");
    }

    String toBuyer(String legNo, String amount) {
        return leg(legNo, "buyer-1", amount, ",\"receipt\":\"" + down + "\"");
    }

    /** What T32 forbids. */
    String loanToBuyer(String legNo, String amount) {
        return leg(legNo, "buyer-1", amount, ",\"receipt\":\"" + lent + "\"");
    }

    String to(String partyId, String legNo, String amount) {
        return leg(legNo, partyId, amount, "");
    }

    private static String leg(String legNo, String partyId, String amount, String more) {
        return """
                {"legNo":"%s","partyId":"%s","amount":%s%s}""".formatted(legNo, partyId, cny(amount), more);
    }

    Reply agree(String... legs) {
        return sale.say("acme", "/termination/plans", plan(legs));
    }

    String plan(String... legs) {
        return """
                {"legs":[%s],"signatures":[%s]}""".formatted(
                        String.join(",", legs),
                        Stream.of("buyer-1", "seller-1", "lender-1")
                                .map(HomeSale::answer)
                                .collect(Collectors.joining(",")));
    }

    /** 550,000 to the buyer, 1,400,000 to the lender, the hold-back to the seller. */
    String[] wholePlan() {
        return new String[] {
            toBuyer("Y-1", "550000.00"), to("lender-1", "Y-2", "1400000.00"), to("seller-1", "Y-3", "50000.00")
        };
    }

    void approve(int planNo, String... checkers) {
        for (var checker : checkers) {
            sale.approveAs("AR:acme:terminate:" + sale.contract() + ":" + planNo, checker);
        }
    }

    /** What brings a buyer's part back. */
    String refund(String legNo) {
        return "RF:" + sale.id() + ":" + legNo;
    }

    String refundPayout(String legNo, int rerouteNo) {
        return "PY:" + refund(legNo) + ":" + rerouteNo;
    }

    JsonNode refund(String legNo, String state) {
        return Until.is(
                () -> coffer.as("acme")
                        .get("/v1/refunds/" + refund(legNo), coffer.head())
                        .json(),
                refund -> refund.at("/state").asString().equals(state));
    }

    Reply onRefund(String legNo, String resource, String body) {
        return coffer.as("acme").post("/v1/refunds/" + refund(legNo) + resource, body);
    }

    /** Another account of who paid, or of somebody else. */
    Reply reroute(String legNo, String holder, String card) {
        return onRefund(legNo, "/reroute", """
                {"payee":{"accountNumber":"%s","bankCode":"105100000017","holderName":"%s","accountClass":"PERSONAL"},
                 "evidence":%s}""".formatted(card, holder, EVIDENCE));
    }

    void verify(String legNo, int rerouteNo) {
        sale.approveAs("AR:acme:reroute:" + sale.contract() + ":" + legNo + ":" + rerouteNo, "checker-1");
    }
}
