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

    /** All parties have signed the agreement of this version. */
    @StoredAs("accounts.EscrowAgreementSigned")
    record EscrowAgreementSigned(EscrowAccountId account, String agreementVersion, List<Signature> signatures)
            implements AgreementEvent {
        public EscrowAgreementSigned {
            signatures = List.copyOf(signatures);
        }
    }

    /** New terms replace the old ones, signed by all parties while money is held. */
    @StoredAs("accounts.SupplementSigned")
    record SupplementSigned(EscrowAccountId account, int supplementNo, EscrowTerms terms, List<Signature> signatures)
            implements AgreementEvent {
        public SupplementSigned {
            signatures = List.copyOf(signatures);
        }
    }

    /** The bank knows the account under this number; payers transfer to it. */
    @StoredAs("accounts.VirtualAccountAttached")
    record VirtualAccountAttached(EscrowAccountId account, VirtualAccountId number) implements AgreementEvent {}
}
