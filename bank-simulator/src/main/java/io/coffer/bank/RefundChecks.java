package io.coffer.bank;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a channel refuses whatever its script says. The caller holds the monitor of the channel. */
final class RefundChecks {

    private final Ledger ledger;

    RefundChecks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The script that refuses it, if it cannot be; {@code own} is what the refund already keeps of its original. */
    @Nullable
    Script objection(RefundEntry.Instruction instruction, Fen own) {
        ChannelPayment payment = ledger.books().channels().original(instruction.channel(), instruction.original());
        if (payment == null) {
            return Script.refusing("ORIGINAL_UNKNOWN", "The channel knows no such payment.");
        }
        if (instruction.reverses()) {
            return ofReversal(payment, instruction.amount(), own);
        }
        return instruction.amount().compareTo(payment.left().plus(own)) > 0
                ? Script.refusing("EXCEEDS_ORIGINAL", "More than is left of the payment.")
                : null;
    }

    /** A payment is void as a whole, untouched, on its own day, and in the settlement that it would have come with. */
    private @Nullable Script ofReversal(ChannelPayment payment, Fen amount, Fen own) {
        ChannelEntry.Payment entry = payment.entry();
        Channel channel = ledger.books().channels().channel(entry.channel());
        LocalDate date = entry.settlementDate();
        if (date == null || channel.settled(date) != null) {
            return Script.refusing("ALREADY_SETTLED", "The payment was settled.");
        }
        if (ledger.bankDate().isAfter(OffsetDateTime.parse(entry.paidAt()).toLocalDate())) {
            return Script.refusing("TOO_LATE", "The day of the payment is over.");
        }
        if (!amount.equals(entry.amount())) {
            return Script.refusing("NOT_WHOLE", "Only the whole payment can be void.");
        }
        if (!amount.equals(payment.left().plus(own))) {
            return Script.refusing("REFUNDED_BEFORE", "Something of the payment was refunded.");
        }
        return channel.net(date).plus(payment.feeLeft()).compareTo(amount) < 0
                ? Script.refusing("", "").failingAs(Failure.RETRYABLE)
                : null;
    }
}
