package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Optional;

/** What the parties agreed, and where their money comes in. */
record Agreement(
        EscrowTerms terms, List<Party> parties, CustodyAccount custodyAccount, Optional<VirtualAccountId> number) {

    Agreement withTerms(EscrowTerms next) {
        return new Agreement(next, parties, custodyAccount, number);
    }

    Agreement withNumber(VirtualAccountId next) {
        return new Agreement(terms, parties, custodyAccount, Optional.of(next));
    }
}
