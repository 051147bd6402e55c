package io.coffer.api.settlements;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.List;
import java.util.Optional;

/** Every intent towards a channel's settlement. */
public sealed interface SettlementCommand extends Command {

    ChannelSettlementId settlement();

    @Override
    default ChannelSettlementId target() {
        return settlement();
    }

    /** Mirrors what a payment or a refund has booked to the settlement. */
    record RecordClearing(ChannelSettlementId settlement, SettlementLine line) implements SettlementCommand {}

    /**
     * The channel lists what it pays. The whole file is taken, or none of it.
     *
     * @param fileVersion one for the first file of the date; a corrected file has the next one
     * @param count of the lines, as the channel announces it
     * @param net of the lines, as the channel announces it
     * @param paidBy the bank's line by which the channel pays, where it says so
     * @param place from where to where it was agreed to pay
     */
    record TakeSettlementFile(
            ChannelSettlementId settlement,
            int fileVersion,
            int count,
            Money net,
            Optional<BankReceiptId> paidBy,
            Optional<SettlementPlace> place,
            List<SettlementLine> lines)
            implements SettlementCommand {
        public TakeSettlementFile {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Takes a receipt that is reserved for the settlement.
     *
     * @param byChannel whether nobody but the channel's file says that it is for the settlement
     */
    record SettleChannel(
            ChannelSettlementId settlement,
            BankReceiptId receipt,
            Money amount,
            Optional<BankAccountRef> payer,
            CustodyAccount custodyAccount,
            boolean byChannel)
            implements SettlementCommand {}

    /** Takes a receipt back that two people found to be of another date or channel. */
    record ReverseSettlement(
            ChannelSettlementId settlement, BankReceiptId receipt, int verdictNo, Optional<String> approvalId)
            implements SettlementCommand {}
}
