package io.coffer.bank;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a payer pays by a channel; a trade number chosen by the caller tells that payment again. */
record PaymentRequest(
        String channel,
        String outTradeNo,
        Fen amount,
        Fen fee,
        boolean returnsFee,
        String payerAccountNumber,
        String payerName,
        int copies,
        @Nullable String tradeNo,
        @Nullable String virtualAccount) {

    static final Pattern CHANNEL = Pattern.compile("[A-Z0-9_]{1,40}");

    static PaymentRequest from(Fields fields) {
        fields.only(
                "channel",
                "outTradeNo",
                "amount",
                "currency",
                "fee",
                "returnsFee",
                "payerAccountNumber",
                "payerName",
                "copies",
                "tradeNo",
                "virtualAccount");
        Fen amount = fields.amount();
        Fen fee = fields.amountOrNothing("fee");
        if (fee.compareTo(amount) >= 0) {
            throw BankProblem.badInput("fee must be less than the amount.");
        }
        return new PaymentRequest(
                fields.required("channel", CHANNEL),
                fields.required("outTradeNo", Fields.NUMBER),
                amount,
                fee,
                fields.flag("returnsFee"),
                fields.required("payerAccountNumber", Fields.ACCOUNT),
                fields.required("payerName", Fields.WORDS),
                fields.number("copies", 1, Arrivals.COPIES_MAX),
                fields.optional("tradeNo", Fields.NUMBER),
                fields.optional("virtualAccount", Fields.ACCOUNT));
    }

    boolean isSameAs(ChannelEntry.Payment known) {
        return known.channel().equals(channel)
                && known.outTradeNo().equals(outTradeNo)
                && known.amount().equals(amount)
                && known.fee().equals(fee)
                && known.returnsFee() == returnsFee
                && Objects.equals(known.virtualAccount(), virtualAccount);
    }
}
