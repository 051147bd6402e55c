package io.coffer.query.ledger;

import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.query.kernel.Booked;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The bank claims a second credit of one booking, a second end of one payout, or the return of one that it never paid. Our
 * books stay right (C17 holds by construction); whether the bank's are is for people to ask, so it is an alarm of C17.
 */
final class BankContradictions {

    private BankContradictions() {}

    static void raise(Booked booked, JdbcTemplate rows) {
        switch (booked.event()) {
            case BankReceiptConflict e ->
                alarm(
                        booked,
                        rows,
                        "The bank reported " + e.receipt() + " over " + e.recorded() + " and over " + e.claimed());
            case PayoutOutcomeContradicted e ->
                alarm(booked, rows, "The bank contradicts what it said about " + e.payout());
            case PayoutReturnContradicted e ->
                alarm(booked, rows, "The bank gave back " + e.payout() + ", which it had refused, by " + e.receipt());
            default -> {}
        }
    }

    private static void alarm(Booked booked, JdbcTemplate rows, String detail) {
        Alarms.raise(rows, Equation.C17.name(), booked.position(), booked.name(), detail);
    }
}
