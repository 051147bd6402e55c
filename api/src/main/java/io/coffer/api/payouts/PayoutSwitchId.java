package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;

/** {@code PS:ALL} or {@code PS:{bank}.{account}}: the switch of all payouts, or of one custody account's. */
public record PayoutSwitchId(@JsonValue String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayoutSwitchId {
        Keys.key("switch", Keys.part("PS", value, 2, 1));
    }

    public static PayoutSwitchId all() {
        return new PayoutSwitchId("PS:ALL");
    }

    public static PayoutSwitchId of(CustodyAccount account) {
        return new PayoutSwitchId("PS:" + account.subLedger());
    }

    @Override
    public Owner owner() {
        return Owner.institution();
    }

    @Override
    public String toString() {
        return value;
    }
}
