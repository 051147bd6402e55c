package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;

/** {@code VA:{bank}:{no}}: one number at one bank, for all products and for ever. */
public record VirtualAccountId(@JsonValue String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VirtualAccountId {
        Keys.digits("bankCode", Keys.part("VA", value, 3, 1), 12);
        Keys.digits("virtualAccount", Keys.part("VA", value, 3, 2), 32);
    }

    public static VirtualAccountId of(String bankCode, String number) {
        return new VirtualAccountId(
                "VA:" + Keys.digits("bankCode", bankCode, 12) + ":" + Keys.digits("virtualAccount", number, 32));
    }

    public String number() {
        return Keys.part("VA", value, 3, 2);
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
