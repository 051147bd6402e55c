package io.coffer.command.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Clear;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Set;
import java.time.Instant;
import java.util.List;

/**
 * When a receipt that names no number is matched by its payer: at once, but by a deadline. It is set in the transaction in
 * which the policies move past the receipt, and with them what accounts expect; so whoever looks has everything before it.
 */
final class MatchDeadlines implements DeadlineRule {

    static final String MATCH = "receipt.match";

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return switch (event) {
            case BankReceiptRecorded e when isMatchable(e) -> List.of(new Set(MATCH, bookedAt));
            case BankReceiptAssigned _, BankReceiptSuspended _ -> List.of(new Clear(MATCH));
            default -> List.of();
        };
    }

    /** Whether nothing but its payer's name could tell whose it is. */
    static boolean isMatchable(BankReceiptRecorded event) {
        return event.virtualAccount().isEmpty()
                && event.doubt().isEmpty()
                && event.payer().filter(BankAccountRef::hasHolder).isPresent();
    }
}
