package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bank's journal")
class JournalTest {

    @TempDir
    Path directory;

    private BankSettings settings() {
        return BankSettings.in(directory).withTimes(Duration.ofMillis(20), Duration.ofSeconds(30));
    }

    private Path file() {
        return directory.resolve("journal.ndjson");
    }

    @Test
    void tells_a_callback_again_that_nobody_took_before_the_end() {
        try (BankSimulator bank = BankSimulator.start(settings().withCallbackUrl(URI.create("http://127.0.0.1:1/")))) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009005");
            eventually(() -> !caller.journal("CALLBACK").isEmpty());
        }
        try (Listener listener = new Listener();
                BankSimulator bank = BankSimulator.start(settings().withCallbackUrl(listener.url()))) {
            eventually(() -> listener.heard().size() == 2);
            assertThat(new Caller(bank.baseUrl()).debits("P-1")).isEqualTo(1);
        }
        try (Listener listener = new Listener();
                BankSimulator bank = BankSimulator.start(settings().withCallbackUrl(listener.url()))) {
            new Caller(bank.baseUrl()).submit("P-2", "62170000009001");
            eventually(() -> !listener.heard().isEmpty());
            assertThat(listener.heard()).allMatch(heard -> heard.body().contains("P-2"));
        }
    }

    @Test
    void loses_a_torn_last_line_and_goes_on_after_the_whole_ones() throws Exception {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            new Caller(bank.baseUrl()).submit("P-1");
        }
        Files.writeString(file(), "{\"n\":3,\"at\":\"20", StandardOpenOption.APPEND);

        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            assertThat(caller.debits("P-1")).isEqualTo(1);
            caller.submit("P-2");
            assertThat(caller.get("/simulator/journal").body())
                    .extracting(line -> line.path("n").asInt())
                    .containsExactly(1, 2, 3, 4);
        }
        assertThat(Files.readAllLines(file())).hasSize(4).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void is_refused_when_a_line_before_the_last_is_damaged() throws Exception {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            new Caller(bank.baseUrl()).submit("P-1");
        }
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.getFirst().replace("INSTRUCTION", "NONSENSE"), lines.getLast()));

        assertThatThrownBy(() -> BankSimulator.start(settings()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Line 1");
    }

    @Test
    void belongs_to_one_bank_at_a_time() {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            assertThatThrownBy(() -> BankSimulator.start(settings()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another bank simulator");
            assertThat(new Caller(bank.baseUrl()).submit("P-1").result()).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void is_read_in_pages_also_as_ndjson() throws Exception {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1");
            caller.submit("P-2");

            assertThat(caller.get("/simulator/journal?after=1&limit=2").body())
                    .extracting(line -> line.path("n").asInt())
                    .containsExactly(2, 3);
            assertThat(caller.get("/simulator/journal?after=4").body()).isEmpty();
            HttpRequest ndjson = HttpRequest.newBuilder(bank.baseUrl().resolve("/simulator/journal?limit=1"))
                    .header("Accept", "application/x-ndjson")
                    .build();
            Caller.Answer answer = Caller.send(ndjson);
            assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
            assertThat(answer.text("kind")).isEqualTo("INSTRUCTION");
        }
    }
}
