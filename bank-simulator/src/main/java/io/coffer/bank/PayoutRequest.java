package io.coffer.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An instruction to pay, as it came in. */
record PayoutRequest(
        String payoutNo,
        String custodyBank,
        String custodyAccount,
        String payeeAccountNumber,
        String payeeName,
        Fen amount,
        @Nullable String remark) {

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

    Entry.Instruction entry(Entry.Arrival arrival, Script script) {
        return new Entry.Instruction(
                payoutNo,
                arrival,
                custodyBank,
                custodyAccount,
                Scripts.ending(payeeAccountNumber),
                sha256(payeeAccountNumber + '\n' + payeeName),
                contentDigest(),
                amount,
                CURRENCY,
                script);
    }

    /** Fields cannot contain a line feed, so joining them by one is unambiguous. */
    String contentDigest() {
        return sha256(String.join(
                "\n",
                payoutNo,
                custodyBank,
                custodyAccount,
                payeeAccountNumber,
                payeeName,
                amount.toString(),
                remark == null ? "" : remark));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every JDK has SHA-256", impossible);
        }
    }
}
