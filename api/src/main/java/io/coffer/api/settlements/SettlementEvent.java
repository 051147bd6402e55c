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
     */
    @StoredAs("settlements.SettlementFileTaken")
    record SettlementFileTaken(
            ChannelSettlementId settlement, int fileVersion, int count, Money net, Optional<BankReceiptId> paidBy)
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
     * The receipt is more than the settlement is open for. Posts nothing.
     *
     * @param open what would have been taken
     */
    @StoredAs("settlements.SettlementReceiptDeclined")
    record SettlementReceiptDeclined(
            ChannelSettlementId settlement, BankReceiptId receipt, Money amount, Money open, String code)
            implements SettlementEvent {}
}
