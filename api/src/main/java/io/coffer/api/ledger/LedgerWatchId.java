package io.coffer.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;

/** {@code LW:{equation}.{position}}: what the ledger saw wrong at one position of the log; reported once. */
public record LedgerWatchId(@JsonValue String value) implements AggregateId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LedgerWatchId {
        Keys.key("ledger watch", Keys.part("LW", value, 2, 1));
    }

    public static LedgerWatchId of(String equation, long position) {
        return new LedgerWatchId("LW:" + equation + "." + position);
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
