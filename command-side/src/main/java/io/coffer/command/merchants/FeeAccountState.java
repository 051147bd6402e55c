package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.money.Money;

/** What a fee account's history adds up to. The sealed pair makes every rule say what it does about an unopened one. */
sealed interface FeeAccountState permits FeeAccountState.Unopened, FeeAccount {

    static FeeAccountState initial() {
        return new Unopened(Money.ZERO);
    }

    FeeAccountState after(FeeAccountEvent event);

    /**
     * Nobody opened it yet.
     *
     * @param credited what came back of fees meanwhile: it is booked to B, and B's as soon as it is open
     */
    record Unopened(Money credited) implements FeeAccountState {
        @Override
        public FeeAccountState after(FeeAccountEvent event) {
            if (event instanceof FeeAccountOpened opened) {
                return FeeAccount.of(opened, credited);
            }
            if (event instanceof MerchantBCredited back) {
                return new Unopened(credited.plus(back.amount()));
            }
            throw new IllegalStateException("The history of " + event.account() + " does not begin with its opening");
        }
    }
}
