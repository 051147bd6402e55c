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

@DisplayName("A bank killed with -9")
class KillTest {

    private static final int CALLERS = 8;
    private static final int ANSWERS_MIN = 200;

    @TempDir
    Path directory;

    private BankSettings settings() {
        return BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofSeconds(30));
    }

    @Test
    void finishes_what_was_open_when_it_starts_again() throws Exception {
        Caller.Answer paid;
        try (StandAlone killed = new StandAlone(directory)) {
            Caller caller = killed.caller();
            paid = caller.submit("P-1");
            caller.send("PUT", "/simulator/scripts/P-2", "{\"behaviour\":\"LATE\",\"delayMillis\":3000}");
            assertThat(caller.submit("P-2").result()).isEqualTo("ACCEPTED");
        }

        try (Listener listener = new Listener();
                BankSimulator bank = BankSimulator.start(settings().withCallbackUrl(listener.url()))) {
            Caller caller = new Caller(bank.baseUrl());
            assertThat(caller.query("P-1").body()).isEqualTo(paid.body());
            assertThat(caller.submit("P-1").body()).isEqualTo(paid.body());
            eventually(() -> listener.heard().size() == 1);
            assertThat(caller.query("P-2").result()).isEqualTo("SUCCEEDED");
            assertThat(caller.debits("P-1")).isEqualTo(1);
        }
    }

    @Test
    void stands_by_every_answer_it_gave_and_pays_nothing_twice() throws Exception {
        Map<String, String> answered = new ConcurrentHashMap<>();
        try (StandAlone killed = new StandAlone(directory);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Caller caller = killed.caller();
            for (int i = 0; i < CALLERS; i++) {
                String prefix = "P-" + i + "-";
                callers.execute(() -> submitUntilKilled(caller, prefix, answered));
            }
            eventually(() -> answered.size() >= ANSWERS_MIN);
            killed.kill();
        }

        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            answered.forEach((payoutNo, coreNo) -> {
                assertThat(caller.query(payoutNo).text("coreNo")).isEqualTo(coreNo);
                assertThat(caller.submit(payoutNo).text("coreNo")).isEqualTo(coreNo);
            });
            assertThat(answered.values()).doesNotHaveDuplicates();
            var total = caller.get("/simulator/debits/total").body();
            assertThat(total.path("payoutsDebitedTwice").asInt()).isZero();
            assertThat(total.path("debits").asInt()).isBetween(answered.size(), answered.size() + CALLERS);
        }
    }

    private static void submitUntilKilled(Caller caller, String prefix, Map<String, String> answered) {
        try {
            for (int i = 0; true; i++) {
                answered.put(prefix + i, caller.submit(prefix + i).text("coreNo"));
            }
        } catch (UncheckedIOException killed) {
            // The end of the bank is the end of the loop.
        }
    }
}
