package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;

/**
 * {@code PY:{tenant}:{contractNo}:{releaseNo}}, and {@code PY:{tenant}:{contractNo}:{releaseNo}:{reissueNo}} for money that
 * came back: the number under which the bank knows the instruction. It comes from the reserved item, so that one item can
 * never be paid twice. Its parts cannot hold a colon, so two items never share it.
 */
public record PayoutId(@JsonValue String value) implements AggregateId {

    /** One release is not reissued more often. */
    public static final int REISSUES_MAX = 999;

    private static final int RELEASE_PARTS = 4;
    private static final int REISSUE_PARTS = 5;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        var parts = parts(value);
        var _ = new TenantId(Keys.part("PY", value, parts, 1));
        Keys.key("contractNo", Keys.part("PY", value, parts, 2));
        Keys.key("releaseNo", Keys.part("PY", value, parts, 3));
        if (parts == REISSUE_PARTS
                && !Keys.part("PY", value, parts, REISSUE_PARTS - 1).matches("[1-9][0-9]{0,2}")) {
            throw new MalformedKey("reissueNo", value);
        }
    }

    public static PayoutId ofRelease(EscrowAccountId account, String releaseNo) {
        return new PayoutId("PY:" + account.tenant() + ":" + account.contractNo() + ":" + releaseNo);
    }

    /** The number of the {@code reissueNo}-th attempt to pay the money of a release again. */
    public static PayoutId ofReissue(EscrowAccountId account, String releaseNo, int reissueNo) {
        return new PayoutId(ofRelease(account, releaseNo) + ":" + reissueNo);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(new TenantId(Keys.part("PY", value, parts(value), 1)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static int parts(String value) {
        return value.chars().filter(character -> character == ':').count() == REISSUE_PARTS - 1
                ? REISSUE_PARTS
                : RELEASE_PARTS;
    }
}
