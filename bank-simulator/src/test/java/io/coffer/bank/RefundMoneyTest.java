package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The money of a refund")
class RefundMoneyTest {

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Shop shop;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(300))
                .withRefundUrl(listener.url()));
        shop = new Shop(new Caller(bank.baseUrl()));
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
    }

    private Caller.Answer bounces(String refundNo) {
        return shop.caller().send("POST", "/simulator/refund-bounces/" + refundNo, "");
    }

    @Test
    void is_netted_up_to_what_the_channel_owes_and_debited_beyond() {
        String tradeNo = shop.paid("O-1");

        Caller.Answer exactly = shop.refunds("R-1", tradeNo, "1391.60");
        Caller.Answer beyond = shop.refunds("R-2", tradeNo, "8.40");

        assertThat(exactly.text("settlementDate")).isEqualTo("2026-11-23");
        assertThat(exactly.body().has("coreNo")).isFalse();
        // 8.34 of the fee are all that is left in the date.
        assertThat(exactly.text("feeReturned")).isEqualTo("8.34");
        assertThat(beyond.text("coreNo")).isEqualTo("202611220000000003");
        assertThat(beyond.body().has("settlementDate")).isFalse();
        assertThat(beyond.text("feeReturned")).isEqualTo("0.06");
        assertThat(beyond.text("feeSettlementDate")).isEqualTo("2026-11-23");
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("8.40");
    }

    @Test
    void comes_from_our_account_when_the_payment_was_paid_net() {
        String coreNo =
                shop.pays("O-1", ",\"virtualAccount\":\"88010000000001\"").text("coreNo");

        Caller.Answer refunded = shop.refunds("R-1", coreNo, "1400.00");

        assertThat(refunded.text("coreNo")).isNotEmpty().isNotEqualTo(coreNo);
        assertThat(refunded.text("feeReturned")).isEqualTo("8.40");
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("8.40");
    }

    @Test
    void brings_back_the_whole_fee_with_the_last_of_it_and_never_more() {
        String tradeNo = shop.paid("O-1");

        assertThat(shop.refunds("R-1", tradeNo, "1.00").text("feeReturned")).isEqualTo("0.00");
        assertThat(shop.asks("R-1").body().has("feeSettlementDate")).isFalse();
        assertThat(shop.refunds("R-2", tradeNo, "0.67").text("feeReturned")).isEqualTo("0.01");
        assertThat(shop.refunds("R-3", tradeNo, "1398.33").text("feeReturned")).isEqualTo("8.39");
    }

    @Test
    void leaves_the_fee_with_a_channel_that_keeps_it() {
        String body = Shop.payment("O-1", "").replace("true", "false");
        String tradeNo =
                shop.caller().send("POST", "/simulator/channel-payments", body).text("tradeNo");

        assertThat(shop.refunds("R-1", tradeNo, "1400.00").text("feeReturned")).isEqualTo("0.00");
    }

    @Test
    void is_never_more_than_is_left_pending_refunds_counted() {
        String tradeNo = shop.paid("O-1");
        shop.script("R-1", "{\"behaviour\":\"LATE\",\"delayMillis\":600000}");
        shop.refunds("R-1", tradeNo, "400.00");
        shop.refunds("R-2", tradeNo, "999.99");
        shop.script("R-3", Behaviour.LATE);

        Caller.Answer refused = shop.refunds("R-3", tradeNo, "0.02");

        assertThat(refused.text("failure")).isEqualTo("FINAL");
        assertThat(refused.text("code")).isEqualTo("EXCEEDS_ORIGINAL");
        assertThat(shop.refunds("R-4", tradeNo, "0.01").result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void is_checked_again_when_the_channel_had_swallowed_the_first_instruction() {
        String tradeNo = shop.paid("O-1");
        shop.script("R-1", Behaviour.NEVER_ANSWERS_NOT_EXECUTED);
        assertThat(shop.hearsNothing("R-1", tradeNo)).isTrue();
        shop.refunds("R-2", tradeNo, "1400.00");

        assertThat(shop.refunds("R-1", tradeNo, "100.00").text("code")).isEqualTo("EXCEEDS_ORIGINAL");
    }

    @Test
    void belongs_to_a_payment_of_the_same_channel() {
        String tradeNo = shop.paid("O-1");

        assertThat(shop.refunds("R-1", "T-0", "1.00").text("code")).isEqualTo("ORIGINAL_UNKNOWN");
        Caller.Answer elsewhere = shop.caller()
                .send(
                        "POST",
                        "/channel/refunds",
                        Shop.refund("R-2", tradeNo, "1.00").replace("WECHAT", "ALIPAY"));
        assertThat(elsewhere.text("code")).isEqualTo("ORIGINAL_UNKNOWN");
        assertThat(elsewhere.text("failure")).isEqualTo("FINAL");
    }

    @Test
    void is_taken_back_once_into_the_date_that_it_came_from() {
        String tradeNo = shop.paid("O-1");
        Caller.Answer refunded = shop.refunds("R-1", tradeNo, "1000.00");

        Caller.Answer bounced = bounces("R-1");

        assertThat(bounced.body().toString())
                .isEqualTo("{\"refundNo\":\"R-1\",\"result\":\"BOUNCED\",\"channelRefundNo\":\""
                        + refunded.text("channelRefundNo")
                        + "\",\"bankDate\":\"2026-11-22\",\"settlementDate\":\"2026-11-23\"}");
        eventually(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().idempotencyKey()).isEqualTo("refund-R-1-BOUNCED");
        assertThat(listener.heard().getFirst().json()).isEqualTo(bounced.body());
        assertThat(bounces("R-1").body()).isEqualTo(bounced.body());
        assertThat(shop.asks("R-1").result()).isEqualTo("SUCCEEDED");
        assertThat(shop.credits()).isEqualTo(1);
        assertThat(shop.total().path("bounces").asInt()).isEqualTo(1);
        // The payer has nothing of it, so all of the payment can be refunded; the fee came back once.
        assertThat(shop.refunds("R-2", tradeNo, "1000.00").text("feeReturned")).isEqualTo("0.00");
        assertThat(shop.refunds("R-3", tradeNo, "400.00").text("feeReturned")).isEqualTo("2.40");
    }

    @Test
    void is_taken_back_into_our_account_by_a_line_of_its_own() {
        String tradeNo = shop.paid("O-1");
        shop.settles("2026-11-23");
        String debit = shop.refunds("R-1", tradeNo, "100.00").text("coreNo");

        Caller.Answer bounced = bounces("R-1");

        assertThat(bounced.text("coreNo")).isNotEmpty().isNotEqualTo(debit);
        assertThat(bounced.body().has("settlementDate")).isFalse();
    }

    @Test
    void is_taken_back_by_script_and_told_until_somebody_hears_it() {
        listener.answersFirst(422);
        String tradeNo = shop.paid("O-1");
        shop.script("R-1", Behaviour.BOUNCES);

        assertThat(shop.refunds("R-1", tradeNo, "100.00").result()).isEqualTo("SUCCEEDED");
        eventually(() -> shop.caller().journal("REFUND_CALLBACK").size() == 1);
        bank.close();
        open();

        eventually(() -> listener.heard().size() == 2);
        assertThat(listener.heard()).extracting(Listener.Heard::idempotencyKey).containsOnly("refund-R-1-BOUNCED");
        assertThat(shop.caller().journal("REFUND_BOUNCE")).hasSize(1);
    }

    @Test
    void cannot_be_taken_back_before_it_was_given() {
        shop.refunds("R-1", "T-0", "1.00");

        assertThat(bounces("R-1").status()).isEqualTo(409);
        assertThat(bounces("R-2").status()).isEqualTo(404);
        assertThat(shop.caller().journal("REFUND_BOUNCE")).isEmpty();
    }
}
