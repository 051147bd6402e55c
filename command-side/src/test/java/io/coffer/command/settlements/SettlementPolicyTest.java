package io.coffer.command.settlements;

import static io.coffer.command.merchants.Lease.CONTRACT;
import static io.coffer.command.merchants.Lease.ORDER;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.FEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Posting;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay.Settling;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.Clearing;
import io.coffer.api.settlements.SettlementCommand.RecordClearing;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementLine.Kind;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Reaction;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settlements policy")
class SettlementPolicyTest {

    private static final RefundId REFUND = RefundId.of(ORDER.tenant(), "RF-1");
    private static final Money PRICE = Money.yuan(1_400);
    private static final Money PART = Money.yuan(500);
    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final ChannelSettlementId DAY = ChannelSettlementId.of("WECHAT", DATE);
    private static final RefundFunds OF_NEXT_DAY = new RefundFunds.Netted("WECHAT", DATE.plusDays(1));
    private static final RefundFunds NETTED = new RefundFunds.Netted("WECHAT", DATE);
    private static final RefundFunds DEBITED = new RefundFunds.Debited(Sale.CUSTODY, DATE, "CORE-9");

    private final Wishes policy = new Wishes(new SettlementPolicy());

    @Test
    void tells_a_settlement_of_each_payment_with_the_fee_that_its_channel_keeps() {
        policy.on(captured(FeeBearer.MERCHANT_B, Settling.NET, PaymentPlace.CONTRACT))
                .gives(new RecordClearing(DAY, new SettlementLine(Kind.PAYMENT, "TX-1", PRICE, FEE)));
        policy.on(captured(FeeBearer.PLATFORM, Settling.GROSS, PaymentPlace.EXCESS))
                .gives(new RecordClearing(DAY, SettlementLine.of(Kind.PAYMENT, "TX-1", PRICE)));
    }

    @Test
    void tells_it_of_refunds_that_are_netted_and_of_what_comes_back() {
        policy.on(succeeded(NETTED)).gives(told(Kind.REFUND));
        policy.on(succeeded(DEBITED)).givesNothing();
        policy.on(bounced(NETTED)).gives(told(Kind.BOUNCE));
        policy.on(bounced(DEBITED)).givesNothing();
        policy.on(shortage(NETTED)).gives(told(Kind.REFUND));
        policy.on(shortage(DEBITED)).givesNothing();
        policy.on(corrected(NETTED, DEBITED)).gives(told(Kind.BOUNCE));
        policy.on(corrected(DEBITED, NETTED)).gives(told(Kind.REFUND));
        policy.on(corrected(NETTED, OF_NEXT_DAY))
                .gives(
                        told(Kind.BOUNCE),
                        new RecordClearing(
                                ChannelSettlementId.of("WECHAT", DATE.plusDays(1)),
                                SettlementLine.of(Kind.REFUND, REFUND.value(), PART)));
        policy.on(feeReturned(FeeBearer.MERCHANT_B)).gives(told(Kind.FEE_RETURNED));
        policy.on(feeReturned(FeeBearer.PAYER)).givesNothing();
        policy.on(leftOut(FeeBearer.PLATFORM)).givesNothing();
        policy.on(new RefundFeeReturned(REFUND, B, FeeBearer.MERCHANT_B, Money.ZERO, "WECHAT", DATE, Optional.of(PART)))
                .givesNothing();
    }

    @Test
    void tells_it_to_the_fen_what_the_ledger_has() {
        for (var event : everyMove()) {
            assertThat(told(event)).as(event.toString()).isEqualTo(posted(event));
        }
    }

    @Test
    void gives_it_the_banks_line_that_its_channel_names_if_that_is_free() {
        policy.on(taken(Optional.of(Sale.receipt("S-1"))))
                .gives(AssignReceipt.byChannel(Sale.receipt("S-1"), DAY))
                .whenRefused(new ReceiptNotFree("CONSUMED"));
        policy.on(taken(Optional.empty())).givesNothing();
    }

    private static List<DomainEvent> everyMove() {
        var all = new ArrayList<DomainEvent>();
        for (var bearer : FeeBearer.values()) {
            all.add(feeReturned(bearer));
            all.add(leftOut(bearer));
            for (var settling : Settling.values()) {
                for (var place : PaymentPlace.values()) {
                    all.add(captured(bearer, settling, place));
                }
            }
        }
        for (var funds : List.of(NETTED, DEBITED)) {
            all.add(succeeded(funds));
            all.add(bounced(funds));
            all.add(shortage(funds));
            all.add(corrected(funds, OF_NEXT_DAY));
            all.add(corrected(OF_NEXT_DAY, funds));
        }
        return all;
    }

    private static long told(DomainEvent event) {
        var lines = new SettlementPolicy()
                .on(event).stream()
                        .map(Reaction::command)
                        .map(command -> ((RecordClearing) command).line())
                        .toList();
        var sum = Clearing.of(lines);
        return sum.owed().minorUnits() - sum.kept().minorUnits();
    }

    private static long posted(DomainEvent event) {
        return Postings.of(event, Postings.CURRENT).stream()
                .flatMap(journal -> journal.postings().stream())
                .filter(line -> line.account().code() == AccountCode.R1101)
                .mapToLong(line -> line.side() == Posting.Side.DEBIT
                        ? line.amount().minorUnits()
                        : -line.amount().minorUnits())
                .sum();
    }

    private static RecordClearing told(Kind kind) {
        return new RecordClearing(DAY, SettlementLine.of(kind, REFUND.value(), PART));
    }

    private static PaymentCaptured captured(FeeBearer bearer, Settling settling, PaymentPlace place) {
        return new PaymentCaptured(
                ORDER,
                CONTRACT,
                new Capture("WECHAT", "TX-1", Scenario.NOON, DATE, Optional.empty()),
                PRICE,
                FEE,
                bearer,
                settling,
                Sale.CUSTODY,
                place);
    }

    private static RefundSucceeded succeeded(RefundFunds funds) {
        return new RefundSucceeded(REFUND, Optional.of(ORDER), PART, "WR-1", funds);
    }

    private static RefundBounced bounced(RefundFunds funds) {
        return new RefundBounced(REFUND, PART, "WR-1", funds);
    }

    private static RefundShortageRecorded shortage(RefundFunds funds) {
        return new RefundShortageRecorded(REFUND, 1, PART, "WR-1", funds);
    }

    private static RefundFundsCorrected corrected(RefundFunds recorded, RefundFunds funds) {
        return new RefundFundsCorrected(REFUND, PART, "WR-1", recorded, funds);
    }

    private static RefundFeeReturned feeReturned(FeeBearer bearer) {
        return new RefundFeeReturned(REFUND, B, bearer, PART, "WECHAT", DATE, Optional.empty());
    }

    /** Of a payment that is void, and that the channel would have sent an invoice for. */
    private static RefundFeeReturned leftOut(FeeBearer bearer) {
        return new RefundFeeReturned(
                REFUND, B, bearer, PART, "WECHAT", DATE, Optional.empty(), Optional.of(Settling.GROSS));
    }

    private static SettlementFileTaken taken(Optional<BankReceiptId> paidBy) {
        return new SettlementFileTaken(DAY, 1, 2, PRICE, paidBy, Optional.empty());
    }
}
