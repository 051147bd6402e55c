package io.coffer.journeys;

import static io.coffer.journeys.Sharing.leg;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WeChat makes payments void until their day is over, Alipay only until its cut-off, and UMS none. */
@DisplayName("A payment that its channel makes void")
class ReversalsTest {

    private static final String REVERSAL = ",\"route\":\"REVERSAL\"";
    private static final String REFUNDABLE = "{\"rateBp\":60,\"bearer\":\"MERCHANT_B\",\"refundable\":true}";

    /** Longer than all of these take. */
    private static final Duration ENOUGH = Duration.ofMinutes(20);

    @SuppressWarnings("TimeInStaticInitializer") // These journeys share one program, whose clock is set once.
    private static final Instant STARTED = Instant.now();

    /** A payment of a day that is over cannot be made void any more: near its end the next one begins first. */
    private static final Duration AHEAD = Optional.of(leftOf(day(STARTED)).plusSeconds(1))
            .filter(left -> left.compareTo(ENOUGH) < 0)
            .orElse(Duration.ZERO);

    private static final LocalDate TODAY = day(STARTED.plus(AHEAD));
    private static final RunningCoffer COFFER = AHEAD.isZero() ? RunningCoffer.shared() : ahead();

    private final RunningCoffer coffer = COFFER;
    private final SimulatedBank bank = coffer.bank();

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SettlementDay.SHANGHAI);
    }

    private static Duration leftOf(LocalDate day) {
        return Duration.between(
                STARTED, day.plusDays(1).atStartOfDay(SettlementDay.SHANGHAI).toInstant());
    }

    private static RunningCoffer ahead() {
        var coffer = RunningCoffer.withClock();
        coffer.passes(AHEAD.toString());
        return coffer;
    }

    @AfterAll
    static void stop() {
        if (!AHEAD.isZero()) {
            COFFER.close();
        }
    }

    private Till paid(Shop shop) {
        var till = Till.open(coffer, shop.merchant(), Till.BY_WECHAT, REFUNDABLE, "1000.00");
        bank.pays("WECHAT", till.id(), "1000.00", "6.00");
        till.once("PAID");
        return till;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT_ONCE",
                "LATE",
                "TWICE",
                "LOST_CALLBACK",
                "OUT_OF_ORDER",
                "NEVER_ANSWERS_EXECUTED",
                "NEVER_ANSWERS_NOT_EXECUTED",
                "NOT_FOUND_FIRST",
                "RETRYABLE_FIRST"
            })
    void goes_back_once_and_costs_nobody_a_fee_whatever_the_channel_says(String behaviour) {
        var shop = Shop.with(coffer, "6.00");
        var till = paid(shop);
        var no = "R-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        bank.scriptRefund(refund, behaviour);
        till.ask(no, "1000.00", REVERSAL).isAccepted();

        var done = till.refundOnce(refund, "SUCCEEDED");
        assertThat(done.at("/kind").asString()).isEqualTo("CHANNEL_REVERSAL");
        assertThat(done.at("/route").asString()).isEqualTo("REVERSAL");
        assertThat(done.at("/channel").asString()).isEqualTo("WECHAT");
        assertThat(done.at("/feeReturned/value").asString()).isEqualTo("6.00");
        shop.once("/available/value", "6.00");
        assertThat(bank.creditsOf(refund)).singleElement().satisfies(credit -> {
            assertThat(credit.path("count").asInt()).isEqualTo(1);
            assertThat(credit.path("amount").asString()).isEqualTo("1000.00");
        });
        assertThat(shop.balance("R2003", till.contract() + ":" + till.no() + ".AVAILABLE"))
                .isEqualTo("0.00");
        coffer.assertAllHold();
    }

    @Test
    void is_in_its_own_settlement_with_what_it_would_have_cost_and_books_file_and_bank_agree() {
        // What other journeys told of the nearest date, the channel knows nothing of.
        bank.settles("WECHAT", TODAY.plusDays(1).toString(), SettlementDay.NUMBER);
        var shop = Shop.with(coffer, "20.00");
        var till = Till.open(coffer, shop.merchant(), Till.BY_WECHAT, REFUNDABLE, "1000.00");
        var date = bank.pays("WECHAT", till.id(), "1000.00", "6.00")
                .path("settlementDate")
                .asString();
        till.once("PAID");
        var other = Till.open(coffer, shop.merchant(), Till.BY_WECHAT, Till.FREE, "500.00");
        bank.pays("WECHAT", other.id(), "500.00", "0.00");
        other.once("PAID");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        till.refundOnce(till.refund("1000.00", REVERSAL), "SUCCEEDED");
        shop.once("/available/value", "20.00");

        var day = new SettlementDay(coffer, "WECHAT", LocalDate.parse(date));
        var view = day.once("WAITING_FOR_FILE");
        assertThat(view.at("/ledger/payments").asString()).isEqualTo("1494.00");
        assertThat(view.at("/ledger/refunds").asString()).isEqualTo("-1000.00");
        assertThat(view.at("/ledger/feesReturned").asString()).isEqualTo("6.00");
        assertThat(shop.balance("R1101", "WECHAT." + date)).isEqualTo("500.00");
        assertThat(bank.settles("WECHAT", date, SettlementDay.NUMBER)
                        .path("net")
                        .asString())
                .isEqualTo("500.00");
        day.send(bank.settlementFile("WECHAT", date)).isAccepted();
        day.assertAgreed();
    }

    @Test
    void is_a_payment_again_when_the_channel_refuses_and_is_refunded_under_another_number() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_WECHAT, Till.FREE, "1000.00");
        bank.pays("WECHAT", till.id(), "1000.00", "0.00");
        till.once("PAID");
        var no = "R-" + HomeSale.nextCoreNo();
        var refused = "RF:acme:" + no;
        bank.scriptRefund(refused, "REFUSES", ",\"failure\":\"FINAL\",\"code\":\"TOO_LATE\"");
        till.ask(no, "1000.00", REVERSAL).isAccepted();
        var over = till.refundOnce(refused, "CANCELLED");
        assertThat(over.at("/reason").asString()).isEqualTo("TOO_LATE");
        assertThat(over.at("/failureCode").asString()).isEqualTo("TOO_LATE");
        assertThat(over.at("/waitsFor").asString()).isEqualTo("NOBODY");
        till.reroute(refused, "王强").isRefused(409, "NOT_IN_THIS_STATE");

        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var again = "R-" + HomeSale.nextCoreNo();
        Until.is(() -> till.ask(again, "1000.00"), reply -> reply.status() < 300);
        till.refundOnce("RF:acme:" + again, "SUCCEEDED");
        assertThat(bank.creditsOf(refused)).isEmpty();
        assertThat(bank.creditsOf("RF:acme:" + again)).hasSize(1);
        coffer.assertAllHold();
    }

    @Test
    void that_is_not_whole_or_touched_or_too_late_is_refused_with_every_reason() {
        var shop = Shop.opened(coffer);
        var till = Till.open(coffer, shop.merchant(), Till.BY_CHANNEL, Till.FREE, "1000.00");
        till.told("ALIPAY", "T-" + till.no(), "1000.00", Instant.now().minus(Duration.ofDays(1)))
                .isAccepted();
        till.once("PAID");
        new Sharing(coffer, till).done("100.00", "0.00", leg(shop.id(), "100.00"));
        till.refund("200.00");

        var refused = till.ask("R-" + HomeSale.nextCoreNo(), "500.00", REVERSAL)
                .isRefused(422, "REFUND_NOT_ADMITTED")
                .json()
                .path("reasons");
        assertThat(StreamSupport.stream(refused.spliterator(), false)
                        .map(reason -> reason.path("code").asString()))
                .containsExactly(
                        "REVERSAL_NOT_WHOLE", "REVERSAL_AFTER_REFUND", "REVERSAL_AFTER_SPLIT", "REVERSAL_TOO_LATE");
        assertThat(refused.at("/0/whole/value").asString()).isEqualTo("1000.00");
        assertThat(refused.at("/1/refunded/value").asString()).isEqualTo("200.00");
        // Its cut-off is ten minutes before the day is over in Shanghai.
        assertThat(refused.at("/3/until").asString()).endsWith("T15:50:00Z");
        coffer.assertAllHold();
    }

    @Test
    void is_of_a_channel_that_agreed_to_it() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_UMS, Till.FREE, "300.00");
        till.told("UMS", "T-" + till.no(), "300.00", Instant.now()).isAccepted();
        till.once("PAID");

        var refused = till.ask("R-" + HomeSale.nextCoreNo(), "300.00", REVERSAL)
                .isRefused(422, "REFUND_NOT_ADMITTED")
                .json();
        assertThat(refused.at("/reasons/0/code").asString()).isEqualTo("REVERSAL_NOT_OFFERED");
        assertThat(refused.path("reasons")).hasSize(1);
    }

    @Test
    void of_more_than_a_thousand_yuan_needs_a_second_person_and_keeps_its_number() {
        var till = Till.open(coffer, "M-" + HomeSale.nextCoreNo(), Till.BY_WECHAT, Till.FREE, "1000.01");
        bank.pays("WECHAT", till.id(), "1000.01", "0.00");
        till.once("PAID");
        bank.scriptRefund("RF:acme:R-*", "AT_ONCE");
        var no = "R-" + HomeSale.nextCoreNo();
        var refund = "RF:acme:" + no;
        till.ask(no, "1000.01", REVERSAL).isAccepted();
        assertThat(till.refundOnce(refund, "REQUESTED").at("/waitsFor").asString())
                .isEqualTo("CHECKER");

        assertThat(till.ask(no, "1000.01", REVERSAL)
                        .isAccepted()
                        .json()
                        .path("events")
                        .size())
                .isZero();
        till.ask(no, "1000.01").isRefused(409, "REFUND_NUMBER_TAKEN");
        till.approve(refund);
        till.refundOnce(refund, "SUCCEEDED");
    }
}
