package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.VerdictCommand.ConfirmCorrected;
import io.coffer.api.receipts.VerdictCommand.FailCorrection;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** What two people decided is carried out: the account gives back, the right one takes, and hears of what went back. */
final class VerdictPolicy implements Policy {

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case BankReceiptCorrecting e -> takenBack(e);
            case SettlementReversed e -> List.of(Reaction.of(new ConfirmCorrected(e.receipt(), e.settlement())));
            case ReversalDeclined e -> List.of(Reaction.of(new FailCorrection(e.receipt(), e.account(), e.code())));
            // Two journals are taken back at once; the last of them is the news.
            case JournalReversed e
            when e.left().isZero() -> List.of(Reaction.of(new ConfirmCorrected(e.receipt(), e.account())));
            // Somebody may have assigned it meanwhile, or its amount is in doubt: then people see it in suspense.
            case BankReceiptCorrected e ->
                e.to().map(account -> List.of(Reaction.of(AssignReceipt.byPeople(e.receipt(), account))
                                .orNothing()))
                        .orElseGet(List::of);
            case BankReceiptReturned e
            when e.part() == ReceiptPart.EXCESS ->
                e.account()
                        .map(account -> List.of(Reaction.of(new ConfirmExcessReturned(account, e.receipt()))))
                        .orElseGet(List::of);
            case ExcessTaken e -> List.of(Reaction.of(new RecordExcessRefunding(e.account(), e.receipt())));
            default -> List.of();
        };
    }

    private static List<Reaction> takenBack(BankReceiptCorrecting event) {
        return switch (event.account()) {
            case EscrowAccountId account ->
                List.of(Reaction.of(
                        new ReverseCredit(account, event.receipt(), event.verdictNo(), event.approvalId())));
            case ChannelSettlementId settlement ->
                List.of(Reaction.of(
                        new ReverseSettlement(settlement, event.receipt(), event.verdictNo(), event.approvalId())));
            // Nobody can ask for it.
            case MerchantFeeAccountId _, PaymentOrderId _ -> List.of();
        };
    }
}
