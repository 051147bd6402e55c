package io.coffer.api.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.receipts.ReceiptTarget;

/** {@code EA:{tenant}:{contractNo}}: one escrow account per contract. */
public record EscrowAccountId(@JsonValue String value) implements ReceiptTarget {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EscrowAccountId {
        var _ = new TenantId(Keys.part("EA", value, 3, 1));
        Keys.key("contractNo", Keys.part("EA", value, 3, 2));
    }

    public static EscrowAccountId of(TenantId tenant, String contractNo) {
        return new EscrowAccountId("EA:" + tenant + ":" + Keys.key("contractNo", contractNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part("EA", value, 3, 1));
    }

    public String contractNo() {
        return Keys.part("EA", value, 3, 2);
    }

    @Override
    public Owner owner() {
        return Owner.tenant(tenant());
    }

    @Override
    public String toString() {
        return value;
    }
}
