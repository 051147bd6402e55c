package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.payments.Bill.BY_BANK;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PAYER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.capture;
import static io.coffer.command.payments.Bill.captured;
import static io.coffer.command.payments.Bill.created;
import static io.coffer.command.payments.Bill.doubled;
import static io.coffer.command.payments.Bill.open;
import static io.coffer.command.payments.Bill.receive;
import static io.coffer.command.payments.Bill.received;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentCommand.ReceivePayment;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.CaptureContradicted;
import io.coffer.api.payments.PaymentRejection.CaptureTimeNotPossible;
import io.coffer.api.payments.PaymentRejection.CapturedAmountDiffers;
import io.coffer.api.payments.PaymentRejection.NotTheChannel;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What comes in for a payment order")
class IncomingRulesTest {

    @Test
    void by_the_channel_is_the_contracts_once_and_its_payers_after_that() {
        open(BY_CHANNEL).when(capture("T-1"), BANK).records(captured("T-1", PaymentPlace.CONTRACT));
        open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT))
                .when(capture("T-2"), BANK)
                .records(captured("T-2", PaymentPlace.EXCESS));
        open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT))
                .when(capture("T-1"), BANK)
                .changesNothing();
    }

    @Test
    void by_the_channel_too_late_is_its_payers() {
        open(BY_CHANNEL)
                .after(Duration.ofHours(2).minusNanos(1))
                .when(capture("T-1"), BANK)
                .records(captured("T-1", PaymentPlace.CONTRACT));
        // Judged by the time, though nobody has swept.
        open(BY_CHANNEL)
                .after(Duration.ofHours(2))
                .when(capture("T-1"), BANK)
                .records(captured("T-1", PaymentPlace.EXCESS));
        for (DomainEvent end : List.of(
                new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty()),
                new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.empty()),
                new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, Optional.empty()))) {
            open(BY_CHANNEL, end).when(capture("T-1"), BANK).records(captured("T-1", PaymentPlace.EXCESS));
        }
    }

    @Test
    void by_the_channel_waits_while_the_fee_is_not_set_aside() {
        Scenario.of(new PurePaymentOrder())
                .given(created(BY_CHANNEL))
                .when(capture("T-1"), BANK)
                .isRefused(new NotInThisState("CREATED", List.of("OPEN", "PAID")));
    }

    @Test
    void by_the_channel_is_of_the_price_and_the_channel_of_the_order() {
        open(BY_CHANNEL)
                .when(new CapturePayment(ORDER, Bill.told("T-1"), PRICE.minus(Money.fen(1))), BANK)
                .isRefused(new CapturedAmountDiffers(PRICE, PRICE.minus(Money.fen(1))));
        var other = new Capture("ALIPAY", "T-1", Scenario.NOON, Bill.told("T-1").settlementDate(), Optional.empty());
        open(BY_CHANNEL).when(new CapturePayment(ORDER, other, PRICE), BANK).isRefused(new NotTheChannel("ALIPAY"));
        open(BY_BANK).when(capture("T-1"), BANK).isRefused(new NotTheChannel("WECHAT"));
    }

    @Test
    void by_the_channel_is_told_with_one_content() {
        var earlier = open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT));
        earlier.when(new CapturePayment(ORDER, Bill.told("T-1"), PRICE.plus(Money.fen(1))), BANK)
                .isRefused(new CaptureContradicted("T-1"));
        var without =
                new Capture("WECHAT", "T-1", Scenario.NOON, Bill.told("T-1").settlementDate(), Optional.empty());
        earlier.when(new CapturePayment(ORDER, without, PRICE), BANK).isRefused(new CaptureContradicted("T-1"));
    }

    @Test
    void by_the_channel_was_captured_by_now_and_is_settled_about_now() {
        var now = Scenario.NOON.plus(Duration.ofMinutes(10));
        var first = LocalDate.of(2026, 10, 22);
        var last = LocalDate.of(2026, 12, 23);
        var impossible = new CaptureTimeNotPossible(now, first, last);
        told(now, first).then();
        told(now, last).then();
        told(now.plusNanos(1), first).isRefused(impossible);
        told(now, first.minusDays(1)).isRefused(impossible);
        told(now, last.plusDays(1)).isRefused(impossible);
    }

    private static Scenario.Then told(Instant paidAt, LocalDate settlementDate) {
        var capture = new Capture("WECHAT", "T-1", paidAt, settlementDate, Optional.of(PAYER));
        return open(BY_CHANNEL).when(new CapturePayment(ORDER, capture, PRICE), BANK);
    }

    @Test
    void by_the_channel_is_told_by_the_banks_adapter() {
        open(BY_CHANNEL).when(capture("T-1"), BUSINESS).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
    }

    /** T5 of {@code domain.md}. */
    @Test
    void by_transfer_is_the_contracts_once_and_its_payers_after_that() {
        open(BY_BANK).when(receive("X1", PRICE), POLICY).records(received("X1", false));
        open(BY_BANK, received("X1", false)).when(receive("X2", PRICE), POLICY).records(doubled("X2", PRICE));
        open(BY_BANK, received("X1", false)).when(receive("X1", PRICE), POLICY).changesNothing();
        open(BY_BANK, received("X1", false), doubled("X2", PRICE))
                .when(receive("X2", PRICE), POLICY)
                .changesNothing();
    }

    @Test
    void less_the_channels_fee_is_expected_where_that_is_the_product() {
        var net = PRICE.minus(FEE);
        open(NET).when(receive("X1", net), POLICY).records(received("X1", true));
        open(NET, received("X1", true)).when(receive("X2", net), POLICY).records(doubled("X2", net));
        open(NET).when(receive("X1", PRICE), POLICY).records(declined("RECEIVED_AMOUNT_DIFFERS"));
    }

    @Test
    void by_transfer_of_another_amount_or_place_is_declined() {
        open(BY_BANK)
                .when(receive("X1", PRICE.plus(Money.fen(1))), POLICY)
                .records(declined("RECEIVED_AMOUNT_DIFFERS"));
        var elsewhere = new ReceivePayment(
                ORDER, Sale.receipt("X1"), PRICE, new CustodyAccount("104100000004", "1"), Optional.of(PAYER));
        open(BY_BANK).when(elsewhere, POLICY).records(declined("WRONG_CUSTODY_ACCOUNT"));
        open(BY_CHANNEL).when(receive("X1", PRICE), POLICY).records(declined("NOT_THE_CHANNEL"));
    }

    @Test
    void by_transfer_too_late_is_declined() {
        open(BY_BANK)
                .after(Duration.ofHours(2).minusNanos(1))
                .when(receive("X1", PRICE), POLICY)
                .records(received("X1", false));
        open(BY_BANK)
                .after(Duration.ofHours(2))
                .when(receive("X1", PRICE), POLICY)
                .records(declined("NOT_IN_THIS_STATE"));
        open(BY_BANK, new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.empty()))
                .when(receive("X1", PRICE), POLICY)
                .records(declined("NOT_IN_THIS_STATE"));
    }

    private static PaymentDeclined declined(String code) {
        return new PaymentDeclined(ORDER, Sale.receipt("X1"), code);
    }
}
