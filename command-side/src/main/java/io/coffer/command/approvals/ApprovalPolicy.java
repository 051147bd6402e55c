package io.coffer.command.approvals;

import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.approvals.ApprovalCommand.MarkUsed;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalCommand.WithdrawApproval;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.api.promotions.CampaignCommand.RejectCampaign;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.receipts.VerdictCommand.RejectVerdict;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.splits.SplitCommand.RejectSplit;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;

/** What needs other people is put before them; what they agreed to is carried out word for word. */
final class ApprovalPolicy implements Policy {

    /** Where {@code domain.md} 1.14 says "always two people": the maker and one checker. */
    private static final int ONE_CHECKER = 1;

    static final String EXPIRED = "APPROVAL_EXPIRED";

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case ReleaseRequested e -> List.of(release(e));
            case UnfreezeRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofUnfreeze(e.account(), e.orderNo(), e.requestNo()),
                        new ApprovalSubject.Unfreeze(
                                e.account(), e.orderNo(), e.requestNo(), e.authority(), e.evidence()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case DeductionRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofDeduction(e.account(), e.deductionNo()),
                        new ApprovalSubject.Deduction(
                                e.account(), e.deductionNo(), e.orderNo(), e.amount(), e.courtAccount(), e.evidence()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case HoldbackSettlementRequested e -> List.of(settlement(e));
            case TerminationPlanAgreed e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofTermination(e.account(), e.planNo()),
                        new ApprovalSubject.Termination(e.account(), e.planNo(), e.legs()),
                        e.requestedBy(),
                        e.checkersRequired())));
            case ResumeRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofResumption(e.id(), e.stopNo(), e.requestNo()),
                        new ApprovalSubject.Resumption(e.id(), e.stopNo()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case PayoutResolutionRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofResolution(e.payout(), e.resolutionNo()),
                        new ApprovalSubject.Resolution(e.payout(), e.resolutionNo(), e.outcome(), e.evidence()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case AdvanceLimitRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofAdvanceLimit(e.account(), e.requestNo()),
                        new ApprovalSubject.AdvanceLimit(e.account(), e.requestNo(), e.limit()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case CampaignCreated e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofCampaign(e.campaign()),
                        new ApprovalSubject.Campaign(e.campaign(), e.terms()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case ReissueRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofReissue(e.account(), e.releaseNo(), e.reissueNo()),
                        new ApprovalSubject.Reissue(
                                e.account(), e.releaseNo(), e.oldPayout(), e.newPayout(), e.payee(), e.amount()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case PayeeChangeProposed e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofPayeeChange(e.account(), e.changeNo()),
                        new ApprovalSubject.PayeeChange(e.account(), e.changeNo(), e.payee(), e.verification()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case VerdictRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofReceipt(e.receipt(), e.verdictNo()),
                        new ApprovalSubject.OnReceipt(e.receipt(), e.verdictNo(), e.verdict()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case RefundRequested e
            when e.checkers() > 0 ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofRefund(e.refund()),
                        new ApprovalSubject.Refund(e.refund(), e.facts().amount()),
                        e.facts().requestedBy(),
                        e.checkers())));
            case RefundRerouteRequested e
            when e.checkers() > 0 ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofReroute(e.refund(), e.rerouteNo()),
                        new ApprovalSubject.Reroute(e.refund(), e.rerouteNo(), e.payee(), e.amount(), e.evidence()),
                        e.requestedBy(),
                        e.checkers())));
            case RefundResolutionRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofRefundResolution(e.refund(), e.resolutionNo()),
                        new ApprovalSubject.RefundResolution(e.refund(), e.resolutionNo(), e.finding(), e.evidence()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            case RefundResolutionRejected e ->
                List.of(Reaction.of(new WithdrawApproval(
                        ApprovalRequestId.ofRefundResolution(e.refund(), e.resolutionNo()), e.reason())));
            case SplitDefined e
            when e.checkers() > 0 ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofSplit(e.split()),
                        new ApprovalSubject.Split(e.split(), e.terms()),
                        e.requestedBy(),
                        e.checkers())));
            case SplitsResumptionRequested e ->
                List.of(Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofSplitsResumption(e.id(), e.stopNo(), e.requestNo()),
                        new ApprovalSubject.SplitsResumption(e.id(), e.stopNo()),
                        e.requestedBy(),
                        ONE_CHECKER)));
            // The target judges again, on what is true by then; if it refuses, the wish ends: an old agreement must not
            // come into force when a freeze ends later.
            case ApprovalCompleted e ->
                List.of(Reaction.of(e.subject().command(Optional.of(e.approval())))
                        .orElse(refusal -> ended(e.subject(), refusal.code())));
            case ApprovalDeclined e -> ended(e.subject(), e.reason());
            case ApprovalExpired e -> ended(e.subject(), EXPIRED);
            case ReleaseApproved e -> used(e.approvalId());
            case ReleaseReissued e -> used(e.approvalId());
            case PayeeChanged e -> used(e.approvalId());
            case FundsUnfrozen e -> used(e.approvalId());
            case FundsDeducted e -> used(e.approvalId());
            case HoldbackReleased e -> used(e.approvalId());
            case TerminationExecuted e -> used(e.approvalId());
            case PayoutsResumed e -> used(e.approvalId());
            case AdvanceLimitSet e -> used(e.approvalId());
            case CampaignApproved e -> used(e.approvalId());
            case BankReceiptReturning e -> used(e.approvalId());
            case BankReceiptCorrecting e -> used(e.approvalId());
            case BankReceiptCleared e -> used(e.approvalId());
            case BankReceiptReversed e -> used(e.approvalId());
            case PayoutSucceeded e -> used(e.approvalId());
            case PayoutFailed e -> used(e.approvalId());
            case RefundApproved e -> used(e.approvalId());
            // Nobody needs to look at what has ended; most of these were never asked about.
            case RefundRejected e -> pointless(ApprovalRequestId.ofRefund(e.refund()), e.reason());
            case RefundCancelled e -> pointless(ApprovalRequestId.ofRefund(e.refund()), e.reason());
            case SplitCancelled e -> pointless(ApprovalRequestId.ofSplit(e.split()), e.reason());
            case SplitApproved e -> used(e.approvalId());
            case SplitsResumed e -> used(e.approvalId());
            case RefundRerouteVerified e -> used(e.approvalId());
            case RefundResolved e -> used(e.approvalId());
            default -> List.of();
        };
    }

    private static List<Reaction> pointless(ApprovalRequestId request, String reason) {
        return List.of(Reaction.of(new WithdrawApproval(request, reason)).orNothing());
    }

    private static Reaction release(ReleaseRequested event) {
        var subject = new ApprovalSubject.Release(event.account(), event.releaseNo(), event.partyId(), event.amount());
        return event.checkersRequired() == 0
                ? Reaction.of(new ApproveRelease(
                                event.account(), event.releaseNo(), event.partyId(), event.amount(), Optional.empty()))
                        // Nobody else will decide on it: it must not wait for ever.
                        .orElse(refusal -> List.of(
                                Reaction.of(new RejectRelease(event.account(), event.releaseNo(), refusal.code()))
                                        .orNothing()))
                : Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofRelease(event.account(), event.releaseNo()),
                        subject,
                        event.requestedBy(),
                        event.checkersRequired()));
    }

    private static Reaction settlement(HoldbackSettlementRequested event) {
        var subject = new ApprovalSubject.HoldbackSettlement(event.account(), event.settlementNo(), event.legs());
        return event.checkersRequired() == 0
                ? Reaction.of(subject.command(Optional.empty()))
                        // Nobody else will decide on it: it must not wait for ever.
                        .orElse(refusal -> List.of(Reaction.of(new RejectHoldbackSettlement(
                                        event.account(), event.settlementNo(), refusal.code()))
                                .orNothing()))
                : Reaction.of(new ProposeApproval(
                        ApprovalRequestId.ofHoldback(event.account(), event.settlementNo()),
                        subject,
                        event.requestedBy(),
                        event.checkersRequired()));
    }

    /** Nobody agreed, or not in time, or in vain: what was waiting for it ends. Where nothing waits, it may be asked for again. */
    private static List<Reaction> ended(ApprovalSubject subject, String reason) {
        return switch (subject) {
            case ApprovalSubject.Release release ->
                List.of(Reaction.of(new RejectRelease(release.account(), release.releaseNo(), reason))
                        .orNothing());
            case ApprovalSubject.Reissue again ->
                List.of(Reaction.of(new RejectReissue(again.account(), again.releaseNo(), again.newPayout(), reason))
                        .orNothing());
            case ApprovalSubject.PayeeChange change ->
                List.of(Reaction.of(new RejectPayeeChange(change.account(), change.changeNo(), reason))
                        .orNothing());
            case ApprovalSubject.OnReceipt on ->
                List.of(Reaction.of(new RejectVerdict(on.receipt(), on.verdictNo(), reason))
                        .orNothing());
            case ApprovalSubject.HoldbackSettlement(var account, var settlementNo, var _) ->
                List.of(Reaction.of(new RejectHoldbackSettlement(account, settlementNo, reason))
                        .orNothing());
            case ApprovalSubject.Termination(var account, var planNo, var _) ->
                List.of(Reaction.of(new RejectTerminationPlan(account, planNo, reason))
                        .orNothing());
            case ApprovalSubject.Deduction deduction ->
                List.of(Reaction.of(new RejectDeduction(deduction.account(), deduction.deductionNo(), reason))
                        .orNothing());
            case ApprovalSubject.Refund(var refund, var _) ->
                List.of(Reaction.of(new RejectRefund(refund, reason)).orNothing());
            case ApprovalSubject.Reroute reroute ->
                List.of(Reaction.of(new RejectReroute(reroute.refund(), reroute.rerouteNo(), reason))
                        .orNothing());
            case ApprovalSubject.RefundResolution papers ->
                List.of(Reaction.of(new RejectRefundResolution(papers.refund(), papers.resolutionNo(), reason))
                        .orNothing());
            case ApprovalSubject.Split(var split, var _) ->
                List.of(Reaction.of(new RejectSplit(split, reason)).orNothing());
            case ApprovalSubject.Campaign(var campaign, var _) ->
                List.of(Reaction.of(new RejectCampaign(campaign, reason)).orNothing());
            case ApprovalSubject.Unfreeze _,
                    ApprovalSubject.Resumption _,
                    ApprovalSubject.SplitsResumption _,
                    ApprovalSubject.Resolution _,
                    ApprovalSubject.AdvanceLimit _ -> List.of();
        };
    }

    private static List<Reaction> used(Optional<String> approvalId) {
        return approvalId
                .map(ApprovalRequestId::new)
                .map(id -> List.of(Reaction.of(new MarkUsed(id))))
                .orElseGet(List::of);
    }
}
