package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.splits.SplitEvent;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In every second walk policies are behind; in every second pair of walks the channel says what it likes. */
@DisplayName("Any walk through payments and refunds of two merchants")
class ShopPropertiesTest {

    private static final int STEPS = 300;

    @Test
    void conserves_every_fen_and_gives_nothing_back_twice() {
        Walks.each(2_000, seed -> {
            var walk = new ShopWalk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
            }
            walk.assertConsistent();
        });
    }

    /** A walk that never gets anywhere proves nothing. */
    @Test
    void reaches_every_fact_every_stage_and_every_refusal() {
        var happened = new HashSet<Class<?>>();
        var stages = new TreeSet<String>();
        var refusals = new TreeSet<String>();
        for (var seed = 0L; seed < 600; seed++) {
            var walk = new ShopWalk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
            }
            happened.addAll(walk.world().happened());
            stages.addAll(walk.stages());
            refusals.addAll(walk.refusals());
        }
        assertThat(happened)
                .contains(ofOrders())
                .contains(SplitEvent.class.getPermittedSubclasses())
                .contains(
                        DiscountAttached.class,
                        CampaignEnded.class,
                        DiscountLocked.class,
                        DiscountUnlocked.class,
                        DiscountConsumed.class,
                        DiscountReturned.class,
                        DiscountReturnUndone.class,
                        PaymentCaptured.class,
                        PaymentReceived.class,
                        PaymentDeclined.class,
                        DuplicatePaymentDetected.class,
                        RefundDismissed.class,
                        RefundReinstated.class,
                        RefundCompleted.class,
                        ContractReservationEnded.class,
                        RefundFeeGranted.class,
                        FeeReservationEnded.class,
                        FeeAdvanced.class,
                        AdvanceRecovered.class,
                        MerchantBCredited.class,
                        ContractRefilled.class,
                        MerchantFundsAwaited.class,
                        MerchantReservationEnded.class,
                        MerchantReservationTaken.class);
        assertThat(stages)
                .contains(
                        "order OPEN",
                        "order PAID",
                        "order REFUSED",
                        "order EXPIRED",
                        "order CANCELLED",
                        "PENDING_APPROVAL",
                        "FUNDING_REQUIRED",
                        "RECOVERY_PENDING",
                        "split PENDING_APPROVAL",
                        "split EXECUTED",
                        "split BLOCKED",
                        "split CANCELLED",
                        "split REJECTED",
                        "FUNDED",
                        "SUBMITTING",
                        "PENDING",
                        "UNKNOWN",
                        "NOT_FOUND",
                        "FAILED_RETRYABLE",
                        "FAILED_INSTRUMENT",
                        "FAILED_FINAL",
                        "REROUTE_PENDING",
                        "REROUTE_REQUESTED",
                        "REROUTED",
                        "SUCCEEDED",
                        "CANCELLED",
                        "REJECTED",
                        "reversal FUNDING_REQUIRED",
                        "reversal FAILED_RETRYABLE",
                        "reversal SUCCEEDED",
                        "reversal CANCELLED");
        assertThat(refusals)
                .contains(
                        "DISCOUNT_NOT_POSSIBLE",
                        "REFUND_NOT_ADMITTED",
                        "REVERSAL_NOT_WHOLE",
                        "REVERSAL_AFTER_REFUND",
                        "REVERSAL_AFTER_SPLIT",
                        "REVERSAL_TOO_LATE",
                        "REVERSAL_NOT_OFFERED",
                        "REFUND_NUMBER_TAKEN",
                        "SPLIT_SUM_DIFFERS",
                        "SPLIT_NUMBER_TAKEN",
                        "PAYMENT_UNKNOWN",
                        "CAPTURE_CONTRADICTED",
                        "CAPTURED_AMOUNT_DIFFERS",
                        "REROUTE_HOLDER_DIFFERS",
                        "REROUTE_EVIDENCE_MISSING",
                        "REFUND_SUCCESS_CLAIMED",
                        "REFUND_PAPERS_OPEN",
                        "TOO_EARLY_FOR_PAPERS",
                        "NOT_IN_THIS_STATE");
    }

    /**
     * Only parts of terminated contracts are called back; the walk through sales gets there. And papers seldom dismiss the claim
     * of a cancelled refund: not every set of walks gets there, and rules and journeys are tested on it.
     */
    private static Class<?>[] ofOrders() {
        return Stream.of(RefundEvent.class.getPermittedSubclasses())
                .filter(type -> type != RefundRecallRequested.class && type != CancelledRefundClaimEnded.class)
                .toArray(Class<?>[]::new);
    }
}
