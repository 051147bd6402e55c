package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** An instruction to refund, as it came in; the original is a trade number, or the core number of a net credit. */
record RefundRequest(String refundNo, String channel, String original, Fen amount) implements Order.Request {

    static RefundRequest from(Fields fields) {
        fields.only("refundNo", "channel", "original", "amount", "currency");
        var _ = fields.required("currency", Fields.NUMBER);
        return new RefundRequest(
                fields.required("refundNo", Fields.NUMBER),
                fields.required("channel", PaymentRequest.CHANNEL),
                fields.required("original", Fields.NUMBER),
                fields.amount());
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
                refundNo, arrival, channel, original, contentDigest(), amount, PayoutRequest.CURRENCY, script);
    }

    @Override
    public String contentDigest() {
        return Digest.of(String.join("\n", refundNo, channel, original, amount.toString()));
    }
}
