package io.coffer.bank;

import static io.coffer.bank.Caller.eventually;
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

@DisplayName("A settlement of a channel")
class ChannelSettlementsTest {

    private final Listener listener = new Listener();

    @TempDir
    Path directory;

    private BankSimulator bank;
    private Shop shop;

    @BeforeEach
    void open() {
        bank = BankSimulator.start(BankSettings.in(directory)
                .withClock(() -> Instant.parse("2026-11-22T02:00:00Z"))
                .withNoticeUrl(listener.url()));
        shop = new Shop(new Caller(bank.baseUrl()));
    }

    @AfterEach
    void close() {
        bank.close();
        listener.close();
    }

    @Test
    void lists_what_makes_its_net_and_pays_that_by_one_line() {
        String tradeNo = shop.paid("O-1");
        shop.refunds("R-1", tradeNo, "100.00");
        shop.refunds("R-2", tradeNo, "200.00");
        shop.caller().send("POST", "/simulator/refund-bounces/R-2", "");

        Caller.Answer settled = shop.settles("2026-11-23");

        // 1391.60 - 100.00 + 0.60 - 200.00 + 1.20 + 200.00
        assertThat(settled.text("net")).isEqualTo("1293.40");
        assertThat(settled.body().path("lines").toString())
                .isEqualTo("[{\"kind\":\"PAYMENT\",\"no\":\"" + tradeNo
                        + "\",\"outTradeNo\":\"O-1\",\"amount\":\"1400.00\",\"fee\":\"8.40\"},"
                        + "{\"kind\":\"REFUND\",\"no\":\"R-1\",\"amount\":\"100.00\",\"fee\":\"0.00\"},"
                        + "{\"kind\":\"FEE_RETURNED\",\"no\":\"R-1\",\"amount\":\"0.60\",\"fee\":\"0.00\"},"
                        + "{\"kind\":\"REFUND\",\"no\":\"R-2\",\"amount\":\"200.00\",\"fee\":\"0.00\"},"
                        + "{\"kind\":\"FEE_RETURNED\",\"no\":\"R-2\",\"amount\":\"1.20\",\"fee\":\"0.00\"},"
                        + "{\"kind\":\"BOUNCE\",\"no\":\"R-2\",\"amount\":\"200.00\",\"fee\":\"0.00\"}]");
        var notice = listener.heard().getFirst();
        assertThat(notice.idempotencyKey()).isEqualTo("notice-" + settled.text("coreNo"));
        assertThat(notice.json().at("/amount/value").stringValue()).isEqualTo("1293.40");
        assertThat(notice.json().path("virtualAccount").stringValue()).isEqualTo("88010000000009");
    }

    @Test
    void is_listed_by_a_file_that_names_the_banks_line_once_the_date_is_closed() {
        String tradeNo = shop.paid("O-1");
        shop.refunds("R-1", tradeNo, "100.00");
        String file = "/simulator/channel-settlements/WECHAT/2026-11-23";
        assertThat(shop.caller().get(file).text("code")).isEqualTo("NOT_FOUND");

        String coreNo = shop.settles("2026-11-23").text("coreNo");

        assertThat(shop.caller().rows(file))
                .containsExactly(
                        "{\"header\":{\"channel\":\"WECHAT\",\"settlementDate\":\"2026-11-23\",\"count\":3,"
                                + "\"net\":{\"value\":\"1292.20\",\"currency\":\"CNY\"},\"paidBy\":{"
                                + "\"bankCode\":\"104100000004\",\"custodyAccount\":\"110060149018800100001\","
                                + "\"bankDate\":\"2026-11-22\",\"coreNo\":\"" + coreNo + "\"}}}",
                        "{\"line\":{\"kind\":\"PAYMENT\",\"no\":\"" + tradeNo + "\",\"amount\":{\"value\":\"1400.00\","
                                + "\"currency\":\"CNY\"},\"fee\":{\"value\":\"8.40\",\"currency\":\"CNY\"}}}",
                        "{\"line\":{\"kind\":\"REFUND\",\"no\":\"R-1\",\"amount\":{\"value\":\"100.00\","
                                + "\"currency\":\"CNY\"}}}",
                        "{\"line\":{\"kind\":\"FEE_RETURNED\",\"no\":\"R-1\",\"amount\":{\"value\":\"0.60\","
                                + "\"currency\":\"CNY\"}}}");
        shop.settles("2026-11-24");
        assertThat(shop.caller().rows("/simulator/channel-settlements/WECHAT/2026-11-24"))
                .containsExactly("{\"header\":{\"channel\":\"WECHAT\",\"settlementDate\":\"2026-11-24\",\"count\":0,"
                        + "\"net\":{\"value\":\"0.00\",\"currency\":\"CNY\"}}}");
        assertThat(shop.caller()
                        .get("/simulator/channel-settlements/WECHAT/yesterday")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void happens_once_however_often_it_is_asked_for() {
        shop.paid("O-1");

        Caller.Answer first = shop.settles("2026-11-23");

        assertThat(shop.settles("2026-11-23").body()).isEqualTo(first.body());
        assertThat(shop.caller().journal("INCOMING")).hasSize(1);
        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void closes_its_date_to_whatever_comes_later() {
        String tradeNo = shop.paid("O-1");
        shop.settles("2026-11-23");

        assertThat(shop.refunds("R-1", tradeNo, "100.00").text("coreNo")).isNotEmpty();
        assertThat(shop.asks("R-1").text("feeSettlementDate")).isEqualTo("2026-11-24");
        assertThat(shop.pays("O-2", "").text("settlementDate")).isEqualTo("2026-11-24");
        assertThat(shop.refunds("R-2", tradeNo, "100.00").text("settlementDate"))
                .isEqualTo("2026-11-24");
        // 0.60 + 1391.60 - 100.00 + 0.60
        assertThat(shop.settles("2026-11-24").text("net")).isEqualTo("1292.80");
    }

    @Test
    void of_nothing_pays_nothing() {
        Caller.Answer settled = shop.settles("2026-11-23");

        assertThat(settled.body().toString())
                .isEqualTo("{\"channel\":\"WECHAT\",\"settlementDate\":\"2026-11-23\",\"net\":\"0.00\",\"lines\":[]}");
        assertThat(shop.caller().journal("INCOMING")).isEmpty();
        assertThat(shop.pays("O-1", "").text("settlementDate")).isEqualTo("2026-11-24");
    }

    @Test
    void is_paid_though_the_bank_died_before() throws Exception {
        shop.paid("O-1");
        String coreNo = shop.settles("2026-11-23").text("coreNo");
        bank.close();
        Path journal = directory.resolve("journal.ndjson");
        List<String> lines = Files.readAllLines(journal);
        Files.write(
                journal,
                lines.stream()
                        .takeWhile(line -> !line.contains("\"kind\":\"INCOMING\""))
                        .toList());
        open();

        eventually(() -> listener.heard().size() == 2);
        assertThat(listener.heard()).extracting(Listener.Heard::idempotencyKey).containsOnly("notice-" + coreNo);
        assertThat(shop.caller().journal("INCOMING")).hasSize(1);
    }

    @Test
    void goes_to_one_account() {
        shop.settles("2026-11-23");

        assertThat(shop.caller()
                        .send(
                                "POST",
                                "/simulator/channel-settlements",
                                "{\"channel\":\"WECHAT\",\"settlementDate\":\"2026-11-23\",\"virtualAccount\":\"88019\"}")
                        .text("code"))
                .isEqualTo("OTHER_CONTENT");
    }
}
