package io.coffer.command.receipts;

import io.coffer.api.approvals.CommandDigest;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.VirtualAccountId;
import java.math.BigInteger;
import java.util.List;

/** Which number an account asks for: spread over the whole range, the same at every repeat, another at every refusal. */
final class NumberPlan {

    /** The institution's own range at every bank. */
    private static final String PREFIX = "8";

    private static final int DIGITS = 15;

    /** What every number of the plan looks like. */
    static final String PATTERN = PREFIX + "[0-9]{" + DIGITS + "}";

    private static final BigInteger RANGE = BigInteger.TEN.pow(DIGITS);

    private NumberPlan() {}

    static VirtualAccountId candidate(ReceiptTarget account, String bankCode, int attempt) {
        var digest = CommandDigest.of(List.of("virtual-account", account.value(), Integer.toString(attempt)));
        var spread = new BigInteger(digest.hex(), 16).mod(RANGE).toString();
        return VirtualAccountId.of(bankCode, PREFIX + "0".repeat(DIGITS - spread.length()) + spread);
    }
}
