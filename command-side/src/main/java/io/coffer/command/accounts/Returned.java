package io.coffer.command.accounts;

import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.LegReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.Optional;

/**
 * The money of one release after the bank gave it back.
 *
 * @param payout the one that came back, under whose number the money waits
 * @param reissues how many numbers were given for paying it again; a number is never given twice
 * @param request the wish to pay it again, while there is one
 * @param refundedBy the payout that its refund may pay it again by
 */
record Returned(
        PayoutId payout,
        String partyId,
        Money amount,
        Stage stage,
        int reissues,
        Optional<ReissueRequested> request,
        Optional<PayoutId> refundedBy) {

    enum Stage {
        UNDECIDED,
        REISSUE_REQUESTED,
        REISSUED,
        /** A refund has it again, and looks for another account of its payer's. */
        REFUNDING,
        PAID_AGAIN,
        RESTORED
    }

    static Returned of(ReleaseReturned event, int reissues) {
        return new Returned(
                event.payout(),
                event.partyId(),
                event.amount(),
                Stage.UNDECIDED,
                reissues,
                Optional.empty(),
                Optional.empty());
    }

    static Returned of(LegReturned event) {
        return new Returned(
                event.payout(),
                event.partyId(),
                event.amount(),
                Stage.REFUNDING,
                0,
                Optional.empty(),
                Optional.empty());
    }

    Returned after(ReissueRequested event) {
        return new Returned(
                payout, partyId, amount, Stage.REISSUE_REQUESTED, event.reissueNo(), Optional.of(event), refundedBy);
    }

    Returned now(Stage next) {
        return new Returned(payout, partyId, amount, next, reissues, request, refundedBy);
    }

    Returned after(LegReissued event) {
        return new Returned(payout, partyId, amount, stage, reissues, request, Optional.of(event.payout()));
    }

    /** Whether the money is neither in the account nor gone. */
    boolean isOpen() {
        return switch (stage) {
            case UNDECIDED, REISSUE_REQUESTED, REISSUED, REFUNDING -> true;
            case PAID_AGAIN, RESTORED -> false;
        };
    }

    /** The payout that pays it again at the moment. */
    Optional<PayoutId> paidAgainBy() {
        return stage == Stage.REFUNDING
                ? refundedBy
                : request.filter(_ -> stage == Stage.REISSUED).map(ReissueRequested::newPayout);
    }

    /** Whether this payout is the one that pays it again. */
    boolean isTakenBy(PayoutId taker) {
        return paidAgainBy().filter(taker::equals).isPresent();
    }

    /** Whether its refund has paid it again, by another payout than the one that came back. */
    boolean isRefundedAgainBy(PayoutId taker) {
        return stage == Stage.REFUNDING && !payout.equals(taker);
    }

    boolean isAskedFor(PayoutId taker) {
        return request.map(ReissueRequested::newPayout).filter(taker::equals).isPresent();
    }
}
