package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Thirty-two callers at the same moment")
class CrowdTest {

    private static final int CALLERS = 32;

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    void release_one_balance_once() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");

        var answers = together(caller -> sale.release("R-" + caller, "100.00"));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 202 || answer.status() == 200 || answer.status() == 201)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400)
                .hasSize(CALLERS - 1)
                .allMatch(answer -> List.of("EXCEEDS_RELEASABLE", "NOT_IN_THIS_STATE", "CONCURRENT_CHANGE")
                        .contains(answer.code()));
        sale.account("COMPLETED");
        coffer.assertAllHold();
    }

    /** Whoever is first has all of it: it is either with the seller, or held to the last fen. */
    @Test
    void freeze_what_others_release() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");

        var answers = together(caller -> caller % 2 == 0
                ? sale.release("R-" + caller, "100.00")
                : sale.freeze("acme", "F-" + caller, "DISPUTE", "buyer-1", "100.00"));

        assertThat(answers)
                .allMatch(answer -> answer.status() < 300
                        || List.of("EXCEEDS_RELEASABLE", "NOT_IN_THIS_STATE", "CONCURRENT_CHANGE")
                                .contains(answer.code()));
        coffer.settled();
        var account = Until.is(
                sale::account,
                view -> view.at("/buckets/inRelease/value").asString().equals("0.00"));
        assertThat(account.path("freezes").isEmpty()).isFalse();
        var left = account.at("/total/value").asString();
        assertThat(left).isIn("0.00", "100.00");
        assertThat(account.at("/effectiveFrozen/value").asString()).isEqualTo(left);
        assertThat(account.at("/releasable/value").asString()).isEqualTo("0.00");
        var debits = coffer.bank().debits().stream()
                .filter(debit -> debit.path("payoutNo").asString().startsWith(sale.payout("R-")))
                .toList();
        assertThat(debits).hasSize(left.equals("0.00") ? 1 : 0);
        coffer.assertAllHold();
    }

    /** Money that meets a closing account is either its excess, and keeps it open, or waits in suspense. */
    @Test
    void send_money_to_an_account_that_others_close() {
        var sale = HomeSale.releasable(coffer, "100.00", "6217000000009000");
        sale.release("R-1", "100.00").isAccepted();
        sale.account("COMPLETED");
        var number = sale.virtualAccount();
        var coreNos =
                IntStream.range(0, CALLERS).mapToObj(_ -> HomeSale.nextCoreNo()).toList();

        var answers = together(caller -> caller % 2 == 0
                ? coffer.as("bank-adapter")
                        .post("/v1/bank/notices", HomeSale.notice(coreNos.get(caller), number, "1.00"))
                : coffer.as("acme").post(sale.path() + "/closure"));

        assertThat(answers)
                .allMatch(answer -> answer.status() < 300
                        || List.of("CLOSURE_BLOCKED", "CONCURRENT_CHANGE").contains(answer.code()));
        coffer.settled();
        var consumed = 0;
        for (var caller = 0; caller < CALLERS; caller += 2) {
            var receipt = coffer.as("operator-1").get("/v1/receipts/" + HomeSale.receipt(coreNos.get(caller)));
            assertThat(receipt.at("/state")).isIn("CONSUMED", "SUSPENDED");
            consumed += receipt.at("/state").equals("CONSUMED") ? 1 : 0;
        }
        var account = sale.account();
        assertThat(account.path("state").asString()).isEqualTo(consumed == 0 ? "CLOSED" : "COMPLETED");
        assertThat(account.at("/setApart/value").asString()).isEqualTo(consumed + ".00");
        coffer.assertAllHold();
    }

    private static List<Reply> together(IntFunction<Reply> call) {
        var start = new CyclicBarrier(CALLERS);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> callers.submit(() -> {
                        start.await();
                        return call.apply(caller);
                    }))
                    .toList();
            return asked.stream().map(CrowdTest::answer).toList();
        }
    }

    private static Reply answer(java.util.concurrent.Future<Reply> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
