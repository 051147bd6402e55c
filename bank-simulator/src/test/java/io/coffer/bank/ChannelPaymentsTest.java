package io.coffer.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A payment by a channel")
class ChannelPaymentsTest {

    private static final String NET = ",\"virtualAccount\":\"88010000000001\"";

    private final Listener listener = new Listener();
    private final Listener noticed = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Shop shop;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
                .withNoticeUrl(noticed.url())
                .withChannelPaymentUrl(listener.url()));
        shop = new Shop(new Caller(bank.baseUrl()));
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
        noticed.close();
    }

    private List<String> keys() {
        return listener.heard().stream().map(Listener.Heard::idempotencyKey).toList();
    }

    @Test
    void is_told_as_the_channel_tells_it() {
        Caller.Answer answer = shop.pays("O-1", "");

        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"tradeNo\":\"T202611220000000001\",\"settlementDate\":\"2026-11-23\",\"statuses\":[200]}");
        assertThat(keys()).containsExactly("channel-payment-T202611220000000001");
        assertThat(listener.heard().getFirst().body())
                .isEqualTo("{\"channel\":\"WECHAT\",\"outTradeNo\":\"O-1\",\"tradeNo\":\"T202611220000000001\","
                        + "\"amount\":{\"value\":\"1400.00\",\"currency\":\"CNY\"},"
                        + "\"paidAt\":\"2026-11-22T10:00:00+08:00\",\"settlementDate\":\"2026-11-23\","
                        + "\"payerAccount\":\"6222000000000001\",\"payerName\":\"王强\"}");
        assertThat(noticed.heard()).isEmpty();
    }

    @Test
    void is_told_where_it_was_said_to() {
        try (Listener other = new Listener()) {
            shop.caller().send("PUT", "/simulator/channel-payment-callback", "{\"url\":\"" + other.url() + "\"}");
            shop.paid("O-1");

            assertThat(other.heard()).hasSize(1);
            assertThat(listener.heard()).isEmpty();
        }
    }

    @Test
    void is_another_one_when_the_payer_pays_twice() {
        assertThat(shop.paid("O-1")).isNotEqualTo(shop.paid("O-1"));

        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("2783.20");
    }

    @Test
    void is_told_again_under_its_own_number_and_counted_once() {
        shop.pays("O-1", ",\"tradeNo\":\"T-1\",\"copies\":2");
        bank.close();
        open();
        shop.pays("O-1", ",\"tradeNo\":\"T-1\"");

        assertThat(keys())
                .containsExactlyInAnyOrder("channel-payment-T-1", "channel-payment-T-1-2", "channel-payment-T-1-3");
        assertThat(listener.heard())
                .extracting(Listener.Heard::body)
                .containsOnly(listener.heard().getFirst().body());
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("1391.60");
    }

    @Test
    void has_no_other_content_under_a_known_number() {
        shop.pays("O-1", ",\"tradeNo\":\"T-1\"");

        assertThat(shop.pays("O-2", ",\"tradeNo\":\"T-1\"").text("code")).isEqualTo("OTHER_CONTENT");
        assertThat(shop.pays("O-1", ",\"tradeNo\":\"T-1\"" + NET).status()).isEqualTo(409);
        assertThat(shop.caller().journal("CHANNEL_PAYMENT")).hasSize(1);
    }

    @Test
    void to_a_virtual_account_is_a_line_of_the_bank_less_the_fee() {
        Caller.Answer answer = shop.pays("O-1", NET);

        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"tradeNo\":\"T202611220000000001\",\"coreNo\":\"202611220000000001\",\"statuses\":[200]}");
        assertThat(listener.heard()).isEmpty();
        var notice = noticed.heard().getFirst();
        assertThat(notice.idempotencyKey()).isEqualTo("notice-202611220000000001");
        assertThat(notice.json().at("/amount/value").stringValue()).isEqualTo("1391.60");
        assertThat(notice.json().path("virtualAccount").stringValue()).isEqualTo("88010000000001");
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("0.00");
    }

    @Test
    void to_a_virtual_account_is_booked_though_the_bank_died_before() throws Exception {
        shop.pays("O-1", NET);
        bank.close();
        Path journal = directory.resolve("journal.ndjson");
        Files.write(journal, List.of(Files.readAllLines(journal).getFirst()));
        open();

        assertThat(shop.caller().journal("INCOMING"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("amount").stringValue()).isEqualTo("1391.60"));
        shop.pays("O-1", ",\"tradeNo\":\"T202611220000000001\"" + NET);
        assertThat(noticed.heard())
                .extracting(Listener.Heard::idempotencyKey)
                .containsOnly("notice-202611220000000001");
    }

    @Test
    void can_stay_untold() {
        assertThat(shop.pays("O-1", ",\"copies\":0").body().path("statuses")).isEmpty();

        assertThat(listener.heard()).isEmpty();
        assertThat(shop.settles("2026-11-23").text("net")).isEqualTo("1391.60");
    }

    @Test
    void leaves_no_payer_in_the_journal() throws Exception {
        shop.paid("O-1");
        shop.pays("O-2", NET);

        assertThat(Files.readString(directory.resolve("journal.ndjson")))
                .contains("\"outTradeNo\":\"O-2\"")
                .doesNotContain(Shop.PAYER)
                .doesNotContain("王强");
    }
}
