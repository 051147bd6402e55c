package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.ReceivePayment;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConsumeReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberOfClosedAccount;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.RouteReceipt;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.SettleChannel;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** From the bank's notice to the account: ask the number whose money it is, reserve, let the account take, mirror. */
final class ReceiptPolicy implements Policy {

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            // A payer's name and the amount may tell whose it is, once everything that was booked before it is known.
            case BankReceiptRecorded e when MatchDeadlines.isMatchable(e) -> List.of();
            case BankReceiptRecorded e -> List.of(route(e));
            // A receipt that turned out disputed waits in suspense; one that people took meanwhile stays where it is.
            case ReceiptRouted e ->
                List.of(Reaction.of(AssignReceipt.byNumber(e.receipt(), e.account()))
                        .orElse(_ -> List.of(
                                Reaction.of(new SuspendReceipt(e.receipt(), SuspenseReason.CONFLICTING_NOTICES)))));
            case BankReceiptAssigned e -> List.of(credit(e));
            case EscrowFunded e
            when e.amount().equals(e.receiptAmount()) ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.account(), e.amount(), Money.ZERO)));
            case HoldbackFunded e
            when e.amount().equals(e.receiptAmount()) ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.account(), e.amount(), Money.ZERO)));
            case ReceiptDeclined e ->
                List.of(Reaction.of(new ReleaseReceipt(e.receipt(), e.account(), e.reason(), e.code())));
            case MerchantBFunded e ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.account(), e.amount(), Money.ZERO)));
            case MerchantFundingDeclined e ->
                List.of(Reaction.of(
                        new ReleaseReceipt(e.receipt(), e.account(), SuspenseReason.TARGET_REFUSED, e.code())));
            case PaymentReceived e ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.order(), e.amount(), Money.ZERO)));
            // The order answers for what it was paid too often; the receipt is done with.
            case DuplicatePaymentDetected e ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.order(), e.amount(), Money.ZERO)));
            case PaymentDeclined e ->
                List.of(Reaction.of(
                        new ReleaseReceipt(e.receipt(), e.order(), SuspenseReason.TARGET_REFUSED, e.code())));
            case ChannelSettled e ->
                List.of(Reaction.of(new ConsumeReceipt(e.receipt(), e.settlement(), e.amount(), Money.ZERO)));
            case SettlementReceiptDeclined e ->
                List.of(Reaction.of(
                        new ReleaseReceipt(e.receipt(), e.settlement(), SuspenseReason.TARGET_REFUSED, e.code())));
            // What is partly excess is mirrored once, by the event that comes last.
            case EscrowOverfunded e ->
                List.of(Reaction.of(new ConsumeReceipt(
                        e.receipt(), e.account(), e.receiptAmount().minus(e.amount()), e.amount())));
            default -> List.of();
        };
    }

    private static Reaction route(BankReceiptRecorded event) {
        return event.virtualAccount()
                .map(number -> Reaction.of(new RouteReceipt(number, event.receipt()))
                        .orElse(refusal -> List.of(suspend(event, reason(refusal)))))
                .orElseGet(() -> suspend(event, SuspenseReason.NO_VIRTUAL_ACCOUNT));
    }

    private static SuspenseReason reason(Rejection refusal) {
        return switch (refusal) {
            case NumberOfClosedAccount _ -> SuspenseReason.ACCOUNT_CLOSED;
            case NumberInQuarantine _ -> SuspenseReason.VIRTUAL_ACCOUNT_QUARANTINED;
            default -> SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT;
        };
    }

    private static Reaction suspend(BankReceiptRecorded event, SuspenseReason reason) {
        return Reaction.of(new SuspendReceipt(event.receipt(), reason));
    }

    private static Reaction credit(BankReceiptAssigned event) {
        return switch (event.account()) {
            case EscrowAccountId escrow -> credit(event, escrow);
            // These say no by a fact, so a refusal means that there is none; who named it made sure, and numbers have
            // owners.
            case MerchantFeeAccountId b ->
                Reaction.of(new FundMerchantB(b, event.receipt(), event.amount(), event.where()));
            case PaymentOrderId order ->
                Reaction.of(new ReceivePayment(order, event.receipt(), event.amount(), event.where(), event.payer()));
            case ChannelSettlementId settlement ->
                Reaction.of(new SettleChannel(
                        settlement,
                        event.receipt(),
                        event.amount(),
                        event.payer(),
                        event.where(),
                        event.matchedBy().filter(by -> by == MatchedBy.CHANNEL).isPresent()));
        };
    }

    private static Reaction credit(BankReceiptAssigned event, EscrowAccountId account) {
        var isForPrice = event.use().filter(use -> use == ReceiptUse.PRICE).isPresent();
        var isKnown = event.matchedBy().filter(by -> by == MatchedBy.PEOPLE).isPresent();
        var command = event.use().filter(use -> use == ReceiptUse.HOLDBACK).isPresent()
                ? new CreditHoldback(account, event.receipt(), event.amount(), event.where())
                : new CreditReceipt(
                        account, event.receipt(), event.amount(), event.where(), event.payer(), isForPrice, isKnown);
        return Reaction.of(command)
                .orElse(refusal -> List.of(Reaction.of(new ReleaseReceipt(
                        event.receipt(),
                        account,
                        refusal instanceof NotInThisState
                                ? SuspenseReason.ACCOUNT_CLOSED
                                : SuspenseReason.TARGET_REFUSED,
                        refusal.code()))));
    }
}
