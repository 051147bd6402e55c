package io.coffer.api.approvals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.ResolvePayoutByEvidence;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSwitchCommand.ResumePayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignCommand.ApproveCampaign;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.VerdictCommand.ExecuteVerdict;
import io.coffer.api.refunds.RefundCommand.ApproveRefund;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitCommand.ApproveSplit;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitSwitchCommand.ResumeSplits;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import java.util.List;
import java.util.Optional;

/** What is to be approved: all that the command says, so that people see it and a policy can carry it out word for word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ApprovalSubject.Release.class, name = "RELEASE"),
    @JsonSubTypes.Type(value = ApprovalSubject.Reissue.class, name = "REISSUE"),
    @JsonSubTypes.Type(value = ApprovalSubject.PayeeChange.class, name = "CHANGE_PAYEE"),
    @JsonSubTypes.Type(value = ApprovalSubject.Unfreeze.class, name = "UNFREEZE"),
    @JsonSubTypes.Type(value = ApprovalSubject.Deduction.class, name = "DEDUCT"),
    @JsonSubTypes.Type(value = ApprovalSubject.HoldbackSettlement.class, name = "SETTLE_HOLDBACK"),
    @JsonSubTypes.Type(value = ApprovalSubject.Termination.class, name = "EXECUTE_TERMINATION"),
    @JsonSubTypes.Type(value = ApprovalSubject.Resumption.class, name = "RESUME_PAYOUTS"),
    @JsonSubTypes.Type(value = ApprovalSubject.Resolution.class, name = "RESOLVE_PAYOUT"),
    @JsonSubTypes.Type(value = ApprovalSubject.OnReceipt.class, name = "DECIDE_ON_RECEIPT"),
    @JsonSubTypes.Type(value = ApprovalSubject.AdvanceLimit.class, name = "SET_ADVANCE_LIMIT"),
    @JsonSubTypes.Type(value = ApprovalSubject.Campaign.class, name = "APPROVE_CAMPAIGN"),
    @JsonSubTypes.Type(value = ApprovalSubject.Refund.class, name = "APPROVE_REFUND"),
    @JsonSubTypes.Type(value = ApprovalSubject.Reroute.class, name = "VERIFY_REROUTE"),
    @JsonSubTypes.Type(value = ApprovalSubject.RefundResolution.class, name = "RESOLVE_REFUND"),
    @JsonSubTypes.Type(value = ApprovalSubject.Split.class, name = "APPROVE_SPLIT"),
    @JsonSubTypes.Type(value = ApprovalSubject.SplitsResumption.class, name = "RESUME_SPLITS")
})
public sealed interface ApprovalSubject {

    /** The exact command, without or with its approval. */
    Command command(Optional<Approval> approval);

    /** The digest that binds an approval to the command. */
    CommandDigest digest();

    /** Money leaves an escrow account. */
    record Release(EscrowAccountId account, String releaseNo, String partyId, Money amount) implements ApprovalSubject {
        @Override
        public ApproveRelease command(Optional<Approval> approval) {
            return new ApproveRelease(account, releaseNo, partyId, amount, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** Money that came back is paid again. */
    record Reissue(
            EscrowAccountId account,
            String releaseNo,
            PayoutId oldPayout,
            PayoutId newPayout,
            Payee payee,
            Money amount)
            implements ApprovalSubject {
        @Override
        public ReissueRelease command(Optional<Approval> approval) {
            return new ReissueRelease(account, releaseNo, oldPayout, newPayout, payee, amount, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A party's money goes to another account. */
    record PayeeChange(EscrowAccountId account, int changeNo, Payee payee, List<Evidence> verification)
            implements ApprovalSubject {
        public PayeeChange {
            verification = List.copyOf(verification);
        }

        @Override
        public ApprovePayeeChange command(Optional<Approval> approval) {
            return new ApprovePayeeChange(account, changeNo, payee, verification, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A freeze ends before its time. */
    record Unfreeze(EscrowAccountId account, String orderNo, int requestNo, String authority, List<Evidence> evidence)
            implements ApprovalSubject {
        public Unfreeze {
            evidence = List.copyOf(evidence);
        }

        @Override
        public UnfreezeFunds command(Optional<Approval> approval) {
            return new UnfreezeFunds(account, orderNo, requestNo, authority, evidence, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A court takes money that its order holds. */
    record Deduction(
            EscrowAccountId account,
            String deductionNo,
            String orderNo,
            Money amount,
            BankAccountRef courtAccount,
            List<Evidence> evidence)
            implements ApprovalSubject {
        public Deduction {
            evidence = List.copyOf(evidence);
        }

        @Override
        public DeductByCourtOrder command(Optional<Approval> approval) {
            return new DeductByCourtOrder(account, deductionNo, orderNo, amount, courtAccount, evidence, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** The hold-back goes to those who may have it. */
    record HoldbackSettlement(EscrowAccountId account, int settlementNo, List<Leg> legs) implements ApprovalSubject {
        public HoldbackSettlement {
            legs = List.copyOf(legs);
        }

        @Override
        public SettleHoldback command(Optional<Approval> approval) {
            return new SettleHoldback(account, settlementNo, legs, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** The balance of a dissolved contract goes to those who agreed on it. */
    record Termination(EscrowAccountId account, int planNo, List<TerminationLeg> legs) implements ApprovalSubject {
        public Termination {
            legs = List.copyOf(legs);
        }

        @Override
        public ExecuteTermination command(Optional<Approval> approval) {
            return new ExecuteTermination(account, planNo, legs, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** Stopped payouts go again. */
    record Resumption(PayoutSwitchId id, int stopNo) implements ApprovalSubject {
        @Override
        public ResumePayouts command(Optional<Approval> approval) {
            return new ResumePayouts(id, stopNo, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** An unknown payout is settled by the bank's papers. */
    record Resolution(PayoutId payout, int resolutionNo, PayoutOutcome outcome, List<Evidence> evidence)
            implements ApprovalSubject {
        public Resolution {
            evidence = List.copyOf(evidence);
        }

        @Override
        public ResolvePayoutByEvidence command(Optional<Approval> approval) {
            return new ResolvePayoutByEvidence(payout, outcome, evidence, resolutionNo, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A receipt goes back, is taken back, or is booked otherwise. */
    record OnReceipt(BankReceiptId receipt, int verdictNo, ReceiptVerdict verdict) implements ApprovalSubject {
        @Override
        public ExecuteVerdict command(Optional<Approval> approval) {
            return new ExecuteVerdict(receipt, verdictNo, verdict, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** The institution's own cash may fill up a merchant's fees. */
    record AdvanceLimit(MerchantFeeAccountId account, int requestNo, Money limit) implements ApprovalSubject {
        @Override
        public SetAdvanceLimit command(Optional<Approval> approval) {
            return new SetAdvanceLimit(account, requestNo, limit, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A funder pays parts of prices. */
    record Campaign(CampaignId campaign, CampaignTerms terms) implements ApprovalSubject {
        @Override
        public ApproveCampaign command(Optional<Approval> approval) {
            return new ApproveCampaign(campaign, terms, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A payer gets money of a payment back. */
    record Refund(RefundId refund, Money amount) implements ApprovalSubject {
        @Override
        public ApproveRefund command(Optional<Approval> approval) {
            return new ApproveRefund(refund, amount, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** Papers prove what became of a refund. */
    record RefundResolution(RefundId refund, int resolutionNo, RefundFinding finding, List<Evidence> evidence)
            implements ApprovalSubject {
        public RefundResolution {
            evidence = List.copyOf(evidence);
        }

        @Override
        public ResolveRefund command(Optional<Approval> approval) {
            return new ResolveRefund(refund, resolutionNo, finding, evidence, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** A refund goes to an account that is said to be the payer's. */
    record Reroute(RefundId refund, int rerouteNo, BankAccountRef payee, Money amount, List<Evidence> evidence)
            implements ApprovalSubject {
        public Reroute {
            evidence = List.copyOf(evidence);
        }

        @Override
        public VerifyReroute command(Optional<Approval> approval) {
            return new VerifyReroute(refund, rerouteNo, payee, amount, evidence, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** Stopped splits of a merchant go again. */
    record SplitsResumption(SplitSwitchId id, int stopNo) implements ApprovalSubject {
        @Override
        public ResumeSplits command(Optional<Approval> approval) {
            return new ResumeSplits(id, stopNo, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }

    /** Money of a payment goes to its payees. */
    record Split(SplitId split, SplitTerms terms) implements ApprovalSubject {

        @Override
        public ApproveSplit command(Optional<Approval> approval) {
            return new ApproveSplit(split, terms, approval);
        }

        @Override
        public CommandDigest digest() {
            return command(Optional.empty()).digest();
        }
    }
}
