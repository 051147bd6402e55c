package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;

/** How the agreement of an escrow account came about and where its money comes in. */
public sealed interface AgreementEvent extends EscrowEvent {

    /** The account exists; terms and custody account are pinned. */
    @StoredAs("accounts.EscrowAccountOpened")
    record EscrowAccountOpened(
            EscrowAccountId account,
            ContractRef contract,
            List<Party> parties,
            EscrowTerms terms,
            CustodyAccount custodyAccount)
            implements AgreementEvent {
        public EscrowAccountOpened {
            parties = List.copyOf(parties);
        }
    }

    /** New terms replace the old ones, before any money came in. */
    @StoredAs("accounts.TermsAmended")
    record TermsAmended(EscrowAccountId account, EscrowTerms terms) implements AgreementEvent {}

    /** The bank knows the account under this number; payers transfer to it. */
    @StoredAs("accounts.VirtualAccountAttached")
    record VirtualAccountAttached(EscrowAccountId account, VirtualAccountId number) implements AgreementEvent {}
}
