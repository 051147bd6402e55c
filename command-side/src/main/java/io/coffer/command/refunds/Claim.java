package io.coffer.command.refunds;

import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundOutcome;
import java.util.Optional;

/**
 * A word of a channel that contradicts the one that was recorded.
 *
 * @param verdict what people found of it; until then it is open
 */
record Claim(RefundOutcome told, Optional<ClaimVerdict> verdict) {

    static Claim of(RefundOutcome told) {
        return new Claim(told, Optional.empty());
    }

    Claim found(ClaimVerdict what) {
        return new Claim(told, Optional.of(what));
    }

    boolean isOpen() {
        return verdict.isEmpty();
    }

    /** Whether it says that the payer has the money. */
    boolean isOfSuccess() {
        return told instanceof RefundOutcome.Done;
    }

    /** Whether by it the payer has the money, or may have it. */
    boolean maySucceed() {
        return isOfSuccess() && verdict.filter(ClaimVerdict.NOT_TRUE::equals).isEmpty();
    }

    /** A fee that comes with it makes no other word of it. */
    boolean isThe(RefundOutcome word) {
        return (word instanceof RefundOutcome.Done done && told instanceof RefundOutcome.Done known)
                ? known.channelRefundNo().equals(done.channelRefundNo())
                        && known.funds().equals(done.funds())
                : told.equals(word);
    }

    /** Whether that credit of the channel was found to be true. */
    boolean isBookedAs(String channelRefundNo) {
        return verdict.filter(ClaimVerdict.TRUE::equals).isPresent()
                && told instanceof RefundOutcome.Done done
                && done.channelRefundNo().equals(channelRefundNo);
    }
}
