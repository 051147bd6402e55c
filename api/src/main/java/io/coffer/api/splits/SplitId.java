package io.coffer.api.splits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractTaker;

/** {@code SI:{tenant}:{splitNo}}: one split per number of a tenant. */
public record SplitId(@JsonValue String value) implements ContractTaker {

    public static final String PREFIX = "SI";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SplitId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("splitNo", Keys.part(PREFIX, value, 3, 2));
    }

    public static SplitId of(TenantId tenant, String splitNo) {
        return new SplitId(PREFIX + ":" + tenant + ":" + Keys.key("splitNo", splitNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, 3, 1));
    }

    public String splitNo() {
        return Keys.part(PREFIX, value, 3, 2);
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
