package io.coffer.command.accounts;

import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.SuspenseReason;
import java.util.Set;
import java.util.stream.Collectors;

/** Who paid, as far as names and verified accounts tell, and so what the money is for. ADR 0009. */
final class Payers {

    private Payers() {}

    /** What the payer of a receipt tells about it. */
    sealed interface Purpose {

        /** The account takes it for this. */
        record For(ReceiptUse use) implements Purpose {}

        /** People must look at it first. */
        record Unsaid(SuspenseReason reason) implements Purpose {}
    }

    /** What a receipt is for; nobody guesses, since that would give one side the money of the other, or of a stranger. */
    static Purpose purposeOf(OpenAccount state, CreditReceipt command) {
        // Once a plan was carried out nothing is expected of anybody: whatever comes is excess for its payer.
        if (command.isForPrice() || state.termination().isExecuted()) {
            return new Purpose.For(ReceiptUse.PRICE);
        }
        var roles = command.payer().map(payer -> rolesOf(payer, state)).orElseGet(Set::of);
        if (state.terms().holdbackFrom(HoldbackSource.PAID_BY_SELLER).isPresent()) {
            return ofTwoSides(state, roles);
        }
        var isStrangers = roles.isEmpty()
                && command.payer().filter(payer -> isStranger(payer, state)).isPresent();
        return isStrangers && !command.isKnown()
                ? new Purpose.Unsaid(SuspenseReason.WRONG_PAYER)
                : new Purpose.For(ReceiptUse.PRICE);
    }

    private static Purpose ofTwoSides(OpenAccount state, Set<PartyRole> roles) {
        var unclear = new Purpose.Unsaid(SuspenseReason.PAYER_UNCLEAR);
        if (!roles.contains(PartyRole.SELLER)) {
            return roles.isEmpty() ? unclear : new Purpose.For(ReceiptUse.PRICE);
        }
        var isSellerOnly = roles.size() == 1;
        var isInPlan = state.terms().plan().stream().anyMatch(planned -> planned.payerRole() == PartyRole.SELLER);
        return isSellerOnly && !isInPlan ? new Purpose.For(ReceiptUse.HOLDBACK) : unclear;
    }

    /** A bank that tells no name must not stop all money, and who may pay without being named here could be anybody. */
    private static boolean isStranger(BankAccountRef payer, OpenAccount state) {
        return payer.hasHolder()
                && state.parties().stream().allMatch(party -> party.nameDigest().isPresent())
                && !isLentBySomebody(state);
    }

    /** A loan is still to come, and the contract does not say from whom. */
    private static boolean isLentBySomebody(OpenAccount state) {
        return state.parties().stream().noneMatch(party -> party.role() == PartyRole.LENDER)
                && state.terms().plan().stream()
                        .filter(planned -> planned.item() == PaymentItem.LOAN_PROCEEDS)
                        .anyMatch(planned -> planned.expected().exceeds(state.receivedFor(planned)));
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
