package io.coffer.api.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.receipts.ReceiptTarget;

/** {@code PO:{tenant}:{outTradeNo}}: one order per number of a tenant. Channels know the order by it. */
public record PaymentOrderId(@JsonValue String value) implements ReceiptTarget {

    public static final String PREFIX = "PO";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentOrderId {
        var _ = new TenantId(Keys.part(PREFIX, value, 3, 1));
        Keys.key("outTradeNo", Keys.part(PREFIX, value, 3, 2));
    }

    public static PaymentOrderId of(TenantId tenant, String outTradeNo) {
        return new PaymentOrderId(PREFIX + ":" + tenant + ":" + Keys.key("outTradeNo", outTradeNo));
    }

    public TenantId tenant() {
        return new TenantId(Keys.part(PREFIX, value, 3, 1));
    }

    public String outTradeNo() {
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
