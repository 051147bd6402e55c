package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A payout")
class PayoutsTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @ParameterizedTest(name = "to an account whose bank {1}")
    @CsvSource({
        "9000, answers at once",
        "9001, answers late",
        "9002, never answers and pays",
        "9004, loses its callback",
        "9005, tells it twice",
        "9006, tells it before it answers",
        "9009, denies it first and pays late"
    })
    void is_paid_by_one_debit(String ending, String behaviour) {
        var sale = HomeSale.releasable(coffer, "100.00", "621700000000" + ending);
        sale.release("R-1", "100.00").isAccepted();
        sale.payoutView("R-1", "SUCCEEDED");
        assertThat(sale.account("COMPLETED").at("/total/value").asString())
                .as(behaviour)
                .isEqualTo("0.00");
        assertThat(coffer.bank().debitsOf(sale.payout("R-1"))).singleElement().satisfies(debit -> {
            assertThat(debit.path("count").asInt()).isEqualTo(1);
            assertThat(debit.path("amount").asString()).isEqualTo("100.00");
        });
    }

    @Tag("any-store")
    @ParameterizedTest(name = "that the bank {1}")
    @CsvSource({"9007, refuses", "9008, refuses late"})
    void gives_the_money_back_to_the_account_without_a_debit(String ending, String behaviour) {
        var sale = HomeSale.releasable(coffer, "100.00", "621700000000" + ending);
        sale.release("R-1", "100.00").isAccepted();
        assertThat(sale.payoutView("R-1", "FAILED").path("reason").asString())
                .as(behaviour)
                .isEqualTo("ACCOUNT_CLOSED");
        var account = Until.is(
                sale::account, seen -> seen.at("/releases/0/state").asString().equals("FAILED"));
        assertThat(account.at("/buckets/available/value").asString()).isEqualTo("100.00");
        assertThat(account.at("/buckets/inRelease/value").asString()).isEqualTo("0.00");
        assertThat(coffer.bank().debitsOf(sale.payout("R-1"))).isEmpty();
    }

    @Tag("any-store")
    @Test
    @DisplayName(
            "T30: times out, the bank says NOT_FOUND, the same number goes out again after the quiet time: one debit")
    void that_nobody_has_heard_of_is_sent_again_under_its_own_number() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009003");
        sale.release("R-1", "100.00").isAccepted();
        var payout = sale.payoutView("R-1", "SUCCEEDED");
        assertThat(payout.path("attempts").asInt()).isEqualTo(2);
        assertThat(coffer.as("auditor").get("/v1/payouts/" + sale.payout("R-1") + "/events").items().stream()
                        .map(event -> event.path("name").asString()))
                .containsSubsequence(
                        "payouts.PayoutSubmitting",
                        "payouts.PayoutResultUnknown",
                        "payouts.PayoutNotFound",
                        "payouts.PayoutSubmitting",
                        "payouts.PayoutSucceeded");
        assertThat(coffer.bank().instructionsFor(sale.payout("R-1"))).isEqualTo(2);
        assertThat(coffer.bank().debitsOf(sale.payout("R-1")))
                .singleElement()
                .satisfies(debit -> assertThat(debit.path("count").asInt()).isEqualTo(1));
    }

    @Tag("any-store")
    @Test
    void never_has_a_second_debit_whatever_happened_before() {
        assertThat(coffer.bank().totalOfDebits().path("payoutsDebitedTwice").asInt())
                .isZero();
    }
}
