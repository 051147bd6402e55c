package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptHeld;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptIdentified;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptMerged;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a receipt's history adds up to.
 *
 * @param facts what the bank said of the line; missing when it was merged before it was known here
 * @param coreNo the bank's core number that a weak receipt was identified with
 * @param isConfirmed whether the bank's statement has it
 */
record ReceiptState(
        Stage stage,
        Optional<BankReceiptRecorded> facts,
        Optional<EscrowAccountId> account,
        Doubts doubts,
        Optional<String> coreNo,
        boolean isConfirmed) {

    enum Stage {
        UNKNOWN,
        POSSIBLE_TWIN,
        MERGED,
        RECORDED,
        SUSPENDED,
        ASSIGNED,
        CONSUMED
    }

    /**
     * Why nobody may be credited.
     *
     * @param claims other amounts that the bank reported under the same key
     * @param twin the other identity under which the same booking stands here
     */
    record Doubts(Set<Money> claims, Optional<BankReceiptId> twin) {

        static Doubts none() {
            return new Doubts(Set.of(), Optional.empty());
        }

        boolean isEmpty() {
            return claims.isEmpty() && twin.isEmpty();
        }

        Doubts with(Money claim) {
            var next = new HashSet<>(claims);
            next.add(claim);
            return new Doubts(Set.copyOf(next), twin);
        }
    }

    static ReceiptState initial() {
        return new ReceiptState(
                Stage.UNKNOWN, Optional.empty(), Optional.empty(), Doubts.none(), Optional.empty(), false);
    }

    boolean exists() {
        return stage != Stage.UNKNOWN;
    }

    /** Whether its cash is in the books. */
    boolean isBooked() {
        return switch (stage) {
            case UNKNOWN, POSSIBLE_TWIN, MERGED -> false;
            case RECORDED, SUSPENDED, ASSIGNED, CONSUMED -> true;
        };
    }

    Money amount() {
        return facts.map(BankReceiptRecorded::amount).orElse(Money.ZERO);
    }

    boolean isContested() {
        return !doubts.isEmpty();
    }

    boolean isReservedFor(EscrowAccountId taker) {
        return stage == Stage.ASSIGNED && account.filter(taker::equals).isPresent();
    }

    ReceiptState after(ReceiptEvent event) {
        return switch (event) {
            case BankReceiptRecorded e ->
                new ReceiptState(Stage.RECORDED, Optional.of(e), account, doubts, coreNo, isConfirmed);
            case BankReceiptHeld e ->
                new ReceiptState(Stage.POSSIBLE_TWIN, Optional.of(facts(e)), account, doubts, coreNo, isConfirmed);
            case BankReceiptIdentified e ->
                new ReceiptState(stage, facts, account, doubts, Optional.of(e.coreNo()), isConfirmed);
            case BankReceiptMerged _ -> now(Stage.MERGED, Optional.empty());
            case BankReceiptDoubled e ->
                new ReceiptState(
                        stage, facts, account, new Doubts(doubts.claims(), Optional.of(e.twin())), coreNo, isConfirmed);
            case BankReceiptConfirmed _ ->
                new ReceiptState(stage, facts, account, new Doubts(Set.of(), doubts.twin()), coreNo, true);
            case BankReceiptConflict e ->
                new ReceiptState(stage, facts, account, doubts.with(e.claimed()), coreNo, isConfirmed);
            case BankReceiptAssigned e -> now(Stage.ASSIGNED, Optional.of(e.account()));
            case BankReceiptSuspended _ -> now(Stage.SUSPENDED, Optional.empty());
            case BankReceiptReleased _ -> now(Stage.SUSPENDED, Optional.empty());
            case BankReceiptConsumed e -> now(Stage.CONSUMED, Optional.of(e.account()));
        };
    }

    private ReceiptState now(Stage next, Optional<EscrowAccountId> taker) {
        return new ReceiptState(next, facts, taker, doubts, coreNo, isConfirmed);
    }

    private static BankReceiptRecorded facts(BankReceiptHeld held) {
        return new BankReceiptRecorded(
                held.receipt(),
                held.amount(),
                held.virtualAccount(),
                held.payer(),
                held.remarkToken(),
                held.noticedAt(),
                held.place());
    }
}
