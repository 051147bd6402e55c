package io.coffer.query.accounts;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.LongStream;

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
        /** From available to held back. */
        HELD_BACK,
        /** From promised back to available. */
        GIVEN_BACK,
        /** Paid out, and given back by the bank. */
        RETURNED,
        /** From given back to promised again. */
        REISSUED,
        /** From given back to available. */
        RESTORED;

        static Kind of(long total, long inRelease, long returned, long reissued) {
            if (returned > 0) {
                return reissued < 0 ? GIVEN_BACK : RETURNED;
            }
            if (returned < 0) {
                return reissued > 0 ? REISSUED : RESTORED;
            }
            if (reissued != 0) {
                // What comes back to its refund is decided on by nobody: it is on its way again at once.
                return reissued < 0 ? OUT : RETURNED;
            }
            if (total != 0) {
                return total > 0 ? IN : OUT;
            }
            if (inRelease == 0) {
                return HELD_BACK;
            }
            return inRelease > 0 ? RESERVED : GIVEN_BACK;
        }
    }

    static MovementView of(ResultSet row) throws SQLException {
        var inRelease = row.getLong("in_release");
        var returned = row.getLong("returned");
        var reissued = row.getLong("reissued");
        var total = row.getLong("available") + inRelease + row.getLong("holdback");
        return new MovementView(
                row.getLong("position"),
                row.getString("event_name"),
                Kind.of(total, inRelease, returned, reissued),
                amount(size(total, inRelease, row.getLong("holdback"), returned, reissued)),
                amount(row.getLong("balance_after")),
                amount(row.getLong("available_after")),
                row.getString("reference"),
                row.getTimestamp("booked_at").toInstant(),
                row.getObject("business_date", LocalDate.class));
    }

    /** An event moves one amount; what it moves between two places is in both with opposite signs. */
    private static long size(long... changes) {
        return LongStream.of(changes).map(Math::abs).max().orElse(0);
    }

    private static Amount amount(long units) {
        return Amount.of(Money.fen(units));
    }
}
