package io.coffer.bank;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One fact about a payment channel. Who paid is not in it. */
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChannelEntry.Payment.class, name = "CHANNEL_PAYMENT"),
    @JsonSubTypes.Type(value = ChannelEntry.PaymentCallback.class, name = "CHANNEL_PAYMENT_CALLBACK"),
    @JsonSubTypes.Type(value = ChannelEntry.Settled.class, name = "CHANNEL_SETTLEMENT"),
    @JsonSubTypes.Type(RefundEntry.class)
})
sealed interface ChannelEntry extends Entry
        permits ChannelEntry.Payment, ChannelEntry.PaymentCallback, ChannelEntry.Settled, RefundEntry {

    /** The counter from which a number in the entry was made, if one was. */
    default @Nullable Long serial() {
        return null;
    }

    /**
     * A payer paid; a further entry with the same number tells the payment again. Either it settles on a date, or it was
     * paid net at once to a virtual account under a core number.
     */
    record Payment(
            String channel,
            String tradeNo,
            @Nullable Long serial,
            String outTradeNo,
            Fen amount,
            Fen fee,
            String currency,
            boolean returnsFee,
            String paidAt,
            @Nullable LocalDate settlementDate,
            @Nullable String virtualAccount,
            @Nullable String coreNo,
            int firstCopy,
            int copies)
            implements ChannelEntry {

        Payment again(int moreCopies, int copiesBefore) {
            return new Payment(
                    channel,
                    tradeNo,
                    serial,
                    outTradeNo,
                    amount,
                    fee,
                    currency,
                    returnsFee,
                    paidAt,
                    settlementDate,
                    virtualAccount,
                    coreNo,
                    copiesBefore + 1,
                    moreCopies);
        }
    }

    /** One attempt to tell a payment; status and last as in {@link Entry.Callback}. */
    record PaymentCallback(String tradeNo, int copy, int attempt, int status, boolean last) implements ChannelEntry {}

    /** A date was closed and its net, unless that is nothing, paid under a core number. */
    record Settled(
            String channel,
            LocalDate settlementDate,
            Fen net,
            String currency,
            String virtualAccount,
            @Nullable String coreNo,
            @Nullable Long serial)
            implements ChannelEntry {}
}
