package io.coffer.query.refunds;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund as people read it who are asked where the money is.
 *
 * @param outRefundNo the number of the business system, or of the part of a terminated contract
 * @param order whose payment goes back; absent for money of an escrow account
 * @param account whose terminated contract it belongs to, or which was paid too much
 * @param paymentNo the channel's number, or the receipt that goes back
 * @param amount what the payer gets
 * @param discount what of the refunded price its funder gets back instead
 * @param source in words: the one sub-ledger that it takes
 * @param channel by which it goes back, where it goes back to where it came from
 * @param waitsFor who must act now
 * @param expectedBy when a payer may expect it; only while the channel or the bank has it
 * @param reason why nobody knows what became of it, or why it ended without the payer
 * @param failureClass what the last refusal of the channel means; none where a bank refused
 * @param channelRefundNo the channel's number of it
 * @param settlementDate of the channel's settlement that it is netted from
 * @param coreNo the bank's debit that paid the channel for it
 * @param feeReturned what the channel gave back of its fee
 * @param feeAbove what it says that it gave besides, more than it can have kept; nothing was booked of it
 * @param resolution what waits for a second person to see its papers
 * @param settledByPapers whether people, and not the channel, said how it ended
 * @param recovery who bears which part, where the payment was split before
 * @param steps where it stood, in the order in which it first came there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundView(
        String id,
        String outRefundNo,
        @Nullable String order,
        @Nullable String account,
        String paymentNo,
        RefundState.Status state,
        RefundKind kind,
        Amount amount,
        @Nullable Amount discount,
        String wantedBecause,
        String requestedBy,
        String source,
        Route route,
        @Nullable String channel,
        WaitsFor waitsFor,
        @Nullable LocalDate expectedBy,
        @Nullable String reason,
        FundingView funding,
        int attempts,
        @Nullable RefundFailure failureClass,
        @Nullable String failureCode,
        @Nullable String channelRefundNo,
        @Nullable LocalDate settlementDate,
        @Nullable String coreNo,
        @Nullable Amount feeReturned,
        @Nullable Amount feeAbove,
        @Nullable String approvalId,
        @Nullable RerouteView reroute,
        List<RecoveryView> recovery,
        List<ContradictionView> contradictions,
        @Nullable ResolutionView resolution,
        boolean settledByPapers,
        List<RefundState.Step> steps,
        Instant changedAt,
        long position,
        long version) {

    /** The way by which it goes back. */
    @Schema(name = "RefundRouteKind")
    enum Route {
        CHANNEL,
        /** The channel makes the payment void. */
        REVERSAL,
        TRANSFER,
        REROUTE
    }

    /**
     * Out of what it is paid.
     *
     * @param ofSource what its source sets aside
     * @param feeGap what the source lacks because the channel kept its fee
     * @param feeBearer who bears that fee; nobody where no channel took one
     * @param own what the merchant's fee account filled up of the gap
     * @param advanced what own cash of the institution filled up of it
     * @param lacks what the source lacks while it waits for money
     * @param lacksFee what the merchant's fee account lacks while it waits for money
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefundFunding")
    record FundingView(
            Amount ofSource,
            Amount feeGap,
            @Nullable FeeBearer feeBearer,
            Amount own,
            Amount advanced,
            Amount lacks,
            Amount lacksFee,
            Amount taken) {}

    /** The last account that was named instead of the way back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefundReroute")
    record RerouteView(
            int number,
            RefundState.Reroute.Standing state,
            String payeeAccountToken,
            String payeeBankCode,
            BankAccountRef.AccountClass payeeAccountClass,
            @Nullable String payout) {

        static RerouteView of(RefundState.Reroute reroute) {
            return new RerouteView(
                    reroute.rerouteNo(),
                    reroute.state(),
                    reroute.payee().token(),
                    reroute.payee().bankCode(),
                    reroute.payee().accountClass(),
                    reroute.payout().map(PayoutId::value).orElse(null));
        }
    }

    /**
     * Who bears one part of a refund of money that was split before.
     *
     * @param split of which a payee gives back
     * @param bearer whose fee account gives it; the contract where it still has it
     * @param gap what the payee lacks of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefundRecovery")
    record RecoveryView(
            Bearer from,
            String bearer,
            @Nullable String split,
            Amount amount,
            RefundState.Recovery.Standing state,
            Amount gap) {

        /** Whose money it is. */
        @Schema(name = "RecoveryBearer")
        enum Bearer {
            CONTRACT,
            PAYEE,
            MERCHANT
        }
    }

    /**
     * Two things that the channel says of one refund: the payer may have the money twice.
     *
     * @param number by which people decide on it
     * @param standing what they found of the claim
     * @param shortage what own cash had to fill up, because the claim was true and somebody else had the money
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RefundContradiction")
    record ContradictionView(
            int number,
            String recorded,
            String claimed,
            Instant at,
            RefundState.Contradiction.Standing standing,
            @Nullable Amount shortage) {}

    /** What papers of the channel are said to prove, until a second person has seen them. */
    @Schema(name = "RefundResolution")
    record ResolutionView(int number, RefundFinding finding, String requestedBy, Instant at) {}
}
