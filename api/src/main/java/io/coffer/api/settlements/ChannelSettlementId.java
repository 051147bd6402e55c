package io.coffer.api.settlements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.ReceiptTarget;
import java.time.LocalDate;

/** {@code CS:{channel}:{settlementDate}}: what one channel pays on one date, for all tenants together. */
public record ChannelSettlementId(@JsonValue String value) implements ReceiptTarget {

    public static final String PREFIX = "CS";

    private static final int PARTS = 3;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelSettlementId {
        Keys.key("channel", Keys.part(PREFIX, value, PARTS, 1));
        var _ = BookingPlace.date(Keys.part(PREFIX, value, PARTS, 2));
    }

    public static ChannelSettlementId of(String channel, LocalDate settlementDate) {
        return new ChannelSettlementId(PREFIX + ":" + Keys.key("channel", channel) + ":" + settlementDate);
    }

    public String channel() {
        return Keys.part(PREFIX, value, PARTS, 1);
    }

    public LocalDate settlementDate() {
        return BookingPlace.date(Keys.part(PREFIX, value, PARTS, 2));
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
