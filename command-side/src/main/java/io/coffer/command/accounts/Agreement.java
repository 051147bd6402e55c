package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.EscrowAgreementSigned;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Optional;

/**
 * What the parties agreed, and where their money comes in.
 *
 * @param supplements how many were signed; the last one's terms are in force
 */
record Agreement(
        EscrowAccountId account,
        EscrowTerms terms,
        List<Party> parties,
        CustodyAccount custodyAccount,
        Optional<VirtualAccountId> number,
        boolean isSigned,
        int supplements) {

    static Agreement of(EscrowAccountOpened event) {
        return new Agreement(
                event.account(), event.terms(), event.parties(), event.custodyAccount(), Optional.empty(), false, 0);
    }

    Agreement after(AgreementEvent event) {
        return switch (event) {
            case EscrowAccountOpened e -> throw new IllegalStateException(e.account() + " was opened twice");
            case TermsAmended e -> with(e.terms(), supplements);
            case EscrowAgreementSigned _ ->
                new Agreement(account, terms, parties, custodyAccount, number, true, supplements);
            case SupplementSigned e -> with(e.terms(), e.supplementNo());
            case VirtualAccountAttached e ->
                new Agreement(account, terms, parties, custodyAccount, Optional.of(e.number()), isSigned, supplements);
        };
    }

    private Agreement with(EscrowTerms next, int supplementNo) {
        return new Agreement(account, next, parties, custodyAccount, number, isSigned, supplementNo);
    }

    boolean isParty(String partyId) {
        return parties.stream().anyMatch(party -> party.partyId().equals(partyId));
    }

    boolean plans(PaymentItem item) {
        return terms.plan().stream().anyMatch(planned -> planned.item() == item);
    }

    boolean isSeller(String partyId) {
        return isParty(partyId, PartyRole.SELLER);
    }

    boolean isParty(String partyId, PartyRole role) {
        return parties.stream()
                .anyMatch(party -> party.role() == role && party.partyId().equals(partyId));
    }

    /** Whether money may ever go to the party: the price, a claim, or its own money back. */
    boolean mayBePaid(String partyId) {
        return isSeller(partyId) || isParty(partyId, PartyRole.BUYER) || isParty(partyId, PartyRole.LENDER);
    }

    List<Party> buyersAndSellers() {
        return parties.stream()
                .filter(party -> party.role() == PartyRole.BUYER || party.role() == PartyRole.SELLER)
                .toList();
    }
}
