package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A channel that refuses to refund")
class RefundRefusalsTest {

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Shop shop;
    private String tradeNo;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(300))
                .withAttempts(5, Duration.ofMillis(5))
                .withRefundUrl(listener.url()));
        shop = new Shop(new Caller(bank.baseUrl()));
        tradeNo = shop.paid("O-1");
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

    @ParameterizedTest
    @CsvSource({"INSTRUMENT,ACCOUNT_CLOSED", "FINAL,NOT_ALLOWED", "RETRYABLE,BALANCE_NOT_ENOUGH"})
    void refuses_with_a_failure_and_its_code(String failure, String code) {
        shop.script("R-1", "{\"behaviour\":\"REFUSES\",\"failure\":\"" + failure + "\"}");

        Caller.Answer answer = refunds();

        assertThat(answer.text("failure")).isEqualTo(failure);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("bankDate")).isEqualTo("2026-11-22");
        assertThat(answer.text("message")).isNotEmpty();
        assertThat(answer.body().has("feeReturned")).isFalse();
        assertThat(shop.asks("R-1").body()).isEqualTo(answer.body());
        assertThat(refunds().body()).isEqualTo(answer.body());
        assertThat(shop.credits()).isZero();
    }

    @Test
    void refuses_for_good_whatever_the_script_says_later() {
        shop.script(
                "R-1",
                "{\"behaviour\":\"REFUSES\",\"failure\":\"INSTRUMENT\",\"code\":\"CARD_LOST\",\"message\":\"Lost.\"}");
        refunds();
        shop.script("R-1", Behaviour.AT_ONCE);

        assertThat(refunds().text("code")).isEqualTo("CARD_LOST");
        assertThat(shop.caller().journal("REFUND_REFUSAL")).hasSize(1);
    }

    @Test
    void accepts_and_refuses_by_callback() {
        shop.script("R-1", "{\"behaviour\":\"REFUSES_LATE\",\"delayMillis\":20,\"failure\":\"INSTRUMENT\"}");

        assertThat(refunds().result()).isEqualTo("ACCEPTED");

        eventually(() -> listener.heard().size() == 1);
        assertThat(keys()).containsExactly("refund-R-1-REFUSED");
        assertThat(listener.heard().getFirst().json().path("failure").stringValue())
                .isEqualTo("INSTRUMENT");
    }

    @Test
    void refuses_first_and_then_refunds() {
        shop.script("R-1", Behaviour.RETRYABLE_FIRST);

        assertThat(refunds().text("failure")).isEqualTo("RETRYABLE");
        assertThat(shop.asks("R-1").text("code")).isEqualTo("BALANCE_NOT_ENOUGH");

        assertThat(refunds().result()).isEqualTo("SUCCEEDED");
        assertThat(refunds().result()).isEqualTo("SUCCEEDED");
        assertThat(shop.credits()).isEqualTo(1);
        assertThat(shop.caller().journal("REFUND_INSTRUCTION"))
                .extracting(line -> line.path("arrival").stringValue())
                .containsExactly("FIRST", "ANEW", "REPEAT");
    }

    @Test
    void tries_anew_what_it_refused_late_and_tells_each_try_under_a_key_of_its_own() {
        shop.script("R-1", "{\"behaviour\":\"REFUSES_LATE\",\"delayMillis\":20,\"failure\":\"RETRYABLE\"}");
        refunds();
        eventually(() -> shop.asks("R-1").result().equals("REFUSED"));
        assertThat(refunds().result()).isEqualTo("ACCEPTED");
        eventually(() -> shop.asks("R-1").result().equals("REFUSED"));
        shop.script("R-1", Behaviour.LATE);
        refunds();

        eventually(() -> listener.heard().size() == 3);
        assertThat(keys())
                .containsExactlyInAnyOrder("refund-R-1-REFUSED", "refund-R-1-REFUSED-2", "refund-R-1-SUCCEEDED");
        assertThat(shop.credits()).isEqualTo(1);
    }

    @Test
    void takes_no_other_content_under_a_known_number() {
        refunds();

        assertThat(shop.refunds("R-1", tradeNo, "100.01").text("code")).isEqualTo("OTHER_CONTENT");
        assertThat(shop.refunds("R-1", "T-2", "100.00").status()).isEqualTo(409);
        assertThat(shop.credits()).isEqualTo(1);
    }
}
