package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.EscrowEvent;

/** What an account's history adds up to. The sealed pair makes every rule say what it does about an unopened account. */
sealed interface EscrowState permits EscrowState.Unopened, OpenAccount {

    static EscrowState initial() {
        return new Unopened();
    }

    EscrowState after(EscrowEvent event);

    /** Nothing has happened yet. */
    record Unopened() implements EscrowState {
        @Override
        public EscrowState after(EscrowEvent event) {
            if (event instanceof EscrowAccountOpened opened) {
                return OpenAccount.of(opened);
            }
            throw new IllegalStateException("The history of " + event.account() + " does not begin with its opening");
        }
    }
}
