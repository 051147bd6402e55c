package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;

/**
 * {@code MC:{tenant}:{merchant}:{contractNo}}: what a merchant was paid on account of one contract (A). A merchant's A balance
 * is the sum of its contracts; there is nothing else to draw from.
 */
public record MerchantContractId(@JsonValue String value) implements AggregateId {

    public static final String PREFIX = "MC";

    private static final int PARTS = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MerchantContractId {
        var _ = new TenantId(Keys.part(PREFIX, value, PARTS, 1));
        Keys.key("merchantNo", Keys.part(PREFIX, value, PARTS, 2));
        Keys.key("contractNo", Keys.part(PREFIX, value, PARTS, 3));
    }

    public static MerchantContractId of(TenantId tenant, String merchantNo, String contractNo) {
        return new MerchantContractId(PREFIX + ":" + tenant + ":" + Keys.key("merchantNo", merchantNo) + ":"
                + Keys.key("contractNo", contractNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, PARTS, 1));
    }

    public String contractNo() {
        return Keys.part(PREFIX, value, PARTS, 3);
    }

    /** The merchant's fee account (B), which bears its fees. */
    public MerchantFeeAccountId feeAccount() {
        return MerchantFeeAccountId.of(tenant(), Keys.part(PREFIX, value, PARTS, 2));
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
