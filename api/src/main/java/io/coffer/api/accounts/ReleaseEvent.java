package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.Optional;

/** A release of money, from the wish to the outcome; the outcome also of deductions and legs, by their number. */
public sealed interface ReleaseEvent extends EscrowEvent {

    /**
     * Somebody asks to pay money out.
     *
     * @param requestedBy the maker; no checker may be the same
     * @param checkersRequired how many other people must approve; none means that the conditions approve
     */
    @StoredAs("accounts.ReleaseRequested")
    record ReleaseRequested(
            EscrowAccountId account,
            String releaseNo,
            String partyId,
            Money amount,
            String requestedBy,
            int checkersRequired)
            implements ReleaseEvent {}

    /** The money is promised to exactly one payout (PR-201). */
    @StoredAs("accounts.ReleaseApproved")
    record ReleaseApproved(
            EscrowAccountId account,
            String releaseNo,
            PayoutId payout,
            Payee payee,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements ReleaseEvent {}

    /** The release request ended without money moving. */
    @StoredAs("accounts.ReleaseRejected")
    record ReleaseRejected(EscrowAccountId account, String releaseNo, String reason) implements ReleaseEvent {}

    /** Mirror: the payout of this release was paid. Posts nothing. */
    @StoredAs("accounts.ReleasePaid")
    record ReleasePaid(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount)
            implements ReleaseEvent {}

    /**
     * The payout definitely failed; the money is back where it was reserved from (PR-207).
     *
     * @param toHoldback the part that came from the hold-back; absent when all of it was available
     */
    @StoredAs("accounts.ReleaseFailed")
    record ReleaseFailed(
            EscrowAccountId account,
            String releaseNo,
            PayoutId payout,
            Money amount,
            String reason,
            Optional<Money> toHoldback)
            implements ReleaseEvent {}
}
