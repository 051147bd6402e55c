package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;

/** What a fee account's history adds up to. The sealed pair makes every rule say what it does about an unopened one. */
sealed interface FeeAccountState permits FeeAccountState.Unopened, FeeAccount {

    static FeeAccountState initial() {
        return new Unopened();
    }

    FeeAccountState after(FeeAccountEvent event);

    /** Nothing has happened yet. */
    record Unopened() implements FeeAccountState {
        @Override
        public FeeAccountState after(FeeAccountEvent event) {
            if (event instanceof FeeAccountOpened opened) {
                return FeeAccount.of(opened);
            }
            throw new IllegalStateException("The history of " + event.account() + " does not begin with its opening");
        }
    }
}
