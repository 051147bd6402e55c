package io.coffer.api.receipts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Where and when the bank booked a line: the custody account and the bank's own date. */
public record BookingPlace(CustodyAccount custodyAccount, LocalDate bankDate) {

    /** The part of an identity that holds a date; refused when it is none. */
    static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.toString().length() == 10) {
                return date;
            }
        } catch (DateTimeException _) {
            // Refused below, like a date that is too long.
        }
        throw new MalformedKey("bankDate", text);
    }

    static BookingPlace of(String prefix, String value, int parts) {
        return new BookingPlace(
                new CustodyAccount(Keys.part(prefix, value, parts, 1), Keys.part(prefix, value, parts, 2)),
                date(Keys.part(prefix, value, parts, 3)));
    }

    /** The three parts as they stand in identities. */
    String inIdentities() {
        return custodyAccount.bankCode() + ":" + custodyAccount.accountNo() + ":" + bankDate;
    }
}
