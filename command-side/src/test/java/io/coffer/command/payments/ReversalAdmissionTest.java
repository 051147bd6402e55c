package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PAYER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.captured;
import static io.coffer.command.payments.Bill.open;
import static io.coffer.command.payments.Bill.received;
import static io.coffer.command.payments.Bill.refund;

import io.coffer.api.money.Money;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.RefundNotAdmitted;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.refunds.RouteWish;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment that its channel is to make void, at its order")
class ReversalAdmissionTest {

    private static final Instant END_OF_DAY = Instant.parse("2026-11-22T16:00:00Z");
    private static final RefundSource OF_CONTRACT = new RefundSource.ContractPayment(CONTRACT, ORDER);

    private static PaymentWay way(Settling settling, Optional<LocalTime> cutOff) {
        return new PaymentWay.Channel(
                new ChannelTerms("WECHAT", 1, 1, 60, Optional.of(new ChannelTerms.ReversalTerms(cutOff))), settling);
    }

    private static Scenario paid(Optional<LocalTime> cutOff) {
        return open(way(Settling.NET, cutOff), captured("T-1", PaymentPlace.CONTRACT));
    }

    private static Scenario paid() {
        return paid(Optional.empty());
    }

    private static AdmitRefund admit(String no, Money amount, Optional<String> paymentNo, boolean split) {
        return new AdmitRefund(
                ORDER,
                refund(no),
                paymentNo,
                amount,
                RouteWish.REVERSAL,
                "WRONG_FLAT",
                Optional.empty(),
                split,
                Optional.empty());
    }

    private static AdmitRefund admit(String no) {
        return admit(no, PRICE, Optional.empty(), false);
    }

    private static RefundNotAdmitted refused(RefundObjection... objections) {
        return new RefundNotAdmitted(List.of(objections));
    }

    private static RefundAdmitted admitted(
            String no, String paymentNo, RefundSource source, Settling settling, FeeBearer bearer) {
        return new RefundAdmitted(
                ORDER,
                refund(no),
                paymentNo,
                new AdmittedRefund(
                        RefundKind.CHANNEL_REVERSAL,
                        PRICE,
                        source,
                        new RefundRoute.Reversal("WECHAT", paymentNo, settling, LocalDate.of(2026, 11, 23)),
                        Money.ZERO,
                        Optional.of(CONTRACT.feeAccount()),
                        Optional.of(bearer),
                        Sale.CUSTODY,
                        Optional.of(PAYER),
                        "WRONG_FLAT",
                        "acme-erp",
                        Optional.empty(),
                        Optional.of(FEE),
                        Optional.empty()),
                Optional.of(Money.ZERO));
    }

    @Test
    void is_admitted_as_a_whole_with_its_fee_and_once() {
        var first = paid().when(admit("R-1"), BUSINESS);

        first.records(admitted("R-1", "T-1", OF_CONTRACT, Settling.NET, FeeBearer.MERCHANT_B));
        var then = first.then();
        then.when(admit("R-1"), BUSINESS).changesNothing();
        then.when(Bill.admit("R-1", PRICE), BUSINESS)
                .isRefused(new RefundNumberTaken(refund("R-1").value()));
        then.when(admit("R-2"), BUSINESS).isRefused(refused(new RefundObjection.ReversalAfterRefund(PRICE)));
        then.given(new RefundDismissed(ORDER, refund("R-1"), "TOO_LATE"))
                .when(admit("R-2"), BUSINESS)
                .records(admitted("R-2", "T-1", OF_CONTRACT, Settling.NET, FeeBearer.MERCHANT_B));
    }

    @Test
    void is_another_wish_than_a_refund_under_its_number() {
        paid().when(Bill.admit("R-1", PRICE), BUSINESS)
                .then()
                .when(admit("R-1"), BUSINESS)
                .isRefused(new RefundNumberTaken(refund("R-1").value()));
    }

    @Test
    void says_how_the_channel_settles_it() {
        open(way(Settling.GROSS, Optional.empty()), captured("T-1", PaymentPlace.CONTRACT))
                .when(admit("R-1"), BUSINESS)
                .records(admitted("R-1", "T-1", OF_CONTRACT, Settling.GROSS, FeeBearer.MERCHANT_B));
    }

    /** No payee has anything of it, and the institution bore its fee. */
    @Test
    void may_be_the_one_that_was_paid_too_often() {
        open(
                        way(Settling.NET, Optional.empty()),
                        captured("T-1", PaymentPlace.CONTRACT),
                        captured("T-2", PaymentPlace.EXCESS))
                .when(admit("R-1", PRICE, Optional.of("T-2"), true), BUSINESS)
                .records(admitted(
                        "R-1", "T-2", new RefundSource.ExcessCapture(ORDER, "T-2"), Settling.NET, FeeBearer.PLATFORM));
    }

    @Test
    void is_void_until_its_day_in_shanghai_is_over() {
        paid().after(Duration.between(Scenario.NOON, END_OF_DAY).minusNanos(1))
                .when(admit("R-1"), BUSINESS)
                .records(admitted("R-1", "T-1", OF_CONTRACT, Settling.NET, FeeBearer.MERCHANT_B));
        paid().after(Duration.between(Scenario.NOON, END_OF_DAY))
                .when(admit("R-1"), BUSINESS)
                .isRefused(refused(new RefundObjection.ReversalTooLate(END_OF_DAY)));
    }

    @Test
    void is_void_until_the_channel_closes_its_day() {
        var cutOff = Optional.of(LocalTime.of(12, 0, 1));
        paid(cutOff)
                .when(admit("R-1"), BUSINESS)
                .records(admitted("R-1", "T-1", OF_CONTRACT, Settling.NET, FeeBearer.MERCHANT_B));
        paid(cutOff)
                .after(Duration.ofSeconds(1))
                .when(admit("R-1"), BUSINESS)
                .isRefused(refused(new RefundObjection.ReversalTooLate(Scenario.NOON.plusSeconds(1))));
    }

    @Test
    void is_refused_for_all_reasons_at_once() {
        paid().when(Bill.admit("R-1", Money.yuan(400)), BUSINESS)
                .then()
                .after(Duration.ofDays(1))
                .when(admit("R-2", Money.yuan(1_000), Optional.empty(), true), BUSINESS)
                .isRefused(refused(
                        new RefundObjection.ReversalNotWhole(PRICE),
                        new RefundObjection.ReversalAfterRefund(Money.yuan(400)),
                        new RefundObjection.ReversalAfterSplit(),
                        new RefundObjection.ReversalTooLate(END_OF_DAY)));
        paid().when(admit("R-1", PRICE.plus(Sale.ONE_FEN), Optional.empty(), false), BUSINESS)
                .isRefused(refused(new RefundObjection.ReversalNotWhole(PRICE)));
    }

    @Test
    void has_nothing_that_payees_are_to_give_back() {
        var plan = new RecoveryPlan(List.of(new RecoveryLeg.Contract(PRICE)));
        paid().when(
                        new AdmitRefund(
                                ORDER,
                                refund("R-1"),
                                Optional.empty(),
                                PRICE,
                                RouteWish.REVERSAL,
                                "WRONG_FLAT",
                                Optional.of(plan)),
                        BUSINESS)
                .isRefused(refused(new RefundObjection.ReversalAfterSplit()));
    }

    @Test
    void is_of_a_channel_that_agreed_to_it_and_captured_the_payment() {
        var no = refused(new RefundObjection.ReversalNotOffered());

        open(Bill.BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT))
                .when(admit("R-1"), BUSINESS)
                .isRefused(no);
        open(Bill.BY_BANK, received("X1", false)).when(admit("R-1"), BUSINESS).isRefused(no);
        open(NET, received("X1", true))
                .when(admit("R-1", PRICE.minus(FEE), Optional.empty(), false), BUSINESS)
                .isRefused(no);
    }
}
