package io.coffer.api.receipts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Owner;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * {@code BR:{bank}:{account}:{bankDate}:{direction}:{coreNo}}: the bank's own key of one booking. The identity is the
 * claim: a second receipt of the same booking cannot exist.
 */
public record BankReceiptId(@JsonValue String value) implements AggregateId {

    private static final int PARTS = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BankReceiptId {
        var _ = new CustodyAccount(Keys.part("BR", value, PARTS, 1), Keys.part("BR", value, PARTS, 2));
        requireDate(Keys.part("BR", value, PARTS, 3));
        if (!Keys.part("BR", value, PARTS, 4).equals("IN")) {
            throw new MalformedKey("direction", value);
        }
        Keys.key("coreNo", Keys.part("BR", value, PARTS, 5));
    }

    public static BankReceiptId of(CustodyAccount account, LocalDate bankDate, String coreNo) {
        return new BankReceiptId(
                String.join(":", "BR", account.bankCode(), account.accountNo(), bankDate.toString(), "IN", coreNo));
    }

    public CustodyAccount custodyAccount() {
        return new CustodyAccount(Keys.part("BR", value, PARTS, 1), Keys.part("BR", value, PARTS, 2));
    }

    public LocalDate bankDate() {
        return LocalDate.parse(Keys.part("BR", value, PARTS, 3));
    }

    public String coreNo() {
        return Keys.part("BR", value, PARTS, 5);
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

    private static void requireDate(String text) {
        try {
            if (LocalDate.parse(text).toString().length() != 10) {
                throw new MalformedKey("bankDate", text);
            }
        } catch (DateTimeException _) {
            throw new MalformedKey("bankDate", text);
        }
    }
}
