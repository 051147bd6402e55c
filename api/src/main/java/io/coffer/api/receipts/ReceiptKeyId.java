package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Owner;

/**
 * {@code RKC:{bank}:{account}:{bankDate}:{direction}:{coreNo}}: the bank's key of a booking that a weak receipt was
 * identified with. Whoever brings the same booking under its strong identity finds it here.
 */
public record ReceiptKeyId(@JsonValue String value) implements AggregateId {

    private static final String PREFIX = "RKC";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReceiptKeyId {
        Keys.part(PREFIX, value, 6, 0);
        var _ = strong(value);
    }

    /** The claim of the same key as this strong receipt's. */
    public static ReceiptKeyId of(BankReceiptId strong) {
        return new ReceiptKeyId(PREFIX + strong.value().substring(strong.value().indexOf(':')));
    }

    /** The identity that a receipt of this key has, or would have. */
    public BankReceiptId strong() {
        return strong(value);
    }

    private static BankReceiptId strong(String value) {
        return new BankReceiptId("BR" + value.substring(PREFIX.length())).incoming();
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
