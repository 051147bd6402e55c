package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** An instruction to pay, as it came in. */
record PayoutRequest(
        String payoutNo,
        String custodyBank,
        String custodyAccount,
        String payeeAccountNumber,
        String payeeName,
        Fen amount,
        @Nullable String remark)
        implements Order.Request {

    static final String CURRENCY = "CNY";

    static PayoutRequest from(Fields fields) {
        fields.only(
                "payoutNo",
                "custodyBank",
                "custodyAccount",
                "payeeAccountNumber",
                "payeeName",
                "amount",
                "currency",
                "remark");
        var _ = fields.required("currency", Fields.NUMBER);
        return new PayoutRequest(
                fields.required("payoutNo", Fields.NUMBER),
                fields.required("custodyBank", Fields.NUMBER),
                fields.required("custodyAccount", Fields.ACCOUNT),
                fields.required("payeeAccountNumber", Fields.ACCOUNT),
                fields.required("payeeName", Fields.WORDS),
                fields.amount(),
                fields.optional("remark", Fields.WORDS));
    }

    @Override
    public String number() {
        return payoutNo;
    }

    @Override
    public String account() {
        return payeeAccountNumber;
    }

    @Override
    public Entry.Instruction entry(Entry.Arrival arrival, Script script) {
        return new Entry.Instruction(
                payoutNo,
                arrival,
                custodyBank,
                custodyAccount,
                Scripts.ending(payeeAccountNumber),
                Digest.of(payeeAccountNumber + '\n' + payeeName),
                contentDigest(),
                amount,
                CURRENCY,
                script);
    }

    /** Fields cannot contain a line feed, so joining them by one is unambiguous. */
    @Override
    public String contentDigest() {
        return Digest.of(String.join(
                "\n",
                payoutNo,
                custodyBank,
                custodyAccount,
                payeeAccountNumber,
                payeeName,
                amount.toString(),
                remark == null ? "" : remark));
    }
}
