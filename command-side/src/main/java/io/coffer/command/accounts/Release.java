package io.coffer.command.accounts;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.util.Collection;
import java.util.Optional;

/**
 * One item of money on its way out, and what became of it: a release that somebody wished for, a deduction, or a leg.
 *
 * @param partyId whose wish it is; for a deduction the court's order
 * @param fromHoldback the part that returns to the hold-back if its payout fails
 * @param failure why its payout failed
 */
record Release(
        String partyId,
        Money amount,
        Money fromHoldback,
        int checkersRequired,
        Stage stage,
        Optional<PayoutId> payout,
        Optional<RefundId> refund,
        Optional<String> failure) {

    enum Stage {
        REQUESTED,
        APPROVED,
        PAID,
        FAILED,
        REJECTED
    }

    static Release of(ReleaseRequested event) {
        return new Release(
                event.partyId(),
                event.amount(),
                Money.ZERO,
                event.checkersRequired(),
                Stage.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Release of(FundsDeducted event) {
        return new Release(
                event.orderNo(),
                event.amount(),
                event.fromHoldback(),
                0,
                Stage.APPROVED,
                Optional.of(event.payout()),
                Optional.empty(),
                Optional.empty());
    }

    static Release of(EscrowAccountId account, PayoutLeg leg) {
        return new Release(
                leg.payee().partyId(),
                leg.amount(),
                leg.fromHoldback(),
                0,
                Stage.APPROVED,
                leg.refund().isPresent() ? Optional.empty() : Optional.of(PayoutId.ofRelease(account, leg.legNo())),
                leg.refund(),
                Optional.empty());
    }

    static Money total(Collection<Release> releases) {
        return releases.stream().map(Release::amount).reduce(Money.ZERO, Money::plus);
    }

    Release after(ReleaseApproved event) {
        return new Release(
                partyId,
                amount,
                fromHoldback,
                checkersRequired,
                Stage.APPROVED,
                Optional.of(event.payout()),
                refund,
                failure);
    }

    /** Of what a refund takes, the payout is known by then only. */
    Release after(ReleasePaid event) {
        return new Release(
                partyId,
                amount,
                fromHoldback,
                checkersRequired,
                Stage.PAID,
                Optional.of(event.payout()),
                refund,
                failure);
    }

    Release after(ReleaseFailed event) {
        return new Release(
                partyId,
                amount,
                fromHoldback,
                checkersRequired,
                Stage.FAILED,
                payout,
                refund,
                Optional.of(event.reason()));
    }

    Release now(Stage next) {
        return new Release(partyId, amount, fromHoldback, checkersRequired, next, payout, refund, failure);
    }

    /** Whether its money has left the account's buckets that can be spent, for good or for the moment. */
    boolean isTaken() {
        return stage == Stage.APPROVED || stage == Stage.PAID;
    }

    boolean isUndecided() {
        return stage == Stage.REQUESTED;
    }

    boolean wasPaidBy(PayoutId taker) {
        return stage == Stage.PAID && payout.filter(taker::equals).isPresent();
    }

    /** Whether this payout holds the money of the release at the moment. */
    boolean isTakenBy(PayoutId taker) {
        return stage == Stage.APPROVED && isOf(taker);
    }

    /** Whether it is this payout that was to pay it; a refund may need several. */
    boolean isOf(PayoutId taker) {
        return payout.filter(taker::equals).isPresent() || isRefundedBy(taker);
    }

    boolean isRefundedBy(PayoutId taker) {
        return refund.isPresent() && taker.refund().equals(refund);
    }

    /** Whether a bank refused to pay it: what a freeze called back in time was never refused. */
    boolean wasRefused() {
        return stage == Stage.FAILED
                && failure.filter(PayoutFailed.RECALLED::equals).isEmpty();
    }

    /** What a freeze calls back; of a refund the first one stands for all. */
    Optional<PayoutId> toBeRecalled() {
        return payout.or(() -> refund.map(taker -> PayoutId.ofRefund(taker, 1)));
    }

    /** Whether a refund has it, and its payer has it not yet. */
    boolean isRefunding() {
        return stage == Stage.APPROVED && refund.isPresent();
    }
}
