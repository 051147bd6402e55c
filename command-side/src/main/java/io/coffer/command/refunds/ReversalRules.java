package io.coffer.command.refunds;

import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome.Done;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.api.refunds.RefundRoute.Reversal;
import io.coffer.command.refunds.RefundState.Admitted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is different where a channel makes a payment void ({@code domain.md} 1.5, {@code CHANNEL_REVERSAL}): ADR 0018. */
final class ReversalRules {

    private ReversalRules() {}

    /**
     * A reversal that was definitely refused is over, whatever the refusal means, and what it took is its source's again. It
     * never goes on as a refund by itself: its number stands for this one call at the channel, and for at most one credit.
     */
    static List<RefundEvent> ended(Admitted state, RefundFailed failed) {
        return state.reversal().isPresent()
                ? List.of(failed, RefundRules.cancelled(state, failed.code()))
                : List.of(failed);
    }

    /**
     * A channel charges nothing for a payment that is void. So its whole fee comes back whether it says so or not; what it
     * gives less of it its settlement shows, and what it says besides is not booked.
     */
    static Optional<RefundFeeReturned> fee(Admitted state, Reversal reversal, Done done) {
        return fee(state, reversal, done, whole(state));
    }

    /**
     * Once a reversal was over, another refund may have brought the payment's fee back: then this one brings what the channel says
     * that it gave with it, and nothing by definition. No settlement pays what an invoice leaves out.
     */
    static Optional<RefundFeeReturned> feeTold(Admitted state, Reversal reversal, Done done) {
        return fee(
                state,
                reversal,
                done,
                isInvoiced(reversal) ? Money.ZERO : told(done).min(whole(state)));
    }

    private static Optional<RefundFeeReturned> fee(Admitted state, Reversal reversal, Done done, Money booked) {
        var facts = state.facts();
        var isInvoiced = isInvoiced(reversal);
        var above = isInvoiced ? told(done) : told(done).above(booked);
        if (state.talk().feeBack() || (booked.isZero() && above.isZero())) {
            return Optional.empty();
        }
        return facts.bearer()
                .filter(bearer -> bearer != FeeBearer.PAYER)
                .map(bearer -> new RefundFeeReturned(
                        state.refund(),
                        facts.feeAccount(),
                        bearer,
                        booked,
                        reversal.channel(),
                        date(reversal, done),
                        Optional.of(above).filter(more -> !more.isZero()),
                        isInvoiced ? Optional.of(PaymentWay.Settling.GROSS) : Optional.empty()));
    }

    private static Money whole(Admitted state) {
        return state.facts().feeBackMost().orElse(Money.ZERO);
    }

    private static Money told(Done done) {
        return done.fee().map(ReturnedFee::amount).orElse(Money.ZERO);
    }

    private static boolean isInvoiced(Reversal reversal) {
        return reversal.settling() == PaymentWay.Settling.GROSS;
    }

    /** With the settlement that the channel names, or that the payment is void in, or would have come with. */
    private static LocalDate date(Reversal reversal, Done done) {
        return done.fee()
                .map(ReturnedFee::settlementDate)
                .orElseGet(() ->
                        done.funds() instanceof RefundFunds.Netted(var _, var date) ? date : reversal.settlementDate());
    }
}
