package io.coffer.journeys;

import static io.coffer.journeys.Sharing.leg;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Over HTTP, a business system can split a payment")
class SplitsTest {

    private static final int CALLERS = 32;

    private final RunningCoffer coffer = RunningCoffer.shared();

    /** T12 of {@code domain.md}. */
    @Test
    void among_stores_and_for_a_fee_once_whoever_repeats_it() {
        var till = Till.paid(coffer, "10000.00");
        var sharing = new Sharing(coffer, till);
        var one = Shop.opened(coffer);
        var two = Shop.opened(coffer);
        var splitNo = "SP-" + till.no();
        var legs = new String[] {leg(one.id(), "6000.00"), leg(two.id(), "3500.00")};

        sharing.ask(splitNo, "10000.00", "500.00", legs).isAccepted();
        var done = sharing.once(splitNo, "EXECUTED");
        var again = sharing.ask(splitNo, "10000.00", "500.00", legs).isAccepted();

        assertThat(again.json().path("events").isEmpty()).isTrue();
        assertThat(done.at("/legs/1/amount/value").asString()).isEqualTo("3500.00");
        assertThat(done.at("/fee/value").asString()).isEqualTo("500.00");
        one.once("/available/value", "6000.00");
        two.once("/available/value", "3500.00");
        assertThat(sharing.contract().at("/balance/value").asString()).isEqualTo("0.00");
        assertThat(one.balance("R2201", Sharing.id(splitNo))).isEqualTo("500.00");
        var listed = coffer.as("acme").get(Sharing.PATH + "?contract=" + till.contract(), coffer.head());
        assertThat(listed.items())
                .singleElement()
                .satisfies(line -> assertThat(line.at("/id").asString()).isEqualTo(Sharing.id(splitNo)));
        coffer.assertAllHold();
    }

    /** T13 of {@code domain.md}. */
    @Test
    void only_into_parts_that_add_up_under_a_number_of_its_own() {
        var till = Till.paid(coffer, "100.00");
        var sharing = new Sharing(coffer, till);
        var shop = Shop.opened(coffer);

        var differs = sharing.ask("SP-1-" + till.no(), "100.00", "0.01", leg(shop.id(), "100.00"));
        assertThat(differs.status()).isEqualTo(422);
        assertThat(differs.code()).isEqualTo("SPLIT_SUM_DIFFERS");
        assertThat(differs.at("/given/value")).isEqualTo("100.01");
        var twice =
                sharing.ask("SP-1-" + till.no(), "100.00", "0.00", leg(shop.id(), "50.00"), leg(shop.id(), "50.00"));
        assertThat(twice.code()).isEqualTo("SPLIT_PAYEE_TWICE");
        var stranger = sharing.ask("SP-1-" + till.no(), "100.00", "0.00", leg("MB:umbrella:M-1", "100.00"));
        assertThat(stranger.status()).isEqualTo(404);
        var none = sharing.ask("SP-1-" + till.no(), "100.00", "0.00", leg(shop.id(), "0.00"));
        assertThat(none.status()).isEqualTo(422);

        sharing.ask("SP-1-" + till.no(), "60.00", "0.00", leg(shop.id(), "60.00"))
                .isAccepted();
        var taken = sharing.ask("SP-1-" + till.no(), "40.00", "0.00", leg(shop.id(), "40.00"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("SPLIT_NUMBER_TAKEN");
        sharing.once("SP-1-" + till.no(), "EXECUTED");
        coffer.assertAllHold();
    }

    /** T14 of {@code domain.md}; and every payee that would not take its leg is named. */
    @Test
    void not_beyond_its_payment_nor_to_accounts_that_take_nothing_in() {
        var till = Till.paid(coffer, "100.00");
        var sharing = new Sharing(coffer, till);
        var shop = Shop.opened(coffer);
        var frozen = Shop.opened(coffer);
        frozen.stand("FROZEN").isAccepted();

        sharing.ask("SP-A-" + till.no(), "100.01", "0.00", leg(shop.id(), "100.01"))
                .isAccepted();
        var shortOf = sharing.once("SP-A-" + till.no(), "BLOCKED");
        assertThat(shortOf.at("/gap/value").asString()).isEqualTo("0.01");

        sharing.ask(
                        "SP-B-" + till.no(),
                        "100.00",
                        "0.00",
                        leg(shop.id(), "50.00"),
                        leg(frozen.id(), "30.00"),
                        leg("MB:acme:NEVER-WAS", "20.00"))
                .isAccepted();
        var refused = sharing.once("SP-B-" + till.no(), "BLOCKED");
        assertThat(refused.path("refusals").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"payee\":\"" + frozen.id() + "\",\"code\":\"FEE_ACCOUNT_RESTRICTED\"}",
                        "{\"payee\":\"MB:acme:NEVER-WAS\",\"code\":\"NOT_FOUND\"}");
        var contract = sharing.contract();
        assertThat(contract.at("/available/value").asString()).isEqualTo("100.00");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void of_much_money_when_somebody_else_agrees_and_cancel_it_before() {
        var till = Till.paid(coffer, "60000.00");
        var sharing = new Sharing(coffer, till);
        var shop = Shop.opened(coffer);
        var splitNo = "SP-A-" + till.no();
        var later = "SP-B-" + till.no();

        sharing.ask(splitNo, "50000.00", "0.00", leg(shop.id(), "50000.00")).isAccepted();
        sharing.say(Sharing.id(splitNo), "/cancellation", "{\"reason\":\"NOT_WANTED\"}")
                .isAccepted();
        sharing.once(splitNo, "CANCELLED");
        sharing.ask(later, "50000.00", "0.00", leg(shop.id(), "50000.00")).isAccepted();
        HomeSale.approve(coffer, "AR:acme:split:" + later, "checker-1", coffer.head());
        var done = sharing.once(later, "EXECUTED");

        assertThat(done.path("approvalId").asString()).isEqualTo("AR:acme:split:" + later);
        var late = sharing.say(Sharing.id(later), "/cancellation", "{\"reason\":\"NOT_WANTED\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("NOT_IN_THIS_STATE");
        assertThat(sharing.contract().at("/available/value").asString()).isEqualTo("10000.00");
        coffer.assertAllHold();
    }

    /** PR-506: own cash that is out comes back out of every inflow first. */
    @Test
    void so_that_a_merchant_pays_its_debt_first() {
        var till = Till.paid(coffer, "100.00");
        var shop = Shop.opened(coffer).lent("20.00");
        shop.reserve("O-1", "8.40").isAccepted();

        new Sharing(coffer, till).done("100.00", "0.00", leg(shop.id(), "100.00"));

        shop.once("/available/value", "91.60");
        shop.once("/advanced/value", "0.00");
        coffer.assertAllHold();
    }

    @Test
    void and_of_many_at_once_as_many_as_there_is_money_for() {
        var till = Till.paid(coffer, "100.00");
        var sharing = new Sharing(coffer, till);
        var shop = Shop.opened(coffer);

        var answers = together(
                caller -> sharing.ask("SP-" + caller + "-" + till.no(), "30.00", "0.00", leg(shop.id(), "30.00")));

        assertThat(answers).allMatch(answer -> answer.status() < 300);
        coffer.settled();
        var splits = coffer.as("acme").all(Sharing.PATH, coffer.head()).stream()
                .filter(split -> split.path("order").asString().equals(till.id()))
                .toList();
        assertThat(splits).hasSize(CALLERS);
        assertThat(splits)
                .filteredOn(split -> split.path("state").asString().equals("EXECUTED"))
                .hasSize(3);
        assertThat(splits)
                .filteredOn(split -> split.path("state").asString().equals("BLOCKED"))
                .hasSize(CALLERS - 3)
                .allMatch(split -> !split.at("/gap/value").asString().equals("0.00"));
        shop.once("/available/value", "90.00");
        assertThat(sharing.contract().at("/balance/value").asString()).isEqualTo("10.00");
        coffer.assertAllHold();
    }

    @Test
    void and_of_many_under_one_number_one() {
        var till = Till.paid(coffer, "100.00");
        var sharing = new Sharing(coffer, till);
        var shop = Shop.opened(coffer);

        var answers = together(_ -> sharing.ask("SP-" + till.no(), "30.00", "0.00", leg(shop.id(), "30.00")));

        assertThat(answers)
                .allMatch(answer -> answer.status() < 300 || answer.code().equals("CONCURRENT_CHANGE"));
        sharing.once("SP-" + till.no(), "EXECUTED");
        shop.once("/available/value", "30.00");
        coffer.assertAllHold();
    }

    static List<Reply> together(IntFunction<Reply> call) {
        var start = new CyclicBarrier(CALLERS);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> callers.submit(() -> {
                        start.await();
                        return call.apply(caller);
                    }))
                    .toList();
            return asked.stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException failure) {
                            throw new IllegalStateException(failure);
                        }
                    })
                    .toList();
        }
    }
}
