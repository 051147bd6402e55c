package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** To which accounts money may go. */
public sealed interface PayeeEvent extends EscrowEvent {

    /** A party's money may go to this verified account. */
    @StoredAs("accounts.PayeeBound")
    record PayeeBound(EscrowAccountId account, Payee payee, List<Evidence> verification) implements PayeeEvent {
        public PayeeBound {
            verification = List.copyOf(verification);
        }
    }

    /**
     * Somebody wants a party's money to go to another account. Until it is approved the old one stays.
     *
     * @param requestedBy the maker; the checker must be somebody else
     */
    @StoredAs("accounts.PayeeChangeProposed")
    record PayeeChangeProposed(
            EscrowAccountId account, int changeNo, Payee payee, List<Evidence> verification, String requestedBy)
            implements PayeeEvent {
        public PayeeChangeProposed {
            verification = List.copyOf(verification);
        }
    }

    /**
     * The old account is the party's no more; the new one is from {@code effectiveFrom} on. In between nothing is promised
     * to the party, so that all parties can object.
     */
    @StoredAs("accounts.PayeeChanged")
    record PayeeChanged(
            EscrowAccountId account, int changeNo, Payee payee, Instant effectiveFrom, Optional<String> approvalId)
            implements PayeeEvent {}

    /** The change was not approved; the party keeps its account. */
    @StoredAs("accounts.PayeeChangeRejected")
    record PayeeChangeRejected(EscrowAccountId account, int changeNo, String partyId, String reason)
            implements PayeeEvent {}
}
