package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import java.util.HashMap;
import java.util.Map;

/** How often the cash of each line stands in the books, whoever booked it and as whatever: C17. */
final class BankLines {

    private final Map<BankReceiptId, Integer> booked = new HashMap<>();

    void witness(DomainEvent event) {
        switch (event) {
            case BankReceiptRecorded e -> count(e.receipt(), 1, event);
            case BankReceiptReversed e -> count(e.receipt(), -1, event);
            case PayoutReturned e -> count(e.receipt(), 1, event);
            default -> {
                // Books no cash that came in.
            }
        }
    }

    private void count(BankReceiptId line, int more, DomainEvent event) {
        assertThat(booked.merge(line, more, Integer::sum))
                .as("how often %s is booked after %s", line, event)
                .isBetween(0, 1);
    }
}
