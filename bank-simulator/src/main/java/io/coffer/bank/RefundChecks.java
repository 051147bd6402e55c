package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** What a channel refuses whatever its script says. The caller holds the monitor of the channel. */
final class RefundChecks {

    private final ChannelBooks books;

    RefundChecks(ChannelBooks books) {
        this.books = books;
    }

    /** The script that refuses it, if it cannot be; {@code own} is what the refund already keeps of its original. */
    @Nullable
    Script objection(String channel, String original, Fen amount, Fen own) {
        ChannelPayment payment = books.original(channel, original);
        if (payment == null) {
            return Script.refusing("ORIGINAL_UNKNOWN", "The channel knows no such payment.");
        }
        return amount.compareTo(payment.left().plus(own)) > 0
                ? Script.refusing("EXCEEDS_ORIGINAL", "More than is left of the payment.")
                : null;
    }
}
