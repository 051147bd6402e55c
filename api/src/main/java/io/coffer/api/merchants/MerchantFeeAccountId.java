package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.receipts.ReceiptTarget;

/** {@code MB:{tenant}:{merchant}}: one fee account (B) per merchant of a tenant. */
public record MerchantFeeAccountId(@JsonValue String value) implements ReceiptTarget {

    public static final String PREFIX = "MB";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MerchantFeeAccountId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("merchantNo", Keys.part(PREFIX, value, 3, 2));
    }

    public static MerchantFeeAccountId of(TenantId tenant, String merchantNo) {
        return new MerchantFeeAccountId(PREFIX + ":" + tenant + ":" + Keys.key("merchantNo", merchantNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, 3, 1));
    }

    public String merchantNo() {
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
