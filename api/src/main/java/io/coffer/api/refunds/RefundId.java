package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;

/** {@code RF:{tenant}:{outRefundNo}}: one refund per number of a tenant. The channel knows the refund by it, at every retry. */
public record RefundId(@JsonValue String value) implements AggregateId {

    public static final String PREFIX = "RF";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("outRefundNo", Keys.part(PREFIX, value, 3, 2));
    }

    public static RefundId of(TenantId tenant, String outRefundNo) {
        return new RefundId(PREFIX + ":" + tenant + ":" + Keys.key("outRefundNo", outRefundNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, 3, 1));
    }

    public String outRefundNo() {
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
