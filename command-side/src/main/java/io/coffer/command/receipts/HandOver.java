package io.coffer.command.receipts;

import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import java.util.Optional;

/**
 * Whose return a line is said to be: one payout's at a time.
 *
 * @param number of the latest hand-over
 * @param payout that is to book the line, or has booked it; none after it said no
 */
record HandOver(int number, Optional<PayoutId> payout) {

    static HandOver none() {
        return new HandOver(0, Optional.empty());
    }

    /** While a payout has not answered it is asked the same question. */
    int next() {
        return payout.isPresent() ? number : number + 1;
    }

    HandOver after(BankReturnHandedOver event) {
        return new HandOver(event.ordinal(), Optional.of(event.payout()));
    }

    HandOver declined() {
        return new HandOver(number, Optional.empty());
    }

    HandOver booked(PayoutId by) {
        return new HandOver(number, Optional.of(by));
    }
}
