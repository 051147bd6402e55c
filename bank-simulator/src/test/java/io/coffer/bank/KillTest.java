package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
        Process process = standAlone();
        Caller.Answer paid;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Caller caller = new Caller(address(output));
            paid = caller.submit("P-1");
            caller.send("PUT", "/simulator/scripts/P-2", "{\"behaviour\":\"LATE\",\"delayMillis\":3000}");
            assertThat(caller.submit("P-2").result()).isEqualTo("ACCEPTED");
        } finally {
            process.destroyForcibly().waitFor();
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
        Process process = standAlone();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Caller caller = new Caller(address(output));
            for (int i = 0; i < CALLERS; i++) {
                String prefix = "P-" + i + "-";
                callers.execute(() -> submitUntilKilled(caller, prefix, answered));
            }
            eventually(() -> answered.size() >= ANSWERS_MIN);
            process.destroyForcibly().waitFor();
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

    private static URI address(BufferedReader output) throws IOException {
        return URI.create(String.valueOf(output.readLine()).replace("Bank simulator at ", ""));
    }

    private Process standAlone() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BankSimulator.class.getName());
        builder.environment().put("COFFER_BANK_JOURNAL", directory.toString());
        builder.environment().put("COFFER_BANK_PORT", "0");
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
