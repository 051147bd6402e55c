package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stops everybody is tried where nobody else is. */
@DisplayName("The institution's money")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyTest {

    private static final String ALL = "/v1/payout-switches/PS:ALL";
    private static final String ONE = "/v1/payout-switches/PS:" + HomeSale.BANK + "." + HomeSale.CUSTODY;
    private static final String WHY = "{\"reason\":\"DRILL\"}";

    // Long enough for a payout that nobody has heard of to stay so, short enough for people to settle it.
    private final RunningCoffer coffer = RunningCoffer.start(
            Data.fresh(), Map.of("coffer.bank.quiet-time", "1h", "coffer.bank.evidence-after", "1s"), OddRules.class);

    @AfterAll
    void stop() {
        coffer.close();
    }

    @Test
    @DisplayName("T40: an event whose rule debits 100 and credits 99 is refused, and nothing is stored")
    void is_never_booked_by_a_rule_that_does_not_balance() {
        var head = coffer.settled();
        var notice = HomeSale.notice(HomeSale.nextCoreNo(), "90001", OddRules.ODD);
        var refusal = coffer.as("bank-adapter").post("/v1/bank/notices", notice).isRefused(422, "UNBALANCED_JOURNAL");
        assertThat(refusal.at("/rule")).isEqualTo("PR-102");
        assertThat(coffer.settled()).isEqualTo(head);
        coffer.as("bank-adapter")
                .post("/v1/bank/notices", notice.replace(OddRules.ODD, "13.14"))
                .isAccepted();
        assertThat(coffer.head()).isGreaterThan(head);
    }

    @Test
    void stays_while_one_custody_account_is_stopped_and_goes_after_two_people_resumed_it() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        coffer.as("acme").post(ONE + "/stop", WHY).isRefused(404, "NOT_FOUND");
        coffer.as("auditor").post(ONE + "/stop", WHY).isRefused(403, "NOT_PERMITTED");
        coffer.as("operator-1").post(ONE + "/stop", WHY).isAccepted();
        sale.release("R-1", "100.00").isAccepted();
        waits(sale);
        resume(ONE);
        sale.payoutView("R-1", "SUCCEEDED");
    }

    @Test
    void that_a_freeze_came_too_late_for_is_called_back_before_the_bank_hears_of_it() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        coffer.as("operator-1").post(ONE + "/stop", WHY).isAccepted();
        sale.release("R-1", "100.00").isAccepted();
        waits(sale);
        sale.freeze("acme", "F-1", "DISPUTE", "buyer-1", "40.00").isAccepted();

        assertThat(sale.payoutView("R-1", "FAILED").path("reason").asString()).isEqualTo("RECALLED");
        sale.releaseIs("R-1", "FAILED");
        assertThat(sale.frozen("40.00").at("/releasable/value").asString()).isEqualTo("60.00");
        resume(ONE);
        sale.release("R-2", "60.01").isRefused(422, "EXCEEDS_RELEASABLE");
        sale.release("R-2", "60.00").isAccepted();
        sale.payoutView("R-2", "SUCCEEDED");
        assertThat(coffer.bank().instructionsFor(sale.payout("R-1"))).isZero();
    }

    @Test
    void that_the_bank_knows_nothing_of_is_settled_by_its_papers_and_a_second_person() {
        var sale = HomeSale.releasable(coffer, "300.00", "6217000000009003");
        sale.release("R-1", "300.00").isAccepted();
        sale.payoutView("R-1", "NOT_FOUND");
        var papers = "/v1/payouts/" + sale.payout("R-1") + "/resolutions";
        var refused = """
                {"outcome":{"result":"REFUSED","code":"NEVER_ARRIVED","bankDate":"2026-11-22"},"evidence":%s}""";
        var operator = coffer.as("operator-1");
        operator.post(papers, refused.formatted("[]")).isRefused(422, "BANK_EVIDENCE_MISSING");
        var ask = operator.ask("POST", papers, refused.formatted(HomeSale.EVIDENCE));
        var asked = Until.is(ask::answer, answer -> answer.status() == 200);
        var request = open("RESOLVE_PAYOUT", asked.position());
        operator.ask("POST", "/v1/approvals/" + request + "/approve", null)
                .ifMatch("*")
                .answer()
                .isRefused(403, "NOT_PERMITTED");
        HomeSale.approve(coffer, request, "checker-1", asked.position());
        assertThat(sale.payoutView("R-1", "FAILED").path("reason").asString()).isEqualTo("NEVER_ARRIVED");
        assertThat(sale.account("RELEASABLE").at("/buckets/available/value").asString())
                .isEqualTo("300.00");
        assertThat(coffer.bank().debitsOf(sale.payout("R-1"))).isEmpty();
    }

    @Test
    void stays_after_the_bank_gave_back_what_it_had_refused_until_two_people_resumed_it() {
        var refused = HomeSale.releasable(coffer, "400.00", "6217000000009007");
        refused.release("R-1", "400.00").isAccepted();
        refused.releaseIs("R-1", "FAILED");
        var told = refused.tellReturn("R-1", "400.00");
        Until.is(
                () -> coffer.as("operator-1").get("/v1/payout-switches"),
                answer -> answer.text().contains(",\"stopped\":true"));

        var payout = refused.payoutView("R-1", "FAILED");
        assertThat(payout.path("reason").asString()).isEqualTo("THE_BANK_CONTRADICTS_ITSELF");
        assertThat(payout.has("returnReceipt")).isTrue();
        assertThat(refused.account("RELEASABLE").at("/total/value").asString()).isEqualTo("400.00");
        assertThat(coffer.as("auditor")
                        .get("/v1/ledger/alarms?limit=200", told.position())
                        .text())
                .contains("\"position\":" + told.at("/position"));
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        sale.release("R-1", "100.00").isAccepted();
        waits(sale);
        resume(ONE);
        sale.payoutView("R-1", "SUCCEEDED");
        coffer.assertAllHold();
    }

    @Test
    @DisplayName("T54: when reserve coverage fails, payouts stop by themselves; one person cannot resume them")
    void stays_when_it_no_longer_covers_what_is_owed() {
        var sale = HomeSale.releasable(coffer, "200.00", "6217000000009000");
        coffer.settled();
        damage(-1);
        Until.is(
                () -> coffer.as("operator-1").get("/v1/payout-switches"),
                answer -> answer.text().contains("\"id\":\"PS:ALL\",\"stopped\":true"));
        assertThat(coffer.as("auditor").get("/v1/ledger/alarms").text()).contains("\"equation\":\"C2\"");
        assertThat(coffer.as("auditor").get("/v1/ledger/equations").at("/allHold"))
                .isEqualTo("false");
        sale.release("R-1", "200.00").isAccepted();
        waits(sale);
        coffer.as("operator-1").post(ALL + "/resume", "{\"stopNo\":1}").isRefused(422, "APPROVAL_MISSING");
        damage(1);
        assertThat(coffer.as("auditor").get("/v1/ledger/equations").at("/allHold"))
                .isEqualTo("true");
        // That look told of each event since; each is a stop of its own, and people lift what they have seen.
        coffer.heard();
        resume(ALL);
        sale.payoutView("R-1", "SUCCEEDED");
        assertThat(coffer.bank().debitsOf(sale.payout("R-1")))
                .singleElement()
                .satisfies(debit -> assertThat(debit.path("count").asInt()).isEqualTo(1));
    }

    @Test
    @DisplayName(
            "C5: when a merchant's contracts differ, its splits stop by themselves and nobody else's; one person cannot"
                    + " let them go")
    void is_not_split_while_what_its_merchants_contracts_hold_differs() {
        var till = Till.paid(coffer, "60000.00");
        var shop = Shop.opened(coffer);
        var sharing = new Sharing(coffer, till);
        var merchant = till.contract().split(":", 4)[2];
        var splits = "/v1/split-switches/SS:acme:" + merchant;
        var onItsWay = "SP-1-" + till.no();
        sharing.ask(onItsWay, "50000.00", "0.00", Sharing.leg(shop.id(), "50000.00"))
                .isAccepted();
        coffer.settled();
        differs(till, 1);
        var stopped = Until.is(
                () -> coffer.as("operator-1").get("/v1/split-switches"),
                answer -> answer.text().contains("\"id\":\"SS:acme:" + merchant + "\",\"stopped\":true"));
        assertThat(stopped.items()).hasSize(1);
        assertThat(coffer.as("auditor").get("/v1/ledger/alarms?limit=200").text())
                .contains("\"merchant\":\"MB:acme:" + merchant + "\"");
        var waiting = coffer.as("operator-1").get("/v1/work-lists/stopped-splits");
        assertThat(waiting.items()).singleElement().satisfies(item -> {
            assertThat(item.path("id").asString()).isEqualTo("SS:acme:" + merchant);
            assertThat(item.path("detail").asString()).startsWith("Equation C5 fails from position ");
        });

        sharing.ask("SP-2-" + till.no(), "1.00", "0.00", Sharing.leg(shop.id(), "1.00"))
                .isRefused(409, "SPLITS_ARE_STOPPED");
        HomeSale.approve(coffer, "AR:acme:split:" + onItsWay, "checker-1", coffer.head());
        assertThat(sharing.once(onItsWay, "BLOCKED").path("reason").asString()).isEqualTo("SPLITS_ARE_STOPPED");
        new Sharing(coffer, Till.paid(coffer, "100.00")).done("100.00", "0.00", Sharing.leg(shop.id(), "100.00"));

        coffer.as("operator-1").post(splits + "/resume", "{\"stopNo\":1}").isRefused(422, "APPROVAL_MISSING");
        differs(till, -1);
        coffer.heard();
        resume(splits, "RESUME_SPLITS");
        coffer.settled();
        sharing.done("40000.00", "500.00", Sharing.leg(shop.id(), "39500.00"));
        coffer.assertAllHold();
    }

    /** Between what an event of its payment states and what was booked. */
    private void differs(Till till, int fen) {
        assertThat(coffer.data()
                        .change("update query.ledger_leg set units = units + " + fen + " where contract = '"
                                + till.contract() + "' and kind = 'PAYMENT'"))
                .isEqualTo(1);
    }

    private void damage(int fen) {
        assertThat(coffer.data()
                        .change("update query.ledger_control set balance = balance + " + fen + " where code = 'R1002'"))
                .isEqualTo(1);
    }

    /** Looked at more than once by the sweeper, and still not sent. */
    private void waits(HomeSale sale) {
        Until.is(
                () -> coffer.data()
                        .number("select coalesce(max(attempt), 0) from command.deadline where aggregate_id = '"
                                + sale.payout("R-1") + "'"),
                attempts -> attempts >= 2);
        sale.payoutView("R-1", "CREATED");
        assertThat(coffer.bank().instructionsFor(sale.payout("R-1"))).isZero();
    }

    private void resume(String path) {
        resume(path, "RESUME_PAYOUTS");
    }

    private void resume(String path, String kind) {
        var asked = coffer.as("operator-1").post(path + "/resume-requests", WHY).isAccepted();
        HomeSale.approve(coffer, open(kind, asked.position()), "checker-1", asked.position());
    }

    /** The request for approval of this kind that waits for people. */
    private String open(String kind, long seen) {
        return Until.is(
                        () ->
                                coffer
                                        .as("checker-1")
                                        .get("/v1/approvals?state=PROPOSED&limit=200", seen)
                                        .items()
                                        .stream()
                                        .filter(approval -> approval.at("/subject/kind")
                                                .asString()
                                                .equals(kind))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .path("id")
                .asString();
    }
}
