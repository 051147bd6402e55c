package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The identity of one line that the bank told us of. Strong, {@code BR:{bank}:{account}:{bankDate}:{direction}:{coreNo}}:
 * the bank's own key, which is itself the claim, so that a second receipt of the same booking cannot exist. Weak,
 * {@code BRW:{bank}:{noticeNo}}: a notice without core number; what it is a notice of shows later. A line by which money left
 * is never a receipt.
 */
public record BankReceiptId(@JsonValue String value) implements AggregateId {

    private static final String STRONG = "BR";
    private static final String WEAK = "BRW";
    private static final int STRONG_PARTS = 6;
    private static final int WEAK_PARTS = 3;
    private static final String IN = "IN";
    private static final String OUT = "OUT";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BankReceiptId {
        if (value.startsWith(WEAK + ":")) {
            Keys.digits("bankCode", Keys.part(WEAK, value, WEAK_PARTS, 1), 12);
            Keys.key("noticeNo", Keys.part(WEAK, value, WEAK_PARTS, 2));
        } else {
            var _ = BookingPlace.of(STRONG, value, STRONG_PARTS);
            if (!direction(value).equals(IN) && !direction(value).equals(OUT)) {
                throw new MalformedKey("direction", value);
            }
            Keys.key("coreNo", Keys.part(STRONG, value, STRONG_PARTS, 5));
        }
    }

    public static BankReceiptId of(CustodyAccount account, LocalDate bankDate, String coreNo) {
        return of(new BookingPlace(account, bankDate), coreNo);
    }

    public static BankReceiptId of(BookingPlace place, String coreNo) {
        return new BankReceiptId(STRONG + ":" + place.inIdentities() + ":" + IN + ":" + Keys.key("coreNo", coreNo));
    }

    /** A line by which money left the account. */
    public static BankReceiptId outgoing(BookingPlace place, String coreNo) {
        return new BankReceiptId(STRONG + ":" + place.inIdentities() + ":" + OUT + ":" + Keys.key("coreNo", coreNo));
    }

    public static BankReceiptId weak(String bankCode, String noticeNo) {
        return new BankReceiptId(
                WEAK + ":" + Keys.digits("bankCode", bankCode, 12) + ":" + Keys.key("noticeNo", noticeNo));
    }

    private static String direction(String value) {
        return Keys.part(STRONG, value, STRONG_PARTS, 4);
    }

    public boolean isOutgoing() {
        return !isWeak() && direction(value).equals(OUT);
    }

    /** Itself, for whatever is only of money that came in. */
    public BankReceiptId incoming() {
        if (isOutgoing()) {
            throw new MalformedKey("direction", value);
        }
        return this;
    }

    public boolean isWeak() {
        return value.startsWith(WEAK + ":");
    }

    /** Where the line was booked, as far as the identity says it: a weak one does not. */
    public Optional<BookingPlace> place() {
        return isWeak() ? Optional.empty() : Optional.of(BookingPlace.of(STRONG, value, STRONG_PARTS));
    }

    /** The bank's serial number, which a weak identity lacks. */
    public Optional<String> coreNo() {
        return isWeak() ? Optional.empty() : Optional.of(Keys.part(STRONG, value, STRONG_PARTS, 5));
    }

    /** The dimension of ledger accounts R2101 and R2102. */
    public String subLedger() {
        return value;
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
