package io.coffer.query.ledger;

import io.coffer.api.ledger.Posting;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** One entry of a sub-ledger with the balance after it, signed by the kind of account. */
record EntryView(
        long position,
        int line,
        Posting.Side side,
        Amount amount,
        String balance,
        String rule,
        String event,
        String aggregateId,
        Instant bookedAt,
        LocalDate businessDate) {

    static EntryView of(ResultSet row) throws SQLException {
        return new EntryView(
                row.getLong("position"),
                row.getInt("line"),
                Posting.Side.valueOf(row.getString("side")),
                Amount.of(Money.fen(row.getLong("minor_units"))),
                // Text, not an Amount: only a balance can be below zero.
                BigDecimal.valueOf(row.getLong("balance"), 2).toPlainString(),
                row.getString("rule"),
                row.getString("event_name"),
                row.getString("aggregate_id"),
                row.getTimestamp("booked_at").toInstant(),
                row.getObject("business_date", LocalDate.class));
    }
}
