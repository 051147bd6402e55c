package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a clock of its own: days pass here. */
@DisplayName("A refund that its channel leaves open, or says two things of,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefundPapersTest {

    private static final String DAY = "PT24H";
    private static final String FAILED =
            "{\"outcome\":{\"result\":\"FAILED\",\"code\":\"NEVER_ARRIVED\"},\"evidence\":%s,\"reason\":\"LETTER_CAME\"}";

    private static final String REROUTE = ",\"route\":\"REROUTE\"";

    private final RunningCoffer coffer = RunningCoffer.withClock();

    @AfterAll
    void stop() {
        coffer.close();
    }

    @Test
    void is_paid_when_papers_say_so_to_two_people_after_a_day() {
        var till = Till.paid(coffer, "1000.00");
        var refund = silent(till, "800.00");
        var papers = "/v1/refunds/" + refund + "/resolutions";
        var paid = paid();
        var operator = coffer.as("operator-1");

        operator.post(papers, paid.formatted("[]")).isRefused(422, "REFUND_EVIDENCE_MISSING");
        operator.post(papers, paid.replace("SUCCEEDED", "FAILED").formatted(HomeSale.EVIDENCE))
                .isRefused(422, "FIELD_INVALID");
        operator.post(
                        papers,
                        paid.replace("\"result\"", "\"code\":\"NOT_PAID\",\"result\"")
                                .formatted(HomeSale.EVIDENCE))
                .isRefused(422, "FIELD_INVALID");
        coffer.as("acme").post(papers, paid.formatted(HomeSale.EVIDENCE)).isRefused(403, "NOT_PERMITTED");
        var ask = operator.ask("POST", papers, paid.formatted(HomeSale.EVIDENCE));
        var tooEarly = ask.answer().isRefused(409, "TOO_EARLY_FOR_PAPERS");
        assertThat(Instant.parse(tooEarly.at("/earliest"))).isAfter(Instant.now());
        coffer.passes(DAY);
        var asked = ask.answer().isAccepted();
        assertThat(ask.answer().isReplay()).isTrue();
        operator.post(papers, FAILED.formatted(HomeSale.EVIDENCE)).isRefused(409, "REFUND_PAPERS_OPEN");
        var waiting = Until.is(() -> till.refundOf(refund), view -> view.has("resolution"));
        assertThat(waiting.at("/waitsFor").asString()).isEqualTo("CHECKER");
        assertThat(waiting.at("/resolution/finding/kind").asString()).isEqualTo("PAID");
        assertThat(listed(refund)).isEqualTo("UNKNOWN");

        var request = "AR:_:papers:" + refund + ":1";
        operator.ask("POST", "/v1/approvals/" + request + "/approve", null)
                .ifMatch("*")
                .answer()
                .isRefused(403, "NOT_PERMITTED");
        HomeSale.approve(coffer, request, "checker-1", asked.position());
        var done = till.refundOnce(refund, "SUCCEEDED");
        assertThat(done.at("/settledByPapers").asBoolean()).isTrue();
        assertThat(done.at("/channelRefundNo").asString()).isEqualTo("WR-1");
        assertThat(done.has("resolution")).isFalse();
        assertThat(listed(refund)).isEmpty();
        assertThat(Until.is(
                        till::payments,
                        payments -> payments.getFirst()
                                .at("/refunds/0/state")
                                .asString()
                                .equals("DONE")))
                .isNotEmpty();
        coffer.assertAllHold();
    }

    @Test
    void is_no_customers_loss_when_it_was_paid_after_papers_had_said_no() {
        var till = Till.paid(coffer, "1000.00");
        var refund = silent(till, "600.00");
        fails(till, refund);
        till.say(refund, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isAccepted();
        till.refundOnce(refund, "CANCELLED");
        refundableOnce(till, "1000.00");

        told(refund).isAccepted();
        told(refund).isRefused(409, "CONTRADICTS_REFUND");
        var doubtful = Until.is(
                () -> till.refundOf(refund), view -> !view.at("/contradictions").isEmpty());
        assertThat(doubtful.at("/state").asString()).isEqualTo("CANCELLED");
        assertThat(doubtful.at("/waitsFor").asString()).isEqualTo("OPERATOR");
        assertThat(listed(refund)).isEqualTo("CONTRADICTED");
        coffer.assertAllHold();

        decide(refund, "7", "TRUE", HomeSale.EVIDENCE).isRefused(409, "CONTRADICTION_NOT_OPEN");
        decide(refund, "1", "TRUE", "[]").isRefused(422, "REFUND_EVIDENCE_MISSING");
        var asked = decide(refund, "1", "TRUE", HomeSale.EVIDENCE).isAccepted();
        HomeSale.approve(coffer, "AR:_:papers:" + refund + ":2", "checker-1", asked.position());
        var decided = Until.is(
                () -> till.refundOf(refund),
                view -> view.at("/contradictions/0/standing").asString().equals("TRUE"));
        assertThat(decided.at("/contradictions/0/shortage/value").asString()).isEqualTo("600.00");
        assertThat(decided.at("/waitsFor").asString()).isEqualTo("NOBODY");
        refundableOnce(till, "400.00");
        assertThat(listed(refund)).isEmpty();
        coffer.assertAllHold();
        var shop = Shop.opened(coffer);
        assertThat(shop.balance("O6403", refund + ":1")).isEqualTo("600.00");
        assertThat(shop.balance("R1901", refund + ":1")).isEqualTo("0.00");
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("1000.00");
    }

    @Test
    void goes_to_nobody_else_before_people_have_dismissed_a_claim_of_the_channel() {
        var till = Till.paid(coffer, "1000.00");
        var refund = silent(till, "500.00");
        fails(till, refund);
        told(refund).isAccepted();
        till.say(refund, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isRefused(409, "REFUND_SUCCESS_CLAIMED");
        till.reroute(refund, "王强").isRefused(409, "REFUND_SUCCESS_CLAIMED");

        var asked = decide(refund, "1", "NOT_TRUE", HomeSale.EVIDENCE).isAccepted();
        HomeSale.approve(coffer, "AR:_:papers:" + refund + ":2", "checker-1", asked.position());
        Until.is(
                () -> till.refundOf(refund),
                view -> view.at("/contradictions/0/standing").asString().equals("NOT_TRUE"));
        till.say(refund, "/cancellation", "{\"reason\":\"NOT_WANTED\"}").isAccepted();
        till.refundOnce(refund, "CANCELLED");
        coffer.assertAllHold();

        goesToNoOtherRefund(till, refund);
    }

    /** Of a cancelled one the payment was free for others; by a further claim it is not, until people have dismissed that too. */
    private void goesToNoOtherRefund(Till till, String refund) {
        refundableOnce(till, "1000.00");
        told(refund, "WR-2").isAccepted();
        refundableOnce(till, "500.00");

        var refused = till.ask("R-" + HomeSale.nextCoreNo(), "600.00", REROUTE).isRefused(422, "REFUND_NOT_ADMITTED");
        assertThat(refused.json().at("/reasons")).hasSize(1);
        assertThat(refused.at("/reasons/0/code")).isEqualTo("EXCEEDS_REFUNDABLE");
        assertThat(refused.at("/reasons/0/refundable/value")).isEqualTo("500.00");

        var asked = decide(refund, "2", "NOT_TRUE", HomeSale.EVIDENCE).isAccepted();
        HomeSale.approve(coffer, "AR:_:papers:" + refund + ":3", "checker-1", asked.position());
        refundableOnce(till, "1000.00");
        till.refund("600.00", REROUTE);
        refundableOnce(till, "400.00");
        coffer.assertAllHold();
    }

    @Test
    void needs_no_papers_any_more_when_the_channel_speaks_first() {
        var till = Till.paid(coffer, "1000.00");
        var refund = silent(till, "400.00");
        coffer.passes(DAY);
        var asked = resolve(refund).isAccepted();
        var request = "/v1/approvals/AR:_:papers:" + refund + ":1";
        Until.is(() -> coffer.as("checker-1").get(request, asked.position()), reply -> reply.status() == 200);

        told(refund).isAccepted();
        till.refundOnce(refund, "SUCCEEDED");
        var ended = Until.is(
                () -> coffer.as("checker-1").get(request),
                reply -> reply.at("/state").equals("WITHDRAWN"));
        assertThat(ended.at("/reason")).isEqualTo("CHANNEL_ANSWERED");
        coffer.as("checker-1")
                .ask("POST", request + "/approve", null)
                .ifMatch("*")
                .answer()
                .isRefused(409, "NOT_IN_THIS_STATE");
        assertThat(till.refundOf(refund).at("/settledByPapers").asBoolean()).isFalse();
        coffer.assertAllHold();
    }

    private static void refundableOnce(Till till, String amount) {
        Until.is(
                till::payments,
                payments ->
                        payments.getFirst().at("/refundable/value").asString().equals(amount));
    }

    /** A refund that nobody hears of again. */
    private String silent(Till till, String amount) {
        var no = "R-" + HomeSale.nextCoreNo();
        coffer.bank().scriptRefund("RF:acme:" + no, "NEVER_ENDS");
        till.ask(no, amount).isAccepted();
        till.refundOnce("RF:acme:" + no, "UNKNOWN");
        return "RF:acme:" + no;
    }

    private void fails(Till till, String refund) {
        coffer.passes(DAY);
        var asked = resolve(refund).isAccepted();
        HomeSale.approve(coffer, "AR:_:papers:" + refund + ":1", "checker-1", asked.position());
        var failed = till.refundOnce(refund, "FAILED_FINAL");
        assertThat(failed.at("/failureCode").asString()).isEqualTo("NEVER_ARRIVED");
        assertThat(failed.at("/settledByPapers").asBoolean()).isTrue();
        assertThat(coffer.bank().creditsOf(refund)).isEmpty();
    }

    private Reply resolve(String refund) {
        return coffer.as("operator-1")
                .post("/v1/refunds/" + refund + "/resolutions", FAILED.formatted(HomeSale.EVIDENCE));
    }

    private Reply decide(String refund, String no, String verdict, String evidence) {
        return coffer.as("operator-1")
                .post("/v1/refunds/" + refund + "/contradictions/" + no + "/decisions", """
                        {"verdict":"%s","evidence":%s,"reason":"LETTER_CAME"}""".formatted(
                                verdict, evidence));
    }

    /** The channel tells by itself that the payer has it. */
    private Reply told(String refund) {
        return told(refund, "WR-1");
    }

    private Reply told(String refund, String channelRefundNo) {
        return coffer.as("bank-adapter")
                .post("/v1/bank/refund-results", """
                {"refundNo":"%s","result":"SUCCEEDED","channelRefundNo":"%s","settlementDate":"%s"}""".formatted(refund, channelRefundNo, settlementDate()));
    }

    private static String paid() {
        return """
                {"outcome":{"result":"SUCCEEDED","channelRefundNo":"WR-1","settlementDate":"%s"},"evidence":%%s,\
                "reason":"LETTER_CAME"}""".formatted(settlementDate());
    }

    private static LocalDate settlementDate() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(6);
    }

    /** What the operators' list has to say of it; nothing where it is not there. */
    private String listed(String refund) {
        return coffer.as("operator-1").all("/v1/work-lists/refunds-unknown", coffer.head()).stream()
                .filter(item -> item.path("id").asString().equals(refund))
                .map(item -> item.path("detail").asString())
                .map(detail -> detail.replaceFirst(":.*", ""))
                .findFirst()
                .orElse("");
    }
}
