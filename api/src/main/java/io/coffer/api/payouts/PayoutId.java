package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;

/**
 * {@code PY:{tenant}:{contractNo}:{releaseNo}}: the number under which the bank knows the instruction. It comes from the
 * reserved item, so that one item can never be paid twice. Its parts cannot hold a colon, so two items never share it.
 */
public record PayoutId(@JsonValue String value) implements AggregateId {

    private static final int PARTS = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        var _ = new TenantId(Keys.part("PY", value, PARTS, 1));
        Keys.key("contractNo", Keys.part("PY", value, PARTS, 2));
        Keys.key("releaseNo", Keys.part("PY", value, PARTS, 3));
    }

    public static PayoutId ofRelease(EscrowAccountId account, String releaseNo) {
        return new PayoutId("PY:" + account.tenant() + ":" + account.contractNo() + ":" + releaseNo);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(new TenantId(Keys.part("PY", value, PARTS, 1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
