package io.coffer.query.accounts;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** One change of the account's buckets, with the balance after it. */
record MovementView(
        long position,
        String event,
        Kind kind,
        Amount amount,
        Amount balanceAfter,
        Amount availableAfter,
        String reference,
        Instant bookedAt,
        LocalDate businessDate) {

    enum Kind {
        IN,
        OUT,
        /** From available to promised. */
        RESERVED,
        /** From promised back to available. */
        GIVEN_BACK;

        static Kind of(long total, long inRelease) {
            if (total != 0) {
                return total > 0 ? IN : OUT;
            }
            return inRelease > 0 ? RESERVED : GIVEN_BACK;
        }
    }

    static MovementView of(ResultSet row) throws SQLException {
        var inRelease = row.getLong("in_release");
        var total = row.getLong("available") + inRelease + row.getLong("holdback");
        return new MovementView(
                row.getLong("position"),
                row.getString("event_name"),
                Kind.of(total, inRelease),
                amount(Math.abs(total == 0 ? inRelease : total)),
                amount(row.getLong("balance_after")),
                amount(row.getLong("available_after")),
                row.getString("reference"),
                row.getTimestamp("booked_at").toInstant(),
                row.getObject("business_date", LocalDate.class));
    }

    private static Amount amount(long units) {
        return Amount.of(Money.fen(units));
    }
}
