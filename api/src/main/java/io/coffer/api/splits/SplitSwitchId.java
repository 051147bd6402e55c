package io.coffer.api.splits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.MerchantFeeAccountId;

/** {@code SS:{tenant}:{merchant}}: the switch of the splits of one merchant's contracts. */
public record SplitSwitchId(@JsonValue String value) implements AggregateId {

    public static final String PREFIX = "SS";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SplitSwitchId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("merchantNo", Keys.part(PREFIX, value, 3, 2));
    }

    /**
     * The switch of a merchant.
     *
     * @param merchant by its fee account, whether or not that was ever opened
     */
    public static SplitSwitchId of(MerchantFeeAccountId merchant) {
        return new SplitSwitchId(PREFIX + ":" + merchant.tenant() + ":" + merchant.merchantNo());
    }

    @Override
    public Owner owner() {
        return Owner.tenant(new TenantId(Keys.part(PREFIX, value, 3, 1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
