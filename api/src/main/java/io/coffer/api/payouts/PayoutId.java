package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import java.util.Optional;

/**
 * {@code PY:{tenant}:{contractNo}:{releaseNo}}, and {@code PY:{tenant}:{contractNo}:{releaseNo}:{reissueNo}} for money that
 * came back; {@code PY:{receipt}:{verdictNo}} for a receipt that goes back to its payer; {@code PY:{refund}:{rerouteNo}} for a refund. It is the number under which the
 * bank knows the instruction. It comes from the reserved item, so that one item can never be paid twice. Its parts cannot
 * hold a colon, so two items never share it.
 */
public record PayoutId(@JsonValue String value) implements AggregateId {

    /** One release is not reissued more often. */
    public static final int REISSUES_MAX = 999;

    private static final String PREFIX = "PY:";
    private static final int RELEASE_PARTS = 4;
    private static final int REISSUE_PARTS = 5;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        if (isOfReceipt(value)) {
            var end = value.lastIndexOf(':');
            var _ = new BankReceiptId(value.substring(PREFIX.length(), end)).incoming();
            requireCount("verdictNo", value.substring(end + 1), value);
        } else if (isOfRefund(value)) {
            var end = value.lastIndexOf(':');
            var _ = new RefundId(value.substring(PREFIX.length(), end));
            requireCount("rerouteNo", value.substring(end + 1), value);
        } else {
            requireOfAccount(value);
        }
    }

    private static void requireOfAccount(String value) {
        var parts = parts(value);
        var _ = new TenantId(Keys.part("PY", value, parts, 1));
        Keys.key("contractNo", Keys.part("PY", value, parts, 2));
        Keys.key("releaseNo", Keys.part("PY", value, parts, 3));
        if (parts == REISSUE_PARTS) {
            requireCount("reissueNo", Keys.part("PY", value, parts, REISSUE_PARTS - 1), value);
        }
    }

    public static PayoutId ofRelease(EscrowAccountId account, String releaseNo) {
        return new PayoutId("PY:" + account.tenant() + ":" + account.contractNo() + ":" + releaseNo);
    }

    /** The number of the {@code reissueNo}-th attempt to pay the money of a release again. */
    public static PayoutId ofReissue(EscrowAccountId account, String releaseNo, int reissueNo) {
        return new PayoutId(ofRelease(account, releaseNo) + ":" + reissueNo);
    }

    /** The number of the payout by which a receipt goes back to its payer. */
    public static PayoutId ofReturn(BankReceiptId receipt, int verdictNo) {
        return new PayoutId(PREFIX + receipt + ":" + verdictNo);
    }

    /** The number of the payout by which a refund goes to its {@code rerouteNo}-th account. */
    public static PayoutId ofRefund(RefundId refund, int rerouteNo) {
        return new PayoutId(PREFIX + refund + ":" + rerouteNo);
    }

    /** The refund that it pays; absent where it pays anything else. */
    public Optional<RefundId> refund() {
        return isOfRefund(value)
                ? Optional.of(new RefundId(value.substring(PREFIX.length(), value.lastIndexOf(':'))))
                : Optional.empty();
    }

    @Override
    public Owner owner() {
        var refund = refund();
        if (refund.isPresent()) {
            return refund.get().owner();
        }
        if (isOfReceipt(value)) {
            return Owner.institution();
        }
        return Owner.tenant(new TenantId(Keys.part("PY", value, parts(value), 1)));
    }

    @Override
    public String toString() {
        return value;
    }

    /** Tenants are written small, so none is mistaken for the beginning of a receipt's identity. */
    private static boolean isOfReceipt(String value) {
        return value.startsWith(PREFIX + "BR:") || value.startsWith(PREFIX + "BRW:");
    }

    private static boolean isOfRefund(String value) {
        return value.startsWith(PREFIX + RefundId.PREFIX + ":");
    }

    private static void requireCount(String name, String count, String value) {
        if (!count.matches("[1-9][0-9]{0,2}")) {
            throw new MalformedKey(name, value);
        }
    }

    private static int parts(String value) {
        return value.chars().filter(character -> character == ':').count() == REISSUE_PARTS - 1
                ? REISSUE_PARTS
                : RELEASE_PARTS;
    }
}
