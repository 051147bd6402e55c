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
 * {@code PY:{tenant}:{source key}}: the number under which the bank knows the instruction. It comes from the reserved
 * item, so that one item can never be paid twice.
 */
public record PayoutId(@JsonValue String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutId {
        var _ = new TenantId(Keys.part("PY", value, 3, 1));
        if (!Keys.part("PY", value, 3, 2).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,159}")) {
            throw new MalformedKey("payout", value);
        }
    }

    public static PayoutId ofRelease(EscrowAccountId account, String releaseNo) {
        return new PayoutId("PY:" + account.tenant() + ":" + account.contractNo() + "." + releaseNo);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(new TenantId(Keys.part("PY", value, 3, 1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
