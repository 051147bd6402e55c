package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("any-store")
@DisplayName("A closure")
class ClosureTest {

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client acme = coffer.as("acme");

    @Test
    void is_refused_with_every_blocker_at_once() {
        var sale = HomeSale.releasable(coffer, "60000.00", "6217000000009000");
        sale.pay("10.00");
        Until.is(
                sale::account,
                account -> account.at("/setApart/value").asString().equals("10.00"));
        sale.release("R-1", "60000.00").isAccepted();
        var refusal = acme.post(sale.path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        var said = "NOT_COMPLETED 0.00,BALANCE_NOT_ZERO 60000.00,RELEASE_UNDECIDED 60000.00,EXCESS_UNDECIDED 10.00";
        assertThat(blockers(refusal.json().path("blockers"))).isEqualTo(said);
        assertThat(blockers(sale.account().path("closureBlockers"))).isEqualTo(said);
        sale.approve("R-1", "checker-1");
        sale.account("COMPLETED");
        var last = acme.post(sale.path() + "/closure").isRefused(409, "CLOSURE_BLOCKED");
        assertThat(blockers(last.json().path("blockers"))).isEqualTo("EXCESS_UNDECIDED 10.00");
    }

    @Test
    @DisplayName("T22: late money of a closed account waits in R2101 for its payer, who gets it back")
    void puts_the_number_into_quarantine_so_that_late_money_reaches_nobody() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        sale.release("R-1", "100.00").isAccepted();
        sale.account("COMPLETED");
        var number = sale.virtualAccount();
        acme.post(sale.path() + "/closure").isAccepted();
        sale.account("CLOSED");
        assertThat(acme.post(sale.path() + "/closure").isAccepted().json().path("events"))
                .isEmpty();
        var coreNo = HomeSale.nextCoreNo();
        coffer.as("bank-adapter")
                .post("/v1/bank/notices", HomeSale.notice(coreNo, number, "5.00"))
                .isAccepted();
        var receipt = Until.is(
                () -> coffer.as("operator-1").get("/v1/receipts/" + HomeSale.receipt(coreNo)),
                answer -> answer.status() == 200 && answer.at("/state").equals("SUSPENDED"));
        assertThat(receipt.at("/reason")).isEqualTo("ACCOUNT_CLOSED");
        assertThat(coffer.as("operator-1").all("/v1/work-lists/suspense", coffer.settled()))
                .filteredOn(item -> item.path("id").asString().equals(HomeSale.receipt(coreNo)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("detail").asString()).isEqualTo("ACCOUNT_CLOSED");
                    assertThat(Instant.parse(item.path("due").asString()))
                            .isAfter(
                                    Instant.parse(item.path("since").asString()).plus(Duration.ofDays(1)))
                            .isBeforeOrEqualTo(
                                    Instant.parse(item.path("since").asString()).plus(Duration.ofDays(2)));
                    assertThat(item.path("overdue").asBoolean()).isFalse();
                });
        var path = "/v1/receipts/" + HomeSale.receipt(coreNo);
        var asked = coffer.as("operator-1").post(path + "/returns").isAccepted();
        HomeSale.approve(coffer, "AR:_:receipt:" + HomeSale.receipt(coreNo) + ":1", "checker-1", asked.position());
        Until.is(
                () -> coffer.as("operator-1").get(path),
                answer -> answer.at("/state").equals("RETURNED"));
        assertThat(coffer.bank().debitsOf("PY:" + HomeSale.receipt(coreNo) + ":1"))
                .hasSize(1);
        assertThat(sale.account("CLOSED").at("/total/value").asString()).isEqualTo("0.00");
    }

    @Test
    @DisplayName("T37: late money of an account that was given up waits as well; its number is nobody's")
    void is_not_the_only_way_into_quarantine() {
        var sale = HomeSale.opened(coffer, "100.00");
        var number = sale.virtualAccount();
        acme.post(sale.path() + "/cancellation", "{\"reason\":\"X\"}").isAccepted();
        sale.account("CANCELLED");
        coffer.settled();
        var coreNo = HomeSale.nextCoreNo();
        coffer.as("bank-adapter")
                .post("/v1/bank/notices", HomeSale.notice(coreNo, number, "5.00"))
                .isAccepted();
        var receipt = Until.is(
                () -> coffer.as("operator-1").get("/v1/receipts/" + HomeSale.receipt(coreNo)),
                answer -> answer.status() == 200 && answer.at("/state").equals("SUSPENDED"));
        assertThat(receipt.at("/reason")).isEqualTo("VIRTUAL_ACCOUNT_QUARANTINED");
    }

    private static String blockers(JsonNode blockers) {
        return StreamSupport.stream(blockers.spliterator(), false)
                .map(blocker -> blocker.path("kind").asString() + " "
                        + blocker.at("/amount/value").asString())
                .collect(java.util.stream.Collectors.joining(","));
    }
}
