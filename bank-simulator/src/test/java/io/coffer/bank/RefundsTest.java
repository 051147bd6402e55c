package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A channel asked to refund")
class RefundsTest {

    private final Listener listener = new Listener();

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
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
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

    private Caller.Answer refunds() {
        return shop.refunds("R-1", tradeNo, "100.00");
    }

    private List<String> keys() {
        return listener.heard().stream().map(Listener.Heard::idempotencyKey).toList();
    }

    @Test
    void refunds_at_once_out_of_what_it_owes() {
        assertThat(refunds().body().toString())
                .isEqualTo("{\"refundNo\":\"R-1\",\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"R202611220000000002\","
                        + "\"bankDate\":\"2026-11-22\",\"settlementDate\":\"2026-11-23\",\"feeReturned\":\"0.60\","
                        + "\"feeSettlementDate\":\"2026-11-23\"}");
        assertThat(shop.asks("R-1").body()).isEqualTo(refunds().body());
        assertThat(shop.caller().get("/simulator/refund-credits").body().toString())
                .isEqualTo("[{\"refundNo\":\"R-1\",\"count\":1,\"amount\":\"100.00\",\"bounces\":0}]");
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void refunds_late_and_calls_back() {
        shop.script("R-1", Behaviour.LATE);

        assertThat(refunds().body().toString()).isEqualTo("{\"refundNo\":\"R-1\",\"result\":\"ACCEPTED\"}");
        eventually(() -> listener.heard().size() == 1);
        assertThat(keys()).containsExactly("refund-R-1-SUCCEEDED");
        assertThat(listener.heard().getFirst().body())
                .isEqualTo(
                        "{\"refundNo\":\"R-1\",\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"R202611220000000002\","
                                + "\"bankDate\":\"2026-11-22\",\"settlementDate\":\"2026-11-23\","
                                + "\"feeReturned\":{\"value\":\"0.60\",\"currency\":\"CNY\"},\"feeSettlementDate\":\"2026-11-23\"}");
    }

    @Test
    void says_pending_until_a_late_refund_is_done() {
        shop.script("R-1", "{\"behaviour\":\"LATE\",\"delayMillis\":600000}");

        refunds();

        assertThat(shop.asks("R-1").result()).isEqualTo("PENDING");
        assertThat(shop.credits()).isZero();
    }

    @Test
    void calls_back_twice_about_one_credit() {
        shop.script("R-1", Behaviour.TWICE);

        refunds();

        eventually(() -> listener.heard().size() == 2);
        assertThat(keys()).containsExactlyInAnyOrder("refund-R-1-SUCCEEDED", "refund-R-1-SUCCEEDED-2");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void loses_the_callback_but_not_the_refund() {
        shop.script("R-1", Behaviour.LOST_CALLBACK);

        assertThat(refunds().result()).isEqualTo("ACCEPTED");

        eventually(() -> shop.asks("R-1").result().equals("SUCCEEDED"));
        assertThat(shop.caller().journal("REFUND_CALLBACK")).isEmpty();
    }

    @Test
    void calls_back_before_it_accepts_and_can_be_queried_meanwhile() {
        List<String> meanwhile = new ArrayList<>();
        listener.reactsWith(_ -> meanwhile.add(shop.asks("R-1").result()));
        shop.script("R-1", Behaviour.OUT_OF_ORDER);

        assertThat(refunds().result()).isEqualTo("ACCEPTED");

        assertThat(meanwhile).containsExactly("SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({"NEVER_ANSWERS_EXECUTED,SUCCEEDED,1", "NEVER_ANSWERS_NOT_EXECUTED,NOT_FOUND,0"})
    void never_answers_and_refunds_once(Behaviour behaviour, String query, int credits) {
        shop.script("R-1", behaviour);

        assertThat(shop.hearsNothing("R-1", tradeNo)).isTrue();
        assertThat(shop.asks("R-1").result()).isEqualTo(query);
        assertThat(shop.credits()).isEqualTo(credits);

        assertThat(refunds().result()).isEqualTo("SUCCEEDED");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void denies_once_what_it_then_refunds_once() {
        shop.script("R-1", Behaviour.NOT_FOUND_FIRST);

        assertThat(shop.hearsNothing("R-1", tradeNo)).isTrue();

        assertThat(shop.asks("R-1").result()).isEqualTo("NOT_FOUND");
        assertThat(refunds().result()).isIn("ACCEPTED", "SUCCEEDED");
        eventually(() -> shop.asks("R-1").result().equals("SUCCEEDED"));
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void never_says_nor_decides_what_becomes_of_it_also_after_a_restart() {
        shop.script("R-1", Behaviour.NEVER_ENDS);
        assertThat(shop.hearsNothing("R-1", tradeNo)).isTrue();
        shop.script("R-2", Behaviour.LOST_CALLBACK);
        shop.refunds("R-2", tradeNo, "1.00");
        bank.close();
        start();

        eventually(() -> shop.asks("R-2").result().equals("SUCCEEDED"));
        assertThat(shop.asks("R-1").result()).isEqualTo("PENDING");
        assertThat(refunds().result()).isEqualTo("ACCEPTED");
    }

    @Test
    void never_says_what_it_credited_at_once_also_after_a_restart() {
        shop.script("R-1", Behaviour.NEVER_TELLS_EXECUTED);
        assertThat(shop.hearsNothing("R-1", tradeNo)).isTrue();
        bank.close();
        start();

        assertThat(shop.asks("R-1").result()).isEqualTo("PENDING");
        assertThat(refunds().result()).isEqualTo("ACCEPTED");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void keeps_what_is_pending_and_its_claim_through_a_restart() {
        shop.script("R-1", "{\"behaviour\":\"LATE\",\"delayMillis\":600000}");
        refunds();
        bank.close();
        start();

        assertThat(shop.asks("R-1").result()).isEqualTo("PENDING");
        assertThat(shop.refunds("R-2", tradeNo, "1300.01").text("code")).isEqualTo("EXCEEDS_ORIGINAL");
        assertThat(shop.refunds("R-3", tradeNo, "1300.00").result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void tells_it_where_it_was_told_to() {
        try (Listener other = new Listener()) {
            shop.caller().send("PUT", "/simulator/refund-callback", "{\"url\":\"" + other.url() + "\"}");
            shop.script("R-1", Behaviour.LATE);
            refunds();

            eventually(() -> other.heard().size() == 1);
            assertThat(listener.heard()).isEmpty();
        }
    }

    @Test
    void tells_a_result_again_that_nobody_took_before_the_end() {
        listener.answersFirst(503);
        bank.close();
        bank = BankSimulator.start(BankSettings.in(directory)
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(300))
                .withRefundUrl(URI.create("http://127.0.0.1:1/")));
        shop = new Shop(new Caller(bank.baseUrl()));
        shop.script("R-1", Behaviour.TWICE);
        refunds();
        eventually(() -> !shop.caller().journal("REFUND_CALLBACK").isEmpty());
        bank.close();
        start();

        eventually(() -> shop.caller().journal("REFUND_CALLBACK").stream()
                        .filter(attempt -> attempt.path("status").asInt() == 200)
                        .count()
                == 2);
        assertThat(keys()).containsOnly("refund-R-1-SUCCEEDED", "refund-R-1-SUCCEEDED-2");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void follows_its_own_scripts_which_a_reset_forgets() {
        shop.caller().script("default", Behaviour.REFUSES);
        assertThat(refunds().result()).isEqualTo("SUCCEEDED");
        shop.script("default", Behaviour.REFUSES);
        assertThat(shop.refunds("R-2", tradeNo, "1.00").result()).isEqualTo("REFUSED");
        shop.caller().send("POST", "/simulator/reset", "");

        assertThat(shop.refunds("R-3", tradeNo, "1.00").result()).isEqualTo("SUCCEEDED");
    }
}
