package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;

/** What changes the agreement of an escrow account and its number at the bank. */
public sealed interface AgreementCommand extends EscrowCommand {

    /** Opens the account of a contract with its full terms and its custody account; both are pinned. */
    record OpenEscrowAccount(
            EscrowAccountId account,
            ContractRef contract,
            List<Party> parties,
            EscrowTerms terms,
            CustodyAccount custodyAccount)
            implements AgreementCommand {
        public OpenEscrowAccount {
            parties = List.copyOf(parties);
        }
    }

    /** Replaces the terms; only before the first money. */
    record AmendTerms(EscrowAccountId account, EscrowTerms terms) implements AgreementCommand {}

    /** States that all parties have signed what the account was opened with. */
    record SignEscrowAgreement(EscrowAccountId account, List<Signature> signatures) implements AgreementCommand {
        public SignEscrowAgreement {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * Replaces the terms after the first money, signed by all parties.
     *
     * @param supplementNo counted from one, so that two agreements of the parties cannot overtake each other
     */
    record SignSupplement(EscrowAccountId account, int supplementNo, EscrowTerms terms, List<Signature> signatures)
            implements AgreementCommand {
        public SignSupplement {
            signatures = List.copyOf(signatures);
        }
    }

    /** Tells the account its number at the bank. */
    record AttachVirtualAccount(EscrowAccountId account, VirtualAccountId number) implements AgreementCommand {}
}
