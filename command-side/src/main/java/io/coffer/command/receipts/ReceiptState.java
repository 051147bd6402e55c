package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a receipt's history adds up to.
 *
 * @param claims other amounts that the bank reported under the same key; while there is one, nobody is credited
 */
record ReceiptState(Stage stage, Money amount, Optional<EscrowAccountId> account, Set<Money> claims) {

    enum Stage {
        UNKNOWN,
        RECORDED,
        SUSPENDED,
        ASSIGNED,
        CONSUMED
    }

    static ReceiptState initial() {
        return new ReceiptState(Stage.UNKNOWN, Money.ZERO, Optional.empty(), Set.of());
    }

    boolean exists() {
        return stage != Stage.UNKNOWN;
    }

    boolean isContested() {
        return !claims.isEmpty();
    }

    boolean isReservedFor(EscrowAccountId taker) {
        return stage == Stage.ASSIGNED && account.filter(taker::equals).isPresent();
    }

    ReceiptState after(ReceiptEvent event) {
        return switch (event) {
            case BankReceiptRecorded e -> new ReceiptState(Stage.RECORDED, e.amount(), Optional.empty(), Set.of());
            case BankReceiptConflict e -> new ReceiptState(stage, amount, account, with(e.claimed()));
            case BankReceiptAssigned e -> new ReceiptState(Stage.ASSIGNED, amount, Optional.of(e.account()), claims);
            case BankReceiptSuspended _ -> new ReceiptState(Stage.SUSPENDED, amount, Optional.empty(), claims);
            case BankReceiptReleased _ -> new ReceiptState(Stage.SUSPENDED, amount, Optional.empty(), claims);
            case BankReceiptConsumed e -> new ReceiptState(Stage.CONSUMED, amount, Optional.of(e.account()), claims);
        };
    }

    private Set<Money> with(Money claim) {
        var next = new HashSet<>(claims);
        next.add(claim);
        return Set.copyOf(next);
    }
}
