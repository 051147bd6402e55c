package io.coffer.api.accounts;

import io.coffer.api.kernel.StoredAs;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.Optional;

/** How the life of an escrow account ends. */
public sealed interface ClosureEvent extends EscrowEvent {

    /** The account was given up before any money came in. */
    @StoredAs("accounts.EscrowAccountCancelled")
    record EscrowAccountCancelled(EscrowAccountId account, String reason, Optional<VirtualAccountId> number)
            implements ClosureEvent {}

    /** Nothing blocks the closure; the number at the bank is being closed. */
    @StoredAs("accounts.AccountClosureRequested")
    record AccountClosureRequested(EscrowAccountId account, Optional<VirtualAccountId> number)
            implements ClosureEvent {}

    /** The account is closed. Later receipts stay in suspense. */
    @StoredAs("accounts.AccountClosed")
    record AccountClosed(EscrowAccountId account) implements ClosureEvent {}
}
