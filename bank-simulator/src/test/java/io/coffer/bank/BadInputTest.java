package io.coffer.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Bad input")
class BadInputTest {

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Caller caller;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory));
        caller = new Caller(bank.baseUrl());
    }

    @AfterEach
    void leaves_no_trace() {
        assertThat(caller.get("/simulator/journal").body()).isEmpty();
        bank.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00",
                "-1.00",
                "1",
                "1.0",
                "1.000",
                "01.00",
                "+1.00",
                "1e3",
                "１.00",
                "100000000000.00",
                " 1.00",
                "1,000.00"
            })
    void is_an_amount_that_is_not_exact_fen(String amount) {
        Caller.Answer answer = caller.send("POST", "/bank/payouts", Caller.payout("P-1", Caller.PAYEE, amount));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("BAD_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{} {}",
                "{\"payoutNo\":1}",
                "{\"payoutNo\":\"P-1\",\"payoutNo\":\"P-1\"}",
                "{\"surprise\":1}"
            })
    void is_a_body_that_is_no_instruction(String body) {
        assertThat(caller.send("POST", "/bank/payouts", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "\"CNY\",\"USD\"",
        "\"P-1\",\"P 1\"",
        "\"P-1\",\"\"",
        "\"P-1\",null",
        "\"CNY\",null",
        "李梅,",
        "李梅,\\u0000",
        "李梅,\\ud800",
        "\"1.00\",1.00"
    })
    void is_a_field_beyond_its_limits(String good, String bad) {
        String body = Caller.payout("P-1", Caller.PAYEE, "1.00").replace(good, bad == null ? "" : bad);

        assertThat(caller.send("POST", "/bank/payouts", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/bank/payouts/P-1,405",
        "GET,/bank/payouts,405",
        "GET,/bank/nothing,404",
        "GET,/,404",
        "GET,/simulator/journal?after=-1,400",
        "GET,/simulator/journal?limit=10001,400",
        "GET,/simulator/journal?after=99999999999,400",
        "PUT,/simulator/scripts/P%201,400",
        "POST,/channel/refunds/R-1,405",
        "GET,/simulator/channel-payments,405",
        "POST,/simulator/refund-bounces/R-1,404"
    })
    void is_a_question_that_makes_no_sense(String method, String path, int status) {
        assertThat(caller.send(method, path, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"behaviour\":\"SLEEPS\"}",
                "{\"behaviour\":\"LATE\",\"delayMillis\":-1}",
                "{\"behaviour\":\"LATE\",\"delayMillis\":1.5}",
                "{\"behaviour\":\"LATE\",\"delayMillis\":99999999999}"
            })
    void is_a_script_that_nobody_can_play(String script) {
        assertThat(caller.send("PUT", "/simulator/scripts/P-1", script).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "scripts,RETRYABLE_FIRST,",
        "scripts,BOUNCES,",
        "scripts,REFUSES,FINAL",
        "refund-scripts,RETURNS,",
        "refund-scripts,RETURNS_FIRST,",
        "refund-scripts,REFUSES,BAD_LUCK",
        "refund-scripts,RETRYABLE_FIRST,INSTRUMENT"
    })
    void is_a_script_for_another_kind_of_orders(String place, String behaviour, String failure) {
        String more = failure == null ? "" : ",\"failure\":\"" + failure + "\"";

        assertThat(caller.send(
                                "PUT",
                                "/simulator/" + place + "/default",
                                "{\"behaviour\":\"" + behaviour + "\"" + more + "}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "WECHAT,wechat",
        "\"O-1\",\"\"",
        "\"O-1\",null",
        "1400.00,0.00",
        "1400.00,8.40",
        "8.40,1400.00",
        "8.40,-1.00",
        "\"8.40\",8.40",
        "true,\"true\"",
        "CNY,USD",
        "王强,"
    })
    void is_a_payment_that_no_channel_takes(String good, String bad) {
        String body = Shop.payment("O-1", "").replace(good, bad == null ? "" : bad);

        assertThat(caller.send("POST", "/simulator/channel-payments", body).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"\"R-1\",\"R 1\"", "WECHAT,wechat", "\"T-1\",null", "1.00,0.00", "\"CNY\",null", "\"1.00\",1.00"})
    void is_a_refund_that_no_channel_takes(String good, String bad) {
        String body = Shop.refund("R-1", "T-1", "1.00").replace(good, bad);

        assertThat(caller.send("POST", "/channel/refunds", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-1-1", "tomorrow", ""})
    void is_a_settlement_of_no_day(String date) {
        assertThat(new Shop(caller).settles(date).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/told", "file:///etc/passwd", "http://", "::"})
    void is_an_address_that_cannot_be_called(String url) {
        assertThat(caller.send("PUT", "/simulator/callback", "{\"url\":\"" + url + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void is_more_than_a_megabyte() {
        assertThat(caller.send("POST", "/bank/payouts", " ".repeat(Call.BODY_BYTES_MAX + 1))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void is_anything_but_json() {
        HttpRequest form = HttpRequest.newBuilder(bank.baseUrl().resolve("/bank/payouts"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(Caller.payout("P-1", Caller.PAYEE, "1.00")))
                .build();

        assertThat(Caller.send(form).status()).isEqualTo(415);
    }
}
