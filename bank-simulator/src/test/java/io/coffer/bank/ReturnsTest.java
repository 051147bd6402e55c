package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Money that comes back")
class ReturnsTest {

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void is_a_line_of_its_own_and_is_told_with_the_payouts_number() {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            String debit = caller.submit("P-1", "62170000009010").text("coreNo");

            eventually(() -> listener.heard().size() == 1);
            var told = listener.heard().getFirst();
            var line = caller.journal("RETURN").getFirst();
            assertThat(told.idempotencyKey()).isEqualTo("return-P-1");
            assertThat(told.json().path("payoutNo").stringValue("")).isEqualTo("P-1");
            assertThat(told.json().path("amount").path("value").stringValue("")).isEqualTo("1950000.00");
            assertThat(told.json().path("custodyAccount").path("accountNo").stringValue(""))
                    .isEqualTo("110060149018800100001");
            assertThat(told.json().path("coreNo").stringValue(""))
                    .isEqualTo(line.path("coreNo").stringValue("-"))
                    .isNotEqualTo(debit);
            assertThat(caller.query("P-1").result()).isEqualTo("SUCCEEDED");
            assertThat(caller.debits("P-1")).isEqualTo(1);
        }
    }

    @Test
    void may_be_told_before_the_payment() {
        try (BankSimulator bank = BankSimulator.start(settings().withCallbackUrl(listener.url()))) {
            Caller caller = new Caller(bank.baseUrl());

            assertThat(caller.submit("P-1", "62170000009011").result()).isEqualTo("ACCEPTED");

            assertThat(caller.journal("RETURN_NOTICE")).hasSize(1);
            eventually(() -> listener.heard().size() == 2);
            assertThat(listener.heard())
                    .extracting(Listener.Heard::idempotencyKey)
                    .containsExactly("return-P-1", "callback-P-1");
            assertThat(caller.debits("P-1")).isEqualTo(1);
        }
    }

    @Test
    void comes_back_though_the_bank_died_before_it_paid() throws IOException {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            new Caller(bank.baseUrl()).submit("P-1", "62170000009010");
            eventually(() -> listener.heard().size() == 1);
        }
        Path journal = directory.resolve("journal.ndjson");
        Files.write(journal, List.of(Files.readAllLines(journal).getFirst()));

        try (BankSimulator bank = BankSimulator.start(settings())) {
            eventually(() -> listener.heard().size() == 2);
            assertThat(new Caller(bank.baseUrl()).debits("P-1")).isEqualTo(1);
        }
    }

    @Test
    void comes_back_once_however_often_it_is_asked_for() {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1");

            var first = caller.send("POST", "/simulator/returns/P-1", "");
            eventually(() -> listener.heard().size() == 1);
            var second = caller.send("POST", "/simulator/returns/P-1", "");

            assertThat(first.text("coreNo")).isNotEmpty().isEqualTo(second.text("coreNo"));
            var total = caller.get("/simulator/debits/total").body();
            assertThat(total.path("returns").asInt()).isEqualTo(1);
            assertThat(total.path("debits").asInt()).isEqualTo(1);
        }
    }

    @Test
    void was_paid_before() {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.submit("P-1", "62170000009007");

            assertThat(caller.send("POST", "/simulator/returns/P-1", "").status())
                    .isEqualTo(409);
            assertThat(caller.send("POST", "/simulator/returns/P-2", "").status())
                    .isEqualTo(404);
            assertThat(caller.journal("RETURN")).isEmpty();
        }
    }

    @Test
    void is_given_back_and_told_after_a_new_start() {
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            caller.send("PUT", "/simulator/scripts/P-1", "{\"behaviour\":\"RETURNS\",\"delayMillis\":600000}");
            caller.submit("P-1");
        }
        try (BankSimulator bank = BankSimulator.start(settings())) {
            // The delay of the script begins anew, so it is asked for.
            Caller caller = new Caller(bank.baseUrl());
            listener.answersFirst(422);
            caller.send("POST", "/simulator/returns/P-1", "");
            eventually(() -> caller.journal("RETURN_NOTICE").size() == 1);
        }
        try (BankSimulator bank = BankSimulator.start(settings())) {
            Caller caller = new Caller(bank.baseUrl());
            eventually(() -> listener.heard().size() == 2);
            assertThat(caller.journal("RETURN")).hasSize(1);
        }
    }

    private BankSettings settings() {
        return BankSettings.in(directory)
                .withTimes(Duration.ofMillis(1), Duration.ofSeconds(30))
                .withReturnUrl(listener.url());
    }
}
