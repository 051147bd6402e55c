package io.coffer.command.accounts;

import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.Payee;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.receipts.ReceiptUse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who paid, as far as names and verified accounts tell, and so what the money is for. */
final class Payers {

    private Payers() {}

    /** What a receipt is for; empty where it could be either, and guessing would give one side the money of the other. */
    static Optional<ReceiptUse> useOf(OpenAccount state, CreditReceipt command) {
        // Once a plan was carried out nothing is expected of anybody: whatever comes is excess for its payer.
        if (command.isForPrice()
                || state.termination().isExecuted()
                || state.terms().holdbackFrom(HoldbackSource.PAID_BY_SELLER).isEmpty()) {
            return Optional.of(ReceiptUse.PRICE);
        }
        var roles = command.payer().map(payer -> rolesOf(payer, state)).orElseGet(Set::of);
        if (!roles.contains(PartyRole.SELLER)) {
            return roles.isEmpty() ? Optional.empty() : Optional.of(ReceiptUse.PRICE);
        }
        var isSellerOnly = roles.size() == 1;
        var isInPlan = state.terms().plan().stream().anyMatch(planned -> planned.payerRole() == PartyRole.SELLER);
        return isSellerOnly && !isInPlan ? Optional.of(ReceiptUse.HOLDBACK) : Optional.empty();
    }

    /** The roles of all parties who may be the payer: two may share a name, or one may stand on both sides. */
    private static Set<PartyRole> rolesOf(BankAccountRef payer, OpenAccount state) {
        return state.parties().stream()
                .filter(party -> isPayer(party, payer, state))
                .map(Party::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isPayer(Party party, BankAccountRef payer, OpenAccount state) {
        return party.nameDigest().filter(payer.holderDigest()::equals).isPresent()
                || state.payees()
                        .find(party.partyId())
                        .map(Payee::account)
                        .filter(bound -> bound.token().equals(payer.token())
                                || bound.holderDigest().equals(payer.holderDigest()))
                        .isPresent();
    }
}
