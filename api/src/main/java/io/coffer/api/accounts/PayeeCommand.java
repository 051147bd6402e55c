package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import java.util.List;

/** What decides to which accounts money may go. */
public sealed interface PayeeCommand extends EscrowCommand {

    /** Names the verified account to which a party's money may go. */
    record BindPayee(EscrowAccountId account, Payee payee, List<Evidence> verification) implements PayeeCommand {
        public BindPayee {
            verification = List.copyOf(verification);
        }
    }
}
