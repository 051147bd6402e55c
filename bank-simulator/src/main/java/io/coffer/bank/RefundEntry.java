package io.coffer.bank;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One fact about a refund by original route. */
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundEntry.Instruction.class, name = "REFUND_INSTRUCTION"),
    @JsonSubTypes.Type(value = RefundEntry.Credit.class, name = "REFUND_CREDIT"),
    @JsonSubTypes.Type(value = RefundEntry.Refusal.class, name = "REFUND_REFUSAL"),
    @JsonSubTypes.Type(value = RefundEntry.Denial.class, name = "REFUND_DENIAL"),
    @JsonSubTypes.Type(value = RefundEntry.Callback.class, name = "REFUND_CALLBACK"),
    @JsonSubTypes.Type(value = RefundEntry.Bounce.class, name = "REFUND_BOUNCE")
})
sealed interface RefundEntry extends ChannelEntry {

    String refundNo();

    /**
     * An instruction reached the channel; the script is the one that it follows, or would have followed.
     *
     * @param reversal whether the payment is to be void; true, or absent
     */
    record Instruction(
            String refundNo,
            Entry.Arrival arrival,
            String channel,
            String original,
            String contentDigest,
            Fen amount,
            String currency,
            Script script,
            @Nullable Boolean reversal)
            implements RefundEntry {

        boolean reverses() {
            return Boolean.TRUE.equals(reversal);
        }
    }

    /** A payer got money back: out of what settles on a date, or by a debit of the custody account under a core number. */
    record Credit(
            String refundNo,
            String channel,
            String tradeNo,
            Fen amount,
            String currency,
            String channelRefundNo,
            @Nullable Long serial,
            @Nullable LocalDate settlementDate,
            @Nullable String coreNo,
            Fen feeReturned,
            @Nullable LocalDate feeSettlementDate,
            LocalDate bankDate,
            String occurredAt)
            implements RefundEntry {}

    /** The channel did not refund; what may follow says the failure. */
    record Refusal(String refundNo, Failure failure, String code, String message, LocalDate bankDate, String occurredAt)
            implements RefundEntry {}

    /** As {@link Entry.Denial}. */
    record Denial(String refundNo) implements RefundEntry {}

    /** One attempt to tell a result; status and last as in {@link Entry.Callback}. */
    record Callback(String refundNo, String result, int copy, int attempt, int status, boolean last)
            implements RefundEntry {}

    /** A success was taken back: the money is ours again, where it had come from. */
    record Bounce(
            String refundNo,
            String channel,
            String tradeNo,
            Fen amount,
            String currency,
            String channelRefundNo,
            @Nullable Long serial,
            @Nullable LocalDate settlementDate,
            @Nullable String coreNo,
            LocalDate bankDate,
            String occurredAt)
            implements RefundEntry {}
}
