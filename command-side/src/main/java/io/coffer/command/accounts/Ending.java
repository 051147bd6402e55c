package io.coffer.command.accounts;

import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;

/** How an account's life ends, if it does. */
enum Ending {
    NONE,
    CANCELLED,
    CLOSING,
    CLOSED;

    static Ending of(ClosureEvent event) {
        return switch (event) {
            case EscrowAccountCancelled _ -> CANCELLED;
            case AccountClosureRequested _ -> CLOSING;
            case AccountClosed _ -> CLOSED;
        };
    }
}
