package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.money.Money;

/**
 * {@code RFP:{bank}:{account}:{bankDate}:{fen}:{payer}}: what two notices of one booking have in common even when one of
 * them lacks the core number. The payer is the vault's token of the account number, or {@code any} where lines that do not
 * name their payer meet all others.
 */
public record FingerprintId(@JsonValue String value) implements AggregateId {

    private static final String PREFIX = "RFP";
    private static final String ANY = "any";
    private static final int PARTS = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FingerprintId {
        var _ = BookingPlace.of(PREFIX, value, PARTS);
        Keys.digits("amount", Keys.part(PREFIX, value, PARTS, 4), 19);
        Keys.key("payer", Keys.part(PREFIX, value, PARTS, 5));
    }

    public static FingerprintId ofPayer(BookingPlace place, Money amount, String payerToken) {
        return new FingerprintId(PREFIX + ":" + place.inIdentities() + ":" + amount.minorUnits() + ":" + payerToken);
    }

    public static FingerprintId ofAnyPayer(BookingPlace place, Money amount) {
        return ofPayer(place, amount, ANY);
    }

    public boolean isOfAnyPayer() {
        return Keys.part(PREFIX, value, PARTS, 5).equals(ANY);
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
