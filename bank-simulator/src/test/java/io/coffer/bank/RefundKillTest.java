package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A channel killed with -9")
class RefundKillTest {

    private static final int CALLERS = 8;
    private static final int ANSWERS_MIN = 200;

    @TempDir
    Path directory;

    private BankSettings settings() {
        return BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofSeconds(30));
    }

    @Test
    void finishes_refunds_that_were_open_and_knows_what_channels_owe() throws Exception {
        String tradeNo;
        Caller.Answer refunded;
        Caller.Answer settled;
        try (StandAlone killed = new StandAlone(directory)) {
            Shop shop = new Shop(killed.caller());
            tradeNo = shop.paid("O-1");
            refunded = shop.refunds("R-1", tradeNo, "100.00");
            settled = shop.settles(refunded.text("settlementDate"));
            shop.script("R-2", "{\"behaviour\":\"LATE\",\"delayMillis\":3000}");
            assertThat(shop.refunds("R-2", tradeNo, "1300.00").result()).isEqualTo("ACCEPTED");
        }

        try (Listener listener = new Listener();
                BankSimulator bank = BankSimulator.start(settings().withRefundUrl(listener.url()))) {
            Shop shop = new Shop(new Caller(bank.baseUrl()));
            assertThat(shop.asks("R-1").body()).isEqualTo(refunded.body());
            assertThat(shop.settles(refunded.text("settlementDate")).body()).isEqualTo(settled.body());
            assertThat(shop.refunds("R-3", tradeNo, "0.01").text("code")).isEqualTo("EXCEEDS_ORIGINAL");
            eventually(() -> listener.heard().size() == 1);
            assertThat(shop.asks("R-2").text("coreNo")).isNotEmpty();
            assertThat(shop.asks("R-2").text("feeReturned")).isEqualTo("7.80");
            assertThat(shop.credits()).isEqualTo(2);
            assertThat(shop.caller().journal("INCOMING")).hasSize(1);
        }
    }

    @Test
    void stands_by_every_refund_it_answered_and_refunds_nothing_twice() throws Exception {
        Map<String, String> answered = new ConcurrentHashMap<>();
        String tradeNo;
        try (StandAlone killed = new StandAlone(directory);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Shop shop = new Shop(killed.caller());
            tradeNo = shop.paid("O-1");
            for (int i = 0; i < CALLERS; i++) {
                String prefix = "R-" + i + "-";
                callers.execute(() -> refundUntilKilled(shop, prefix, tradeNo, answered));
            }
            eventually(() -> answered.size() >= ANSWERS_MIN);
            killed.kill();
        }

        try (BankSimulator bank = BankSimulator.start(settings())) {
            Shop shop = new Shop(new Caller(bank.baseUrl()));
            answered.forEach((refundNo, channelRefundNo) -> assertThat(
                            shop.refunds(refundNo, tradeNo, "0.01").text("channelRefundNo"))
                    .isEqualTo(channelRefundNo));
            assertThat(answered.values()).doesNotHaveDuplicates();
            assertThat(shop.total().path("refundsCreditedTwice").asInt()).isZero();
            assertThat(shop.credits()).isBetween(answered.size(), answered.size() + CALLERS);
        }
    }

    private static void refundUntilKilled(Shop shop, String prefix, String tradeNo, Map<String, String> answered) {
        try {
            for (int i = 0; true; i++) {
                answered.put(
                        prefix + i, shop.refunds(prefix + i, tradeNo, "0.01").text("channelRefundNo"));
            }
        } catch (UncheckedIOException killed) {
            // The end of the bank is the end of the loop.
        }
    }
}
