package io.coffer.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Money that arrives at the bank")
class ArrivalsTest {

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Caller caller;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
                .withNoticeUrl(listener.url()));
        caller = new Caller(bank.baseUrl());
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
    }

    private Caller.Answer arrives(String amount, String more) {
        return caller.send("POST", "/simulator/incoming", """
                {"virtualAccount":"88010000000001","amount":"%s",\
                "payerAccountNumber":"6222000000000001","payerName":"王强","remark":"首付款"%s}""".formatted(amount, more));
    }

    @Test
    void is_noticed_as_the_bank_notices_it() {
        Caller.Answer answer = arrives("600000.00", "");

        assertThat(answer.text("coreNo")).isEqualTo("202611220000000001");
        assertThat(answer.body().path("statuses").toString()).isEqualTo("[200]");
        Listener.Heard notice = listener.heard().getFirst();
        assertThat(notice.idempotencyKey()).isEqualTo("notice-202611220000000001");
        assertThat(notice.body())
                .isEqualTo("{\"bankCode\":\"104100000004\",\"custodyAccount\":\"110060149018800100001\","
                        + "\"bankDate\":\"2026-11-22\",\"direction\":\"IN\",\"coreNo\":\"202611220000000001\","
                        + "\"kind\":\"RECEIPT\",\"amount\":{\"value\":\"600000.00\",\"currency\":\"CNY\"},"
                        + "\"virtualAccount\":\"88010000000001\",\"payerAccount\":\"6222000000000001\","
                        + "\"payerName\":\"王强\",\"remark\":\"首付款\",\"noticedAt\":\"2026-11-22T10:00:00+08:00\"}");
    }

    @Test
    void is_noticed_in_copies_under_keys_of_their_own() {
        arrives("600000.00", ",\"copies\":3");

        assertThat(listener.heard())
                .extracting(Listener.Heard::idempotencyKey)
                .containsExactlyInAnyOrder(
                        "notice-202611220000000001", "notice-202611220000000001-2", "notice-202611220000000001-3");
        assertThat(listener.heard())
                .extracting(Listener.Heard::body)
                .containsOnly(listener.heard().getFirst().body());
    }

    @Test
    void gets_a_core_number_of_its_own_also_beside_payouts_and_chosen_numbers() {
        arrives("1.00", ",\"coreNo\":\"202611220000000002\"");

        assertThat(arrives("1.00", "").text("coreNo")).isEqualTo("202611220000000001");
        assertThat(caller.submit("P-1").text("coreNo")).isEqualTo("202611220000000003");
    }

    @Test
    void can_contradict_an_earlier_notice_under_the_same_core_number() {
        arrives("600000.00", ",\"coreNo\":\"C-1\"");
        arrives("600000.01", ",\"coreNo\":\"C-1\"");

        assertThat(listener.heard())
                .extracting(Listener.Heard::idempotencyKey)
                .containsExactly("notice-C-1", "notice-C-1-2");
        assertThat(listener.heard())
                .extracting(heard -> heard.json().at("/amount/value").stringValue())
                .containsExactly("600000.00", "600000.01");
    }

    @Test
    void can_stay_unnoticed() {
        assertThat(arrives("600000.00", ",\"copies\":0").status()).isEqualTo(200);

        assertThat(listener.heard()).isEmpty();
        assertThat(caller.journal("INCOMING")).hasSize(1);
    }
}
