package io.coffer.api.receipts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Where and when the bank booked a line: the custody account and the bank's own date. */
public record BookingPlace(CustodyAccount custodyAccount, LocalDate bankDate) {

    private static final String FORM = "0000-00-00";
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 9999;

    /** The part of an identity that holds a date; refused when it is none. */
    public static LocalDate date(String text) {
        try {
            if (hasForm(text)) {
                return LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
            }
        } catch (DateTimeException _) {
            // Refused below, like what has another form.
        }
        throw new MalformedKey("bankDate", text);
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (var index = 0; index < FORM.length(); index++) {
            var character = text.charAt(index);
            if (FORM.charAt(index) == '0' ? character < '0' || character > '9' : character != '-') {
                return false;
            }
        }
        return true;
    }

    /** A day on which a bank may have booked; a mistyped year is refused. */
    public static LocalDate believable(LocalDate bankDate) {
        if (bankDate.getYear() < EARLIEST_YEAR || bankDate.getYear() > LATEST_YEAR) {
            throw new MalformedKey("bankDate", bankDate.toString());
        }
        return bankDate;
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
