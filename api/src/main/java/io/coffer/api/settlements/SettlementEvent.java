package io.coffer.api.settlements;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.List;
import java.util.Optional;

/** Every fact of a channel's settlement. */
public sealed interface SettlementEvent extends DomainEvent {

    ChannelSettlementId settlement();

    @Override
    default ChannelSettlementId source() {
        return settlement();
    }

    /** Mirror: a payment or a refund has booked this to the settlement. Posts nothing. */
    @StoredAs("settlements.ClearingRecorded")
    record ClearingRecorded(ChannelSettlementId settlement, SettlementLine line) implements SettlementEvent {}

    /**
     * The channel's whole list; it takes the place of an earlier one. Posts nothing.
     *
     * @param net what its lines add up to
     * @param paidBy the bank's line by which the channel pays, where it says so
     * @param place from where to where it was agreed to pay; absent where nothing is agreed
     */
    @StoredAs("settlements.SettlementFileTaken")
    record SettlementFileTaken(
            ChannelSettlementId settlement,
            int fileVersion,
            int count,
            Money net,
            Optional<BankReceiptId> paidBy,
            Optional<SettlementPlace> place)
            implements SettlementEvent {}

    /** Some lines of the file that was just taken. Posts nothing. */
    @StoredAs("settlements.SettlementLinesListed")
    record SettlementLinesListed(ChannelSettlementId settlement, int fileVersion, List<SettlementLine> lines)
            implements SettlementEvent {
        public SettlementLinesListed {
            lines = List.copyOf(lines);
        }
    }

    /** The bank's money is what the channel owed (PR-113). */
    @StoredAs("settlements.ChannelSettled")
    record ChannelSettled(ChannelSettlementId settlement, BankReceiptId receipt, Money amount)
            implements SettlementEvent {}

    /**
     * A receipt that was taken by mistake is taken back by the mirror of its journal (PR-999 of PR-113).
     *
     * @param ruleVersion of the journal that is taken back
     */
    @StoredAs("settlements.SettlementReversed")
    record SettlementReversed(
            ChannelSettlementId settlement,
            BankReceiptId receipt,
            int verdictNo,
            Money amount,
            int ruleVersion,
            Optional<String> approvalId)
            implements SettlementEvent {}

    /**
     * The receipt is more than the settlement is open for, or another party's. Posts nothing.
     *
     * @param open what would have been taken
     * @param differs in what the receipt is not what the channel pays; facts of before do not say it
     */
    @StoredAs("settlements.SettlementReceiptDeclined")
    record SettlementReceiptDeclined(
            ChannelSettlementId settlement,
            BankReceiptId receipt,
            Money amount,
            Money open,
            String code,
            Optional<List<Differing>> differs)
            implements SettlementEvent {
        public SettlementReceiptDeclined {
            differs = differs.map(List::copyOf);
        }
    }

    /** In what a receipt is not what a channel pays. */
    enum Differing {
        /** It is more than the settlement is open for. */
        AMOUNT,
        /** It did not come from the channel's own account, or nobody agreed which that is. */
        PAYER,
        /** It came into another account of ours. */
        CUSTODY_ACCOUNT,
        /** Two people took it out of this settlement; a file does not put it back. */
        TAKEN_OUT
    }
}
