package io.coffer.command;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import java.util.HashSet;
import java.util.Set;

/** Which receipts' amount or identity is in doubt, from events alone. */
final class ReceiptDoubts {

    private final Set<BankReceiptId> claims = new HashSet<>();
    private final Set<BankReceiptId> twins = new HashSet<>();

    void witness(DomainEvent event) {
        switch (event) {
            case BankReceiptConflict e -> claims.add(e.receipt());
            case BankReceiptConfirmed e -> claims.remove(e.receipt());
            case BankReceiptDoubled e -> twins.add(e.receipt());
            case BankReceiptCleared e -> ended(e.receipt());
            case BankReceiptReversed e -> ended(e.receipt());
            default -> {
                // Says nothing of a doubt.
            }
        }
    }

    private void ended(BankReceiptId receipt) {
        claims.remove(receipt);
        twins.remove(receipt);
    }

    boolean isDoubtful(BankReceiptId receipt) {
        return claims.contains(receipt) || twins.contains(receipt);
    }
}
