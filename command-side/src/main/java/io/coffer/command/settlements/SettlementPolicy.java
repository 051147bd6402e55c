package io.coffer.command.settlements;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundFunds.Netted;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.RecordClearing;
import io.coffer.api.settlements.SettlementEvent.SettlementFileTaken;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementLine.Kind;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells a settlement what was booked to it, and gives it the bank's line that its channel names. */
final class SettlementPolicy implements Policy {

    @Override
    public String name() {
        return "settlements";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case PaymentCaptured e -> captured(e);
            case RefundSucceeded e ->
                netted(e.funds(), SettlementLine.of(Kind.REFUND, e.refund().value(), e.amount()));
            case RefundBounced e ->
                netted(e.funds(), SettlementLine.of(Kind.BOUNCE, e.refund().value(), e.amount()));
            case RefundShortageRecorded e ->
                netted(e.funds(), SettlementLine.of(Kind.REFUND, e.refund().value(), e.amount()));
            case RefundFundsCorrected e -> corrected(e);
            // A fee that the payer bore goes back past us, and one of an invoice is in no settlement.
            case RefundFeeReturned e
            when e.bearer() != FeeBearer.PAYER && !e.amount().isZero() && e.comesWithSettlement() ->
                booked(
                        e.channel(),
                        e.settlementDate(),
                        SettlementLine.of(Kind.FEE_RETURNED, e.refund().value(), e.amount()));
            // A line that is not here yet, or not free, is people's matter.
            case SettlementFileTaken e ->
                e.paidBy()
                        .map(receipt -> List.of(Reaction.of(AssignReceipt.byChannel(receipt, e.settlement()))
                                .orNothing()))
                        .orElseGet(List::of);
            default -> List.of();
        };
    }

    /** Where the channel sends an invoice for its fee, it keeps nothing of the payment. */
    private static List<Reaction> captured(PaymentCaptured event) {
        var kept = switch (event.settling()) {
            case NET -> event.fee();
            case GROSS -> Money.ZERO;
        };
        var capture = event.capture();
        return booked(
                capture.channel(),
                capture.settlementDate(),
                new SettlementLine(Kind.PAYMENT, capture.tradeNo(), event.amount(), kept));
    }

    private static List<Reaction> corrected(RefundFundsCorrected event) {
        var refund = event.refund().value();
        var reactions =
                new ArrayList<>(netted(event.recorded(), SettlementLine.of(Kind.BOUNCE, refund, event.amount())));
        reactions.addAll(netted(event.funds(), SettlementLine.of(Kind.REFUND, refund, event.amount())));
        return List.copyOf(reactions);
    }

    private static List<Reaction> netted(RefundFunds funds, SettlementLine line) {
        return funds instanceof Netted(var channel, var date) ? booked(channel, date, line) : List.of();
    }

    private static List<Reaction> booked(String channel, LocalDate date, SettlementLine line) {
        return List.of(Reaction.of(new RecordClearing(ChannelSettlementId.of(channel, date), line)));
    }
}
