package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A channel asked to make a payment void")
class ReversalsTest {

    private static final String WHOLE = "1400.00";

    private final Listener listener = new Listener();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T02:00:00Z"));

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Shop shop;
    private String tradeNo;

    @BeforeEach
    void open() {
        start();
        tradeNo = shop.paid("O-1");
    }

    private void start() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(now::get)
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(300))
                .withAttempts(5, Duration.ofMillis(5))
                .withRefundUrl(listener.url()));
        shop = new Shop(new Caller(bank.baseUrl()));
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
    }

    private Caller.Answer reverses() {
        return shop.reverses("R-1", tradeNo, WHOLE);
    }

    /** A payment of which the channel gives no fee back. */
    private String paidForGood() {
        String body = Shop.payment("O-2", "").replace("true", "false");
        return shop.caller().send("POST", "/simulator/channel-payments", body).text("tradeNo");
    }

    @Test
    void says_nothing_of_a_fee_and_settles_nothing_of_it() {
        assertThat(reverses().body().toString())
                .isEqualTo("{\"refundNo\":\"R-1\",\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"V202611220000000002\","
                        + "\"bankDate\":\"2026-11-22\",\"settlementDate\":\"2026-11-23\"}");
        assertThat(shop.asksOfReversal("R-1").body()).isEqualTo(reverses().body());
        assertThat(shop.caller().get("/simulator/refund-credits").body().toString())
                .isEqualTo("[{\"refundNo\":\"R-1\",\"count\":1,\"amount\":\"1400.00\",\"bounces\":0}]");
        assertThat(listener.heard()).isEmpty();

        Caller.Answer settled = shop.settles("2026-11-23");

        assertThat(settled.text("net")).isEqualTo("0.00");
        assertThat(settled.body().has("coreNo")).isFalse();
        assertThat(settled.body().path("lines").toString())
                .isEqualTo("[{\"kind\":\"PAYMENT\",\"no\":\"" + tradeNo
                        + "\",\"outTradeNo\":\"O-1\",\"amount\":\"1400.00\",\"fee\":\"8.40\"},"
                        + "{\"kind\":\"REFUND\",\"no\":\"R-1\",\"amount\":\"1400.00\",\"fee\":\"0.00\"},"
                        + "{\"kind\":\"FEE_RETURNED\",\"no\":\"R-1\",\"amount\":\"8.40\",\"fee\":\"0.00\"}]");
    }

    @Test
    void charges_nothing_though_it_keeps_its_fee_of_refunds() {
        shop.reverses("R-1", paidForGood(), WHOLE);

        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("1391.60");
    }

    @Test
    void leaves_nothing_of_it_to_be_refunded() {
        reverses();

        assertThat(shop.refunds("R-2", tradeNo, "0.01").text("code")).isEqualTo("EXCEEDS_ORIGINAL");
        assertThat(shop.reverses("R-3", tradeNo, WHOLE).text("code")).isEqualTo("REFUNDED_BEFORE");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"T-NONE,1400.00,ORIGINAL_UNKNOWN", ",1399.99,NOT_WHOLE", ",1400.01,NOT_WHOLE"})
    void refuses_for_good_what_is_no_whole_payment(@Nullable String original, String amount, String code) {
        Caller.Answer refused = shop.reverses("R-1", original == null ? tradeNo : original, amount);

        assertThat(refused.result()).isEqualTo("REFUSED");
        assertThat(refused.text("failure")).isEqualTo("FINAL");
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(shop.asksOfReversal("R-1").text("code")).isEqualTo(code);
        assertThat(shop.credits()).isZero();
    }

    @Test
    void refuses_what_was_refunded_in_part() {
        shop.refunds("R-0", tradeNo, "0.01");

        assertThat(reverses().text("code")).isEqualTo("REFUNDED_BEFORE");
    }

    @Test
    void refuses_what_is_settled_or_was_paid_on_at_once() {
        shop.settles("2026-11-23");
        String coreNo =
                shop.pays("O-2", ",\"virtualAccount\":\"88010000000001\"").text("coreNo");

        assertThat(reverses().text("code")).isEqualTo("ALREADY_SETTLED");
        assertThat(shop.reverses("R-2", coreNo, WHOLE).text("code")).isEqualTo("ALREADY_SETTLED");
    }

    @Test
    void refuses_when_the_day_of_the_payment_is_over() {
        now.set(Instant.parse("2026-11-22T15:59:59Z"));
        assertThat(reverses().result()).isEqualTo("SUCCEEDED");
        String late = shop.paid("O-2");
        now.set(Instant.parse("2026-11-22T16:00:00Z"));

        assertThat(shop.reverses("R-2", late, WHOLE).text("code")).isEqualTo("TOO_LATE");
        assertThat(reverses().result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void puts_off_what_its_settlement_does_not_hold_and_tries_it_anew() {
        shop.refunds("R-0", paidForGood(), WHOLE);

        Caller.Answer later = reverses();
        assertThat(later.text("failure")).isEqualTo("RETRYABLE");
        assertThat(later.text("code")).isEqualTo("BALANCE_NOT_ENOUGH");

        shop.paid("O-4");
        assertThat(reverses().result()).isEqualTo("SUCCEEDED");
        assertThat(shop.asksOfReversal("R-1").result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void has_numbers_that_are_no_refunds_number() {
        reverses();
        shop.refunds("R-2", shop.paid("O-2"), WHOLE);

        assertThat(shop.refunds("R-1", tradeNo, WHOLE).text("code")).isEqualTo("OTHER_CONTENT");
        assertThat(shop.reverses("R-2", tradeNo, WHOLE).text("code")).isEqualTo("OTHER_CONTENT");
        assertThat(shop.asks("R-1").result()).isEqualTo("NOT_FOUND");
        assertThat(shop.asksOfReversal("R-2").result()).isEqualTo("NOT_FOUND");
        assertThat(shop.asksOfReversal("R-3").result()).isEqualTo("NOT_FOUND");
    }

    @Test
    void calls_back_without_a_fee() {
        shop.script("R-1", Behaviour.LATE);

        assertThat(reverses().result()).isEqualTo("ACCEPTED");

        eventually(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().idempotencyKey()).isEqualTo("refund-R-1-SUCCEEDED");
        assertThat(listener.heard().getFirst().body())
                .isEqualTo("{\"refundNo\":\"R-1\",\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"V202611220000000002\","
                        + "\"bankDate\":\"2026-11-22\",\"settlementDate\":\"2026-11-23\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"LATE", "LOST_CALLBACK", "TWICE", "OUT_OF_ORDER", "RETRYABLE_FIRST", "AT_ONCE"})
    void credits_once_however_it_answers(Behaviour behaviour) {
        shop.script("R-1", behaviour);

        reverses();
        eventually(() -> {
            reverses();
            return shop.asksOfReversal("R-1").result().equals("SUCCEEDED");
        });

        assertThat(shop.credits()).isEqualTo(1);
        assertThat(shop.total().path("refundsCreditedTwice").asInt()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"REFUSES", "REFUSES_LATE"})
    void credits_nothing_where_it_refuses(Behaviour behaviour) {
        shop.script("R-1", behaviour);

        reverses();
        eventually(() -> shop.asksOfReversal("R-1").result().equals("REFUSED"));

        assertThat(shop.credits()).isZero();
        assertThat(shop.reverses("R-2", tradeNo, WHOLE).result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void finishes_after_a_restart_what_was_open_and_knows_what_was_void() {
        reverses();
        String second = shop.paid("O-2");
        shop.script("R-2", "{\"behaviour\":\"LATE\",\"delayMillis\":60}");
        assertThat(shop.reverses("R-2", second, WHOLE).result()).isEqualTo("ACCEPTED");
        Caller.Answer before = shop.asksOfReversal("R-1");
        bank.close();

        start();

        assertThat(shop.asksOfReversal("R-1").body()).isEqualTo(before.body());
        eventually(() -> shop.asksOfReversal("R-2").result().equals("SUCCEEDED"));
        assertThat(shop.credits()).isEqualTo(2);
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("0.00");
    }
}
