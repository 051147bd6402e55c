package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A merchant's fee account")
class FeeAccountsTest {

    private static final int CALLERS = 32;

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client acme = coffer.as("acme");
    private final Client operator = coffer.as("operator-1");

    @Test
    @DisplayName("T48: B has 1.00 and the fee is 8.40: refused with the gap of 7.40, which terms may advance")
    void too_poor_for_a_fee_says_what_is_missing_or_has_it_advanced() {
        var shop = Shop.with(coffer, "1.00");
        var refused = shop.reserve("O-1", "8.40").isRefused(422, "FEE_NOT_COVERED");
        assertThat(refused.at("/gap/value")).isEqualTo("7.40");
        assertThat(refused.at("/advanceable/value")).isEqualTo("0.00");
        assertThat(shop.account().at("/available/value").asString()).isEqualTo("1.00");

        shop.lent("100.00");
        assertThat(events(shop.reserve("O-1", "8.40").isAccepted()))
                .containsExactly("merchants.FeeReserved", "merchants.FeeAdvanced");
        var account = shop.account();
        assertBuckets(account, "0.00", "8.40", "7.40");
        assertThat(account.at("/reservations/0/orderNo").asString()).isEqualTo("O-1");
        assertThat(account.at("/reservations/0/amount/value").asString()).isEqualTo("8.40");
        assertThat(account.at("/advances/0/open/value").asString()).isEqualTo("7.40");
        assertThat(account.at("/advances/0/overdue").asBoolean()).isFalse();
        assertThat(coffer.as("auditor").all("/v1/work-lists/fee-receivables", coffer.head()))
                .anySatisfy(item -> {
                    assertThat(item.path("id").asString()).isEqualTo(shop.id());
                    assertThat(item.at("/amount/value").asString()).isEqualTo("7.40");
                });
        assertLedgerAgrees(shop);
    }

    @Test
    @DisplayName("T49: the order expires: what was advanced is recovered first, the rest is available again")
    void gets_back_what_an_order_does_not_take() {
        var plain = Shop.with(coffer, "20.00");
        plain.reserve("O-1", "8.40").isAccepted();
        assertThat(events(plain.end("O-1").isAccepted())).containsExactly("merchants.FeeReservationEnded");
        assertBuckets(plain.account(), "20.00", "0.00", "0.00");
        plain.end("O-1").isRefused(409, "FEE_NOT_RESERVED");

        var lent = Shop.with(coffer, "1.00").lent("100.00");
        lent.reserve("O-1", "8.40").isAccepted();
        assertThat(events(lent.end("O-1").isAccepted()))
                .containsExactly("merchants.AdvanceRecovered", "merchants.FeeReservationEnded");
        assertBuckets(lent.account(), "1.00", "0.00", "0.00");
        assertThat(lent.balance("R2201", lent.id() + ".O-1")).isEqualTo("7.40");
        assertLedgerAgrees(lent);
    }

    @Test
    void pays_its_advances_before_a_top_up_becomes_available() {
        var shop = Shop.opened(coffer).lent("100.00");
        shop.reserve("O-1", "8.40").isAccepted();
        shop.pay("10.00");
        shop.once("/available/value", "1.60");
        assertBuckets(shop.account(), "1.60", "8.40", "0.00");
        assertThat(shop.end("O-1").isAccepted().status()).isEqualTo(200);
        assertBuckets(shop.account(), "10.00", "0.00", "0.00");
        assertLedgerAgrees(shop);
    }

    @Test
    void takes_a_suspended_receipt_that_an_operator_assigns_and_keeps_it() {
        var shop = Shop.opened(coffer);
        var coreNo = HomeSale.nextCoreNo();
        coffer.as("bank-adapter")
                .post("/v1/bank/notices", HomeSale.notice(coreNo, "99999998", "55.00"))
                .isAccepted();
        var receipt = "/v1/receipts/" + HomeSale.receipt(coreNo);
        var waiting = receipt(receipt, "SUSPENDED");
        assign(receipt, "{\"account\":\"MB:acme:NEVER-WAS\"}", waiting).isRefused(404, "NOT_FOUND");
        assign(receipt, "{\"account\":\"" + shop.id() + "\",\"use\":\"PRICE\"}", waiting)
                .isRefused(422, "USE_NOT_APPLICABLE");
        assign(receipt, "{\"account\":\"" + shop.id() + "\"}", waiting).isAccepted();
        shop.once("/available/value", "55.00");

        var taken = receipt(receipt, "CONSUMED");
        assertThat(taken.at("/accountId")).isEqualTo(shop.id());
        assertThat(taken.at("/taken/value")).isEqualTo("55.00");
        assign(receipt, "{\"account\":\"" + shop.id() + "\"}", taken).isRefused(409, "RECEIPT_NOT_FREE");
        operator.post(receipt + "/corrections", "{}").isRefused(422, "CORRECTION_NOT_SUPPORTED");
        operator.post(receipt + "/returns").isRefused(409, "RECEIPT_NOT_FREE");
        assertThat(shop.balance("R2101", HomeSale.receipt(coreNo))).isEqualTo("0.00");
        assertLedgerAgrees(shop);
    }

    @Test
    void that_takes_no_money_in_leaves_it_in_suspense_for_later() {
        var shop = Shop.with(coffer, "20.00");
        shop.stand("FROZEN").isAccepted();
        var coreNo = shop.pay("5.00");
        var receipt = "/v1/receipts/" + HomeSale.receipt(coreNo);
        var waiting = receipt(receipt, "SUSPENDED");
        assertThat(waiting.at("/reason")).isEqualTo("TARGET_REFUSED");
        var refused = shop.reserve("O-1", "8.40").isRefused(409, "FEE_ACCOUNT_RESTRICTED");
        assertThat(refused.at("/standing")).isEqualTo("FROZEN");
        assertBuckets(shop.account(), "20.00", "0.00", "0.00");

        shop.stand("IN_ONLY").isAccepted();
        assign(receipt, "{\"account\":\"" + shop.id() + "\"}", waiting).isAccepted();
        shop.once("/available/value", "25.00");
        shop.reserve("O-1", "8.40").isRefused(409, "FEE_ACCOUNT_RESTRICTED");
        shop.stand("ACTIVE").isAccepted();
        shop.reserve("O-1", "8.40").isAccepted();
        assertLedgerAgrees(shop);
    }

    /** B has three fees and a half; terms lend one more and a half. */
    @Test
    void that_many_reserve_on_at_once_promises_no_fen_twice() {
        var shop = Shop.with(coffer, "29.40").lent("12.60");
        var answers = together(caller -> () -> shop.reserve("O-" + caller, "8.40"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400)
                .hasSize(CALLERS - 5)
                .allMatch(answer ->
                        List.of("FEE_NOT_COVERED", "CONCURRENT_CHANGE").contains(answer.code()));
        assertBuckets(shop.account(), "0.00", "42.00", "12.60");
        assertThat(shop.account().path("reservations").size()).isEqualTo(5);
        assertLedgerAgrees(shop);
    }

    @Test
    void answers_a_repeat_of_every_operation_as_the_first_time() {
        var merchant = "M-" + HomeSale.nextCoreNo();
        repeated(acme, Shop.PATH, Shop.opening(merchant), Shop.opening(merchant + "-2"));
        var shop = Shop.with(coffer, "20.00");
        repeated(operator, shop.path() + "/advance-limits", Shop.limit("5.00"), Shop.limit("6.00"));
        shop.seen(repeated(acme, shop.path() + "/fee-reservations", Shop.fee("O-1", "8.40"), Shop.fee("O-1", "8.41")));
        assertBuckets(shop.account(), "11.60", "8.40", "0.00");
        shop.seen(
                repeated(acme, shop.path() + "/fee-reservations/O-1/end", "{\"reason\":\"X\"}", "{\"reason\":\"Y\"}"));
        assertBuckets(shop.account(), "20.00", "0.00", "0.00");
        repeated(
                operator,
                shop.path() + "/standing",
                "{\"standing\":\"FROZEN\",\"reason\":\"X\"}",
                "{\"standing\":\"ACTIVE\",\"reason\":\"X\"}");
    }

    @Test
    void reserves_one_fee_per_order_whatever_the_key() {
        var shop = Shop.with(coffer, "20.00");
        shop.reserve("O-1", "8.40").isAccepted();
        shop.reserve("O-1", "8.40").isRefused(409, "FEE_ALREADY_RESERVED");
        shop.reserve("O-2", "11.60").isAccepted();
        shop.reserve("O-3", "0.01").isRefused(422, "FEE_NOT_COVERED");
    }

    @Test
    void is_lent_nothing_by_one_person_or_by_itself() {
        var shop = Shop.opened(coffer);
        shop.say("acme", "/advance-limits", Shop.limit("5.00")).isRefused(403, "NOT_PERMITTED");
        shop.say("acme", "/standing", "{\"standing\":\"ACTIVE\",\"reason\":\"X\"}")
                .isRefused(403, "NOT_PERMITTED");
        var tooHigh = shop.say("operator-1", "/advance-limits", Shop.limit("10000.01"))
                .isRefused(422, "ADVANCE_LIMIT_TOO_HIGH");
        assertThat(tooHigh.at("/most/value")).isEqualTo("10000.00");
        shop.say("operator-1", "/advance-limits", Shop.limit("10.00")).isAccepted();
        shop.once("/askedLimit/value", "10.00");
        shop.reserve("O-1", "8.40").isRefused(422, "FEE_NOT_COVERED");
    }

    @Test
    void is_unknown_to_other_tenants() {
        var shop = Shop.with(coffer, "20.00");
        var globex = coffer.as("globex");
        globex.get(shop.path()).isRefused(404, "NOT_FOUND");
        globex.get(shop.path() + "/events").isRefused(404, "NOT_FOUND");
        globex.post(shop.path() + "/fee-reservations", Shop.fee("O-1", "1.00")).isRefused(404, "NOT_FOUND");
        assertThat(globex.all(Shop.PATH, coffer.head()))
                .noneMatch(line -> line.toString().contains("MB:acme:"));
        assertThat(acme.all(Shop.PATH, coffer.head()))
                .anyMatch(line -> line.path("id").asString().equals(shop.id()));
    }

    private static void assertBuckets(JsonNode account, String available, String reserved, String advanced) {
        assertThat(account.at("/available/value").asString()).isEqualTo(available);
        assertThat(account.at("/reserved/value").asString()).isEqualTo(reserved);
        assertThat(account.at("/advanced/value").asString()).isEqualTo(advanced);
    }

    /** The sub-ledgers of both books say what the account's view says, and every equation holds. */
    private void assertLedgerAgrees(Shop shop) {
        var account = shop.account();
        assertThat(shop.balance("R2004", shop.id() + ".AVAILABLE"))
                .isEqualTo(account.at("/available/value").asString());
        assertThat(shop.balance("R2004", shop.id() + ".RESERVED"))
                .isEqualTo(account.at("/reserved/value").asString());
        assertThat(shop.balance("O1201", shop.id()))
                .isEqualTo(account.at("/advanced/value").asString());
        coffer.assertAllHold();
    }

    private Reply receipt(String path, String state) {
        return Until.is(
                () -> operator.get(path),
                receipt -> receipt.status() == 200 && receipt.at("/state").equals(state));
    }

    private Reply assign(String receipt, String body, Reply seen) {
        return operator.ask("POST", receipt + "/assignment", body)
                .ifMatch(seen.etag())
                .answer();
    }

    private static Reply repeated(Client client, String path, String body, String other) {
        var key = UUID.randomUUID().toString();
        var first = client.ask("POST", path, body).key(key).answer().isAccepted();
        var again = client.ask("POST", path, body).key(key).answer().isAccepted();
        assertThat(again.isReplay()).as(path).isTrue();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.position()).isEqualTo(first.position());
        client.ask("POST", path, other).key(key).answer().isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        return first;
    }

    private static List<String> events(Reply answer) {
        return answer.json()
                .path("events")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<Reply> together(java.util.function.IntFunction<Callable<Reply>> call) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers.invokeAll(IntStream.range(0, CALLERS).mapToObj(call).toList()).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException failure) {
                            throw new IllegalStateException(failure);
                        }
                    })
                    .toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
