package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Owner;

/** {@code ST:{bank}:{account}:{bankDate}}: the bank's statement of one custody account for one of its days. */
public record StatementId(@JsonValue String value) implements AggregateId {

    private static final String PREFIX = "ST";
    private static final int PARTS = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StatementId {
        var _ = BookingPlace.of(PREFIX, value, PARTS);
    }

    public static StatementId of(BookingPlace place) {
        return new StatementId(PREFIX + ":" + place.inIdentities());
    }

    /** Whose lines it has, and of which day. */
    public BookingPlace place() {
        return BookingPlace.of(PREFIX, value, PARTS);
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
