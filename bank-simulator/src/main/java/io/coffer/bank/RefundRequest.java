package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** An instruction to refund, or to make void, as it came in; the original is a trade number, or the core number of a net credit. */
record RefundRequest(String refundNo, String channel, String original, Fen amount, boolean isReversal)
        implements Order.Request {

    static RefundRequest from(Fields fields, boolean isReversal) {
        fields.only("refundNo", "channel", "original", "amount", "currency");
        var _ = fields.required("currency", Fields.NUMBER);
        return new RefundRequest(
                fields.required("refundNo", Fields.NUMBER),
                fields.required("channel", PaymentRequest.CHANNEL),
                fields.required("original", Fields.NUMBER),
                fields.amount(),
                isReversal);
    }

    @Override
    public String number() {
        return refundNo;
    }

    /** None: the money goes where it came from, and only the channel knows where that is. */
    @Override
    public @Nullable String account() {
        return null;
    }

    @Override
    public RefundEntry.Instruction entry(Entry.Arrival arrival, Script script) {
        return new RefundEntry.Instruction(
                refundNo,
                arrival,
                channel,
                original,
                contentDigest(),
                amount,
                PayoutRequest.CURRENCY,
                script,
                isReversal ? true : null);
    }

    @Override
    public String contentDigest() {
        String content = String.join("\n", refundNo, channel, original, amount.toString());
        return Digest.of(isReversal ? content + "\nREVERSAL" : content);
    }
}
