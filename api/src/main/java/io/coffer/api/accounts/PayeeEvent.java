package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import java.util.List;

/** To which accounts money may go. */
public sealed interface PayeeEvent extends EscrowEvent {

    /** A party's money may go to this verified account. */
    @StoredAs("accounts.PayeeBound")
    record PayeeBound(EscrowAccountId account, Payee payee, List<Evidence> verification) implements PayeeEvent {
        public PayeeBound {
            verification = List.copyOf(verification);
        }
    }
}
