package io.coffer.bank;

import static io.coffer.bank.Caller.PAYEE;
import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

@DisplayName("A bank asked to pay")
class BankSimulatorTest {

    /** 16:30 UTC is already the next day in Shanghai. */
    private static final Instant EVENING = Instant.parse("2026-11-22T16:30:00Z");

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Caller caller;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> EVENING)
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(300))
                .withAttempts(5, Duration.ofMillis(5))
                .withCallbackUrl(listener.url()));
        caller = new Caller(bank.baseUrl());
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
    }

    @Test
    void pays_at_once_on_the_bank_day_of_shanghai() {
        Caller.Answer answer = caller.submit("P-1");

        assertThat(answer.result()).isEqualTo("SUCCEEDED");
        assertThat(answer.text("coreNo")).isEqualTo("202611230000000001");
        assertThat(answer.text("bankDate")).isEqualTo("2026-11-23");
        assertThat(caller.query("P-1").body()).isEqualTo(answer.body());
        assertThat(caller.get("/simulator/debits/total").text("amount")).isEqualTo("1950000.00");
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void pays_late_and_calls_back() {
        caller.script("P-1", Behaviour.LATE);

        assertThat(caller.submit("P-1").result()).isEqualTo("ACCEPTED");
        eventually(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().body())
                .isEqualTo("{\"payoutNo\":\"P-1\",\"result\":\"SUCCEEDED\",\"coreNo\":\"202611230000000001\","
                        + "\"bankDate\":\"2026-11-23\",\"occurredAt\":\"2026-11-23T00:30:00+08:00\"}");
        assertThat(caller.query("P-1").result()).isEqualTo("SUCCEEDED");
    }

    @Test
    void says_pending_until_a_late_payout_is_done() {
        caller.send("PUT", "/simulator/scripts/P-1", "{\"behaviour\":\"LATE\",\"delayMillis\":600000}");

        caller.submit("P-1");

        assertThat(caller.query("P-1").result()).isEqualTo("PENDING");
        assertThat(caller.debits("P-1")).isZero();
    }

    @Test
    void never_answers_though_it_paid() {
        assertThat(caller.hearsNothing("P-1", "62170000009002")).isTrue();

        assertThat(caller.query("P-1").result()).isEqualTo("SUCCEEDED");
        assertThat(caller.submit("P-1", "62170000009002").result()).isEqualTo("SUCCEEDED");
        assertThat(caller.debits("P-1")).isEqualTo(1);
    }

    @Test
    void never_answers_and_pays_only_when_asked_again() {
        assertThat(caller.hearsNothing("P-1", "62170000009003")).isTrue();
        assertThat(caller.query("P-1").result()).isEqualTo("NOT_FOUND");
        assertThat(caller.debits("P-1")).isZero();

        assertThat(caller.submit("P-1", "62170000009003").result()).isEqualTo("SUCCEEDED");
        assertThat(caller.debits("P-1")).isEqualTo(1);
    }

    @Test
    void never_says_nor_decides_what_becomes_of_it_whatever_it_is_asked_and_after_a_restart() {
        assertThat(caller.hearsNothing("P-1", "62170000009012")).isTrue();
        assertThat(caller.query("P-1").result()).isEqualTo("PENDING");
        assertThat(caller.submit("P-1", "62170000009012").result()).isEqualTo("ACCEPTED");
        caller.submit("P-2", "62170000009004");
        bank.close();
        open();

        eventually(() -> caller.query("P-2").result().equals("SUCCEEDED"));
        assertThat(caller.query("P-1").result()).isEqualTo("PENDING");
        assertThat(caller.debits("P-1")).isZero();
    }

    @Test
    void loses_the_callback_but_not_the_payout() {
        assertThat(caller.submit("P-1", "62170000009004").result()).isEqualTo("ACCEPTED");

        eventually(() -> caller.query("P-1").result().equals("SUCCEEDED"));
        caller.script("P-2", Behaviour.LATE);
        caller.submit("P-2");
        eventually(() -> !listener.heard().isEmpty());
        assertThat(listener.heard()).allMatch(heard -> heard.body().contains("P-2"));
    }

    @Test
    void calls_back_twice_about_one_debit() {
        caller.submit("P-1", "62170000009005");

        eventually(() -> listener.heard().size() == 2);
        assertThat(listener.heard())
                .extracting(Listener.Heard::idempotencyKey)
                .containsExactlyInAnyOrder("callback-P-1", "callback-P-1-2");
        assertThat(listener.heard().getFirst().body())
                .isEqualTo(listener.heard().getLast().body());
        assertThat(caller.debits("P-1")).isEqualTo(1);
    }

    @Test
    void calls_back_before_it_accepts_and_can_be_queried_meanwhile() {
        List<String> meanwhile = new ArrayList<>();
        listener.reactsWith(_ -> meanwhile.add(caller.query("P-1").result()));

        assertThat(caller.submit("P-1", "62170000009006").result()).isEqualTo("ACCEPTED");

        assertThat(meanwhile).containsExactly("SUCCEEDED");
    }

    @Test
    void refuses_for_good() {
        caller.send(
                "PUT",
                "/simulator/scripts/P-1",
                "{\"behaviour\":\"REFUSES\",\"code\":\"NAME_MISMATCH\",\"message\":\"Another name.\"}");

        assertThat(caller.submit("P-1").text("code")).isEqualTo("NAME_MISMATCH");

        assertThat(caller.submit("P-1").result()).isEqualTo("REFUSED");
        assertThat(caller.query("P-1").text("message")).isEqualTo("Another name.");
        assertThat(caller.debits("P-1")).isZero();
        assertThat(caller.journal("REFUSAL")).hasSize(1);
    }

    @Test
    void accepts_and_refuses_by_callback() {
        assertThat(caller.submit("P-1", "62170000009008").result()).isEqualTo("ACCEPTED");

        eventually(() -> listener.heard().size() == 1);
        assertThat(listener.heard().getFirst().json().path("code").stringValue())
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(caller.debits("P-1")).isZero();
    }

    @Test
    void denies_once_what_it_then_pays_once() {
        assertThat(caller.hearsNothing("P-1", "62170000009009")).isTrue();

        assertThat(caller.query("P-1").result()).isEqualTo("NOT_FOUND");
        assertThat(caller.submit("P-1", "62170000009009").result()).isIn("ACCEPTED", "SUCCEEDED");
        eventually(() -> caller.query("P-1").result().equals("SUCCEEDED"));
        assertThat(caller.debits("P-1")).isEqualTo(1);
    }

    @Test
    void takes_no_other_content_under_a_known_number() {
        caller.submit("P-1");

        Caller.Answer answer = caller.send("POST", "/bank/payouts", Caller.payout("P-1", PAYEE, "1950000.01"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("OTHER_CONTENT");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(caller.get("/simulator/debits/total").text("amount")).isEqualTo("1950000.00");
        assertThat(caller.journal("INSTRUCTION"))
                .extracting(line -> line.path("arrival").stringValue())
                .containsExactly("FIRST", "OTHER_CONTENT");
    }

    @ParameterizedTest
    @CsvSource({"P-1,REFUSED", "P-2,REFUSED", "Q-1,SUCCEEDED"})
    void follows_the_number_before_the_pattern_before_the_default(String payoutNo, String result) {
        caller.script("default", Behaviour.AT_ONCE);
        caller.script("P-*", Behaviour.LATE);
        caller.script("*-2", Behaviour.REFUSES);
        caller.script("P-1", Behaviour.REFUSES);

        assertThat(caller.submit(payoutNo).result()).isEqualTo(result);
    }

    @Test
    void forgets_scripts_but_no_debit_when_reset() {
        caller.script("default", Behaviour.REFUSES);
        caller.submit("P-1");
        caller.send("POST", "/simulator/reset", "");

        assertThat(caller.submit("P-2").result()).isEqualTo("SUCCEEDED");
        assertThat(caller.query("P-1").result()).isEqualTo("REFUSED");
    }

    @Test
    void writes_no_name_and_no_account_number_of_a_payee_into_its_journal() throws Exception {
        caller.submit("P-1");

        assertThat(Files.readString(directory.resolve("journal.ndjson")))
                .contains("\"payeeEnding\":\"1234\"")
                .doesNotContain(PAYEE)
                .doesNotContain("李梅");
    }
}
