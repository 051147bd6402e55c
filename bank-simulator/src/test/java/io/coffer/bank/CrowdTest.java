package io.coffer.bank;

import static io.coffer.bank.Caller.PAYEE;
import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A bank called by many at once")
class CrowdTest {

    private static final int CROWD = 32;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETRYABLE_FIRST", "BOUNCES"})
    void debits_a_number_at_most_once(Behaviour behaviour) throws Exception {
        int expected = behaviour.refuses() || behaviour.isEndless() ? 0 : 1;
        String undecided = behaviour.isMute() ? "NOT_FOUND" : "PENDING|NOT_FOUND";
        BankSettings settings = BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofMillis(300));
        try (BankSimulator bank = BankSimulator.start(settings)) {
            Caller caller = new Caller(bank.baseUrl());
            caller.script("P-*", behaviour);

            var _ = all(() -> caller.hearsNothing("P-1", PAYEE));

            assertThat(caller.journal("INSTRUCTION")).hasSize(CROWD);
            eventually(() -> !caller.query("P-1").result().matches(undecided));
            assertThat(caller.debits("P-1")).isEqualTo(expected);
            assertThat(caller.journal("DEBIT")).hasSize(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETURNS", "RETURNS_FIRST"})
    void refunds_a_number_at_most_once(Behaviour behaviour) throws Exception {
        int expected = behaviour.refuses() || behaviour.isEndless() ? 0 : 1;
        String undecided = behaviour.isMute() ? "NOT_FOUND" : "PENDING|NOT_FOUND";
        BankSettings settings = BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofMillis(300));
        try (BankSimulator bank = BankSimulator.start(settings)) {
            Shop shop = new Shop(new Caller(bank.baseUrl()));
            String tradeNo = shop.paid("O-1");
            shop.script("R-*", behaviour);

            var _ = all(() -> shop.hearsNothing("R-1", tradeNo));

            assertThat(shop.caller().journal("REFUND_INSTRUCTION")).hasSize(CROWD);
            eventually(() -> !shop.asks("R-1").result().matches(undecided));
            assertThat(shop.credits()).isEqualTo(expected);
            assertThat(shop.total().path("refundsCreditedTwice").asInt()).isZero();
            assertThat(shop.caller().journal("REFUND_CREDIT")).hasSize(expected);
        }
    }

    @Test
    void refunds_no_more_than_was_paid_whoever_asks() throws Exception {
        try (BankSimulator bank = BankSimulator.start(BankSettings.in(directory))) {
            Shop shop = new Shop(new Caller(bank.baseUrl()));
            String tradeNo = shop.paid("O-1");
            AtomicInteger next = new AtomicInteger();

            List<String> results = all(() -> shop.refunds("R-" + next.incrementAndGet(), tradeNo, "100.00")
                    .result());

            assertThat(results).filteredOn("SUCCEEDED"::equals).hasSize(14);
            assertThat(results).filteredOn("REFUSED"::equals).hasSize(CROWD - 14);
            assertThat(shop.total().path("amount").stringValue("")).isEqualTo("1400.00");
        }
    }

    @Test
    void keeps_the_line_open_until_the_caller_gives_up() throws Exception {
        BankSettings settings = BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofHours(1));
        try (BankSimulator bank = BankSimulator.start(settings)) {
            Caller caller = new Caller(bank.baseUrl());

            AtomicInteger next = new AtomicInteger();
            List<Boolean> heardNothing = all(() -> caller.hearsNothing(
                    "/bank/payouts",
                    Caller.payout("P-" + next.incrementAndGet(), "62170000009002", "1950000.00"),
                    Duration.ofSeconds(2)));

            assertThat(heardNothing).containsOnly(true);
            eventually(() -> caller.journal("DEBIT").size() == CROWD);
        }
    }

    private static <T> List<T> all(Callable<T> call) throws InterruptedException {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls =
                    IntStream.range(0, CROWD).mapToObj(_ -> call).toList();
            return crowd.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
