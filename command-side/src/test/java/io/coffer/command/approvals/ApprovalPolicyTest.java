package io.coffer.command.approvals;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.ReleaseNotPending;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FreezeRejection.FreezeNotInForce;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalCommand.MarkUsed;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalCommand.WithdrawApproval;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountRejection.AdvanceLimitNotRequested;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutCommand.ResolvePayoutByEvidence;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutResolutionRequested;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSwitchCommand.ResumePayouts;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignCommand.ApproveCampaign;
import io.coffer.api.promotions.CampaignCommand.RejectCampaign;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.VerdictCommand.ExecuteVerdict;
import io.coffer.api.receipts.VerdictCommand.RejectVerdict;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.ApproveRefund;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RejectRefundResolution;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.ResolveRefund;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRejected;
import io.coffer.api.refunds.RefundEvent.RefundResolutionRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.splits.SplitCommand.ApproveSplit;
import io.coffer.api.splits.SplitCommand.RejectSplit;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchCommand.ResumeSplits;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import io.coffer.command.merchants.Shop;
import io.coffer.command.promotions.Promotion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The approvals policy")
class ApprovalPolicyTest {

    private static final Money AMOUNT = Money.yuan(100_000);
    private static final ApprovalRequestId REQUEST = ApprovalRequestId.ofRelease(ACCOUNT, "R-1");
    private static final PayoutId PAYOUT = PayoutId.ofRelease(ACCOUNT, "R-1");
    private static final PayoutSource FROM = new PayoutSource.EscrowRelease(ACCOUNT, "R-1");
    private static final PayoutOutcome REFUSED = new PayoutOutcome.Refused("CLOSED");
    private static final List<Evidence> PAPERS = List.of(Sale.DEED);
    private static final ApprovalSubject RELEASE = new ApprovalSubject.Release(ACCOUNT, "R-1", "S-1", AMOUNT);
    private static final SplitSwitchId SPLITS = new SplitSwitchId("SS:acme:M-1");
    private static final ApprovalSubject SPLITS_RESUMPTION = new ApprovalSubject.SplitsResumption(SPLITS, 1);
    private static final ApprovalSubject RESUMPTION = new ApprovalSubject.Resumption(PayoutSwitchId.all(), 1);
    private static final ApprovalSubject RESOLUTION = new ApprovalSubject.Resolution(PAYOUT, 1, REFUSED, PAPERS);
    private static final PayoutId AGAIN = PayoutId.ofReissue(ACCOUNT, "R-1", 2);
    private static final ApprovalSubject REISSUE =
            new ApprovalSubject.Reissue(ACCOUNT, "R-1", PAYOUT, AGAIN, Sale.SELLER, AMOUNT);
    private static final ApprovalSubject PAYEE_CHANGE =
            new ApprovalSubject.PayeeChange(ACCOUNT, 3, Sale.SELLER, PAPERS);
    private static final BankAccountRef COURT = Sale.SELLER.account();
    private static final ApprovalSubject UNFREEZE = new ApprovalSubject.Unfreeze(ACCOUNT, "F-1", 2, "B-1", PAPERS);
    private static final ApprovalSubject DEDUCTION =
            new ApprovalSubject.Deduction(ACCOUNT, "D-1", "F-1", AMOUNT, COURT, PAPERS);
    private static final Optional<String> USED = Optional.of(REQUEST.value());

    private final Wishes policy = new Wishes(new ApprovalPolicy());

    @Test
    void lets_a_small_release_go_by_its_conditions() {
        policy.on(new ReleaseRequested(ACCOUNT, "R-1", "S-1", AMOUNT, "erp", 0))
                .gives(new ApproveRelease(ACCOUNT, "R-1", "S-1", AMOUNT, Optional.empty()))
                .whenRefused(new PayeeNotBound("S-1"), new RejectRelease(ACCOUNT, "R-1", "PAYEE_NOT_BOUND"));
    }

    @Test
    void puts_a_larger_release_before_as_many_people_as_it_needs() {
        policy.on(new ReleaseRequested(ACCOUNT, "R-1", "S-1", AMOUNT, "erp", 2))
                .gives(new ProposeApproval(REQUEST, RELEASE, "erp", 2))
                .whenRefusedParks(new AlreadyExists(REQUEST.value()));
    }

    @Test
    void puts_a_resumption_and_a_resolution_before_a_second_person() {
        policy.on(new ResumeRequested(PayoutSwitchId.all(), 1, 2, "CHECKED", "olga"))
                .gives(new ProposeApproval(new ApprovalRequestId("AR:_:resume:PS:ALL:1:2"), RESUMPTION, "olga", 1));
        policy.on(new PayoutResolutionRequested(PAYOUT, 1, REFUSED, PAPERS, "olga"))
                .gives(new ProposeApproval(
                        new ApprovalRequestId("AR:_:resolve:PY:acme:C-1:R-1:1"), RESOLUTION, "olga", 1));
    }

    @Test
    void puts_a_resumption_of_splits_before_a_second_person() {
        policy.on(new SplitsResumptionRequested(SPLITS, 1, 2, "CHECKED", "olga"))
                .gives(new ProposeApproval(
                        new ApprovalRequestId("AR:_:splits:SS:acme:M-1:1:2"), SPLITS_RESUMPTION, "olga", 1));
        policy.on(completed(SPLITS_RESUMPTION))
                .gives(new ResumeSplits(SPLITS, 1, Optional.of(approval(SPLITS_RESUMPTION))));
        policy.on(new ApprovalExpired(REQUEST, SPLITS_RESUMPTION)).givesNothing();
        policy.on(new SplitsResumed(SPLITS, 1, USED)).gives(new MarkUsed(REQUEST));
    }

    @Test
    void puts_a_reissue_and_a_payee_change_before_a_second_person() {
        policy.on(new ReissueRequested(ACCOUNT, "R-1", 2, PAYOUT, AGAIN, Sale.SELLER, AMOUNT, "erp"))
                .gives(new ProposeApproval(new ApprovalRequestId("AR:acme:reissue:C-1:R-1:2"), REISSUE, "erp", 1));
        policy.on(new PayeeChangeProposed(ACCOUNT, 3, Sale.SELLER, PAPERS, "erp"))
                .gives(new ProposeApproval(new ApprovalRequestId("AR:acme:payee:C-1:3"), PAYEE_CHANGE, "erp", 1));
        policy.on(completed(REISSUE))
                .gives(new ReissueRelease(
                        ACCOUNT, "R-1", PAYOUT, AGAIN, Sale.SELLER, AMOUNT, Optional.of(approval(REISSUE))))
                .whenRefused(new PayeeNotBound("S-1"), new RejectReissue(ACCOUNT, "R-1", AGAIN, "PAYEE_NOT_BOUND"));
        policy.on(completed(PAYEE_CHANGE))
                .gives(new ApprovePayeeChange(ACCOUNT, 3, Sale.SELLER, PAPERS, Optional.of(approval(PAYEE_CHANGE))));
    }

    @Test
    void puts_the_limit_of_advances_before_a_second_person() {
        var limit = new ApprovalSubject.AdvanceLimit(Shop.B, 2, Shop.LIMIT);
        var id = ApprovalRequestId.ofAdvanceLimit(Shop.B, 2);

        policy.on(new AdvanceLimitRequested(Shop.B, 2, Shop.LIMIT, "olga"))
                .gives(new ProposeApproval(id, limit, "olga", 1));
        policy.on(completed(limit))
                .gives(new SetAdvanceLimit(Shop.B, 2, Shop.LIMIT, Optional.of(approval(limit))))
                .whenRefused(new AdvanceLimitNotRequested(2));
        policy.on(new ApprovalDeclined(id, limit, "carol", "NO")).givesNothing();
        policy.on(new AdvanceLimitSet(Shop.B, 2, Shop.LIMIT, Optional.of(id.value())))
                .gives(new MarkUsed(id));
    }

    @Test
    void puts_a_campaign_before_a_second_person() {
        var subject = new ApprovalSubject.Campaign(Promotion.CAMPAIGN, Promotion.TERMS);
        var id = ApprovalRequestId.ofCampaign(Promotion.CAMPAIGN);

        policy.on(Promotion.CREATED).gives(new ProposeApproval(id, subject, "olga", 1));
        policy.on(completed(subject))
                .gives(new ApproveCampaign(Promotion.CAMPAIGN, Promotion.TERMS, Optional.of(approval(subject))));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO")).gives(new RejectCampaign(Promotion.CAMPAIGN, "NO"));
        policy.on(Promotion.APPROVED).gives(new MarkUsed(id));
    }

    @Test
    void puts_a_split_before_as_many_people_as_it_needs() {
        var split = SplitId.of(ACCOUNT.tenant(), "SP-1");
        var payee = MerchantFeeAccountId.of(ACCOUNT.tenant(), "M-1");
        var terms = new SplitTerms(
                MerchantContractId.of(ACCOUNT.tenant(), "M-1", "C-1"),
                PaymentOrderId.of(ACCOUNT.tenant(), "O-1"),
                AMOUNT,
                List.of(new SplitLeg(payee, AMOUNT)),
                Money.ZERO);
        var subject = new ApprovalSubject.Split(split, terms);
        var id = ApprovalRequestId.ofSplit(split);

        policy.on(new SplitDefined(split, terms, "erp", 2)).gives(new ProposeApproval(id, subject, "erp", 2));
        policy.on(new SplitDefined(split, terms, "erp", 0)).givesNothing();
        policy.on(completed(subject))
                .gives(new ApproveSplit(split, terms, Optional.of(approval(subject))))
                .whenRefused(new AlreadyExists("X"), new RejectSplit(split, "ALREADY_EXISTS"));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO")).gives(new RejectSplit(split, "NO"));
        policy.on(new SplitApproved(split, terms.contract(), terms.order(), AMOUNT, Optional.of(id.value())))
                .gives(new MarkUsed(id));
    }

    @Test
    void puts_a_refund_before_a_second_person_when_it_needs_one() {
        var refund = RefundId.of(ACCOUNT.tenant(), "RF-1");
        var subject = new ApprovalSubject.Refund(refund, AMOUNT);
        var id = ApprovalRequestId.ofRefund(refund);

        policy.on(requested(refund, 1)).gives(new ProposeApproval(id, subject, "erp", 1));
        policy.on(requested(refund, 0)).givesNothing();
        policy.on(completed(subject))
                .gives(new ApproveRefund(refund, AMOUNT, Optional.of(approval(subject))))
                .whenRefused(new AlreadyExists("X"), new RejectRefund(refund, "ALREADY_EXISTS"));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO")).gives(new RejectRefund(refund, "NO"));
        policy.on(new RefundApproved(refund, from(refund), AMOUNT, Optional.of(id.value())))
                .gives(new MarkUsed(id));
    }

    @Test
    void puts_an_account_for_a_refund_before_a_second_person_unless_the_money_came_from_there() {
        var refund = RefundId.of(ACCOUNT.tenant(), "RF-1");
        var card = Sale.SELLER.account();
        var subject = new ApprovalSubject.Reroute(refund, 2, card, AMOUNT, PAPERS);
        var id = ApprovalRequestId.ofReroute(refund, 2);

        policy.on(new RefundRerouteRequested(refund, 2, card, AMOUNT, Money.ZERO, PAPERS, "erp", 1))
                .gives(new ProposeApproval(id, subject, "erp", 1));
        policy.on(new RefundRerouteRequested(refund, 2, card, AMOUNT, AMOUNT, List.of(), "policy:refunds", 0))
                .givesNothing();
        policy.on(completed(subject))
                .gives(new VerifyReroute(refund, 2, card, AMOUNT, PAPERS, Optional.of(approval(subject))))
                .whenRefused(new AlreadyExists("X"), new RejectReroute(refund, 2, "ALREADY_EXISTS"));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO")).gives(new RejectReroute(refund, 2, "NO"));
        policy.on(new RefundRerouteVerified(
                        refund, 2, card, AMOUNT, Sale.CUSTODY, Optional.of(id.value()), Optional.empty()))
                .gives(new MarkUsed(id));
    }

    @Test
    void puts_the_papers_of_a_refund_before_a_second_person_and_withdraws_them_when_the_channel_speaks() {
        var refund = RefundId.of(ACCOUNT.tenant(), "RF-1");
        var finding = new RefundFinding.WasNotPaid("NEVER_ARRIVED");
        var subject = new ApprovalSubject.RefundResolution(refund, 2, finding, PAPERS);
        var id = new ApprovalRequestId("AR:_:papers:RF:acme:RF-1:2");

        policy.on(new RefundResolutionRequested(refund, 2, finding, PAPERS, "LETTER_CAME", "olga"))
                .gives(new ProposeApproval(id, subject, "olga", 1));
        policy.on(completed(subject))
                .gives(new ResolveRefund(refund, 2, finding, PAPERS, Optional.of(approval(subject))))
                .whenRefused(new AlreadyExists("X"), new RejectRefundResolution(refund, 2, "ALREADY_EXISTS"));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO"))
                .gives(new RejectRefundResolution(refund, 2, "NO"))
                .whenRefused(new AlreadyExists("X"));
        policy.on(new RefundResolutionRejected(refund, 2, "CHANNEL_ANSWERED"))
                .gives(new WithdrawApproval(id, "CHANNEL_ANSWERED"));
        policy.on(new RefundResolved(refund, 2, finding, Optional.of(id.value())))
                .gives(new MarkUsed(id));
    }

    @Test
    void of_what_has_ended_is_taken_from_the_list() {
        var refund = RefundId.of(Sale.ACCOUNT.tenant(), "RF-9");
        var split = SplitId.of(Sale.ACCOUNT.tenant(), "SP-9");
        var asked = ApprovalRequestId.ofRefund(refund);

        policy.on(new RefundRejected(refund, from(refund), "WINDOW"))
                .gives(new WithdrawApproval(asked, "WINDOW"))
                .whenRefused(new NotFound("X"));
        policy.on(new RefundCancelled(
                        refund,
                        from(refund),
                        AMOUNT,
                        false,
                        Money.ZERO,
                        Optional.empty(),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()))
                .gives(new WithdrawApproval(asked, "NOT_WANTED"))
                .whenRefused(new NotFound("X"));
        policy.on(new SplitCancelled(split, from(refund).contract(), "NOT_WANTED"))
                .gives(new WithdrawApproval(ApprovalRequestId.ofSplit(split), "NOT_WANTED"))
                .whenRefused(new NotFound("X"));
    }

    private static RefundSource.ContractPayment from(RefundId refund) {
        var order = PaymentOrderId.of(refund.tenant(), "O-1");
        return new RefundSource.ContractPayment(MerchantContractId.of(refund.tenant(), "M-1", "C-1"), order);
    }

    private static RefundRequested requested(RefundId refund, int checkers) {
        var facts = new AdmittedRefund(
                RefundKind.ORIGINAL_ROUTE,
                AMOUNT,
                from(refund),
                new RefundRoute.Channel("WECHAT", "T-1"),
                Money.ZERO,
                Optional.of(Shop.B),
                Optional.of(FeeBearer.MERCHANT_B),
                Sale.CUSTODY,
                Optional.empty(),
                "NOT_WANTED",
                "erp",
                Optional.empty());
        return new RefundRequested(refund, Optional.of(from(refund).order()), "T-1", facts, checkers);
    }

    @Test
    void puts_a_verdict_on_a_receipt_before_a_second_person_and_frees_the_receipt_of_one_that_came_too_late() {
        var receipt = Sale.receipt("X1");
        var verdict = new ReceiptVerdict.NeverBooked(PAPERS);
        var subject = new ApprovalSubject.OnReceipt(receipt, 4, verdict);
        var id = ApprovalRequestId.ofReceipt(receipt, 4);

        policy.on(new VerdictRequested(receipt, 4, verdict, "olga")).gives(new ProposeApproval(id, subject, "olga", 1));
        policy.on(completed(subject))
                .gives(new ExecuteVerdict(receipt, 4, verdict, Optional.of(approval(subject))))
                .whenRefused(new ReceiptNotFree("ASSIGNED"), new RejectVerdict(receipt, 4, "RECEIPT_NOT_FREE"));
        policy.on(new ApprovalDeclined(id, subject, "carol", "NO")).gives(new RejectVerdict(receipt, 4, "NO"));
        policy.on(new BankReceiptCleared(receipt, 4, AMOUNT, Optional.of(id.value())))
                .gives(new MarkUsed(id));
    }

    @Test
    void ends_a_reissue_and_a_payee_change_that_nobody_let_go() {
        for (var ended : List.of(
                new ApprovalDeclined(REQUEST, REISSUE, "carol", "APPROVAL_EXPIRED"),
                new ApprovalExpired(REQUEST, REISSUE))) {
            policy.on(ended)
                    .gives(new RejectReissue(ACCOUNT, "R-1", AGAIN, "APPROVAL_EXPIRED"))
                    .whenRefused(new PayeeNotBound("S-1"));
        }
        policy.on(new ApprovalExpired(REQUEST, PAYEE_CHANGE))
                .gives(new RejectPayeeChange(ACCOUNT, 3, "APPROVAL_EXPIRED"))
                .whenRefused(new PayeeNotBound("S-1"));
    }

    @Test
    void carries_out_word_for_word_what_was_agreed_to() {
        policy.on(completed(RELEASE))
                .gives(new ApproveRelease(ACCOUNT, "R-1", "S-1", AMOUNT, Optional.of(approval(RELEASE))))
                .whenRefused(
                        new ExceedsReleasable(AMOUNT, Money.ZERO, AMOUNT),
                        new RejectRelease(ACCOUNT, "R-1", "EXCEEDS_RELEASABLE"));
        policy.on(completed(RESUMPTION))
                .gives(new ResumePayouts(PayoutSwitchId.all(), 1, Optional.of(approval(RESUMPTION))));
        policy.on(completed(RESOLUTION))
                .gives(new ResolvePayoutByEvidence(PAYOUT, REFUSED, PAPERS, 1, Optional.of(approval(RESOLUTION))));
    }

    @Test
    void puts_the_end_of_a_freeze_and_a_deduction_before_a_second_person() {
        var unfreeze = new ApprovalRequestId("AR:_:unfreeze:acme:C-1:F-1:2");
        var deduction = new ApprovalRequestId("AR:_:deduct:acme:C-1:D-1");
        policy.on(new UnfreezeRequested(ACCOUNT, "F-1", 2, "B-1", PAPERS, "olga"))
                .gives(new ProposeApproval(unfreeze, UNFREEZE, "olga", 1));
        policy.on(new DeductionRequested(ACCOUNT, "D-1", "F-1", AMOUNT, COURT, PAPERS, "olga"))
                .gives(new ProposeApproval(deduction, DEDUCTION, "olga", 1));
        policy.on(completed(UNFREEZE))
                .gives(new UnfreezeFunds(ACCOUNT, "F-1", 2, "B-1", PAPERS, Optional.of(approval(UNFREEZE))))
                .whenRefused(new FreezeNotInForce("F-1"));
        policy.on(completed(DEDUCTION))
                .gives(new DeductByCourtOrder(
                        ACCOUNT, "D-1", "F-1", AMOUNT, COURT, PAPERS, Optional.of(approval(DEDUCTION))))
                .whenRefused(new FreezeNotInForce("F-1"), new RejectDeduction(ACCOUNT, "D-1", "FREEZE_NOT_IN_FORCE"));
    }

    @Test
    void puts_the_division_of_a_balance_before_as_many_people_as_it_needs_and_ends_a_plan_that_nobody_let_go() {
        var legs = List.of(new TerminationLeg("L-1", Sale.SELLER, Sale.ONE_FEN, Money.ZERO, Optional.empty()));
        var request = ApprovalRequestId.ofTermination(Sale.ACCOUNT, 3);
        var subject = new ApprovalSubject.Termination(Sale.ACCOUNT, 3, legs);

        policy.on(new TerminationPlanAgreed(Sale.ACCOUNT, 3, legs, List.of(), "maker", 2))
                .gives(new ProposeApproval(request, subject, "maker", 2));
        policy.on(new ApprovalDeclined(request, subject, "carol", "DOUBTS"))
                .gives(new RejectTerminationPlan(Sale.ACCOUNT, 3, "DOUBTS"));
        policy.on(new TerminationExecuted(Sale.ACCOUNT, 3, legs, Sale.CUSTODY, Optional.of(request.value())))
                .gives(new MarkUsed(request));
    }

    @Test
    void ends_a_deduction_that_nobody_let_go() {
        policy.on(new ApprovalDeclined(REQUEST, DEDUCTION, "carol", "DOUBTS"))
                .gives(new RejectDeduction(ACCOUNT, "D-1", "DOUBTS"));
        policy.on(new ApprovalExpired(REQUEST, UNFREEZE)).givesNothing();
    }

    @Test
    void ends_a_declined_release_and_leaves_everything_else_as_it_is() {
        policy.on(new ApprovalDeclined(REQUEST, RELEASE, "carol", "DOUBTS"))
                .gives(new RejectRelease(ACCOUNT, "R-1", "DOUBTS"))
                .whenRefused(new ReleaseNotPending("R-1"));
        policy.on(new ApprovalDeclined(REQUEST, RESUMPTION, "carol", "DOUBTS")).givesNothing();
        policy.on(new ApprovalDeclined(REQUEST, RESOLUTION, "carol", "DOUBTS")).givesNothing();
    }

    @Test
    void ends_what_waited_for_an_approval_that_ran_out() {
        policy.on(new ApprovalExpired(REQUEST, RELEASE))
                .gives(new RejectRelease(ACCOUNT, "R-1", "APPROVAL_EXPIRED"))
                .whenRefused(new ReleaseNotPending("R-1"));
        policy.on(new ApprovalExpired(REQUEST, RESUMPTION)).givesNothing();
        policy.on(new ApprovalExpired(REQUEST, RESOLUTION)).givesNothing();
    }

    @Test
    void marks_an_approval_when_its_command_was_carried_out() {
        var day = LocalDate.of(2026, 11, 22);
        var mark = new MarkUsed(REQUEST);

        policy.on(released(USED)).gives(mark);
        policy.on(new PayoutsResumed(PayoutSwitchId.all(), 1, USED)).gives(mark);
        policy.on(new PayoutSucceeded(PAYOUT, FROM, AMOUNT, Sale.CUSTODY, "X", day, USED))
                .gives(mark);
        policy.on(new PayoutFailed(PAYOUT, FROM, AMOUNT, "CLOSED", USED)).gives(mark);
        policy.on(new ReleaseReissued(ACCOUNT, "R-1", PAYOUT, AGAIN, Sale.SELLER, AMOUNT, Sale.CUSTODY, USED))
                .gives(mark);
        policy.on(new PayeeChanged(ACCOUNT, 3, Sale.SELLER, NOON, USED)).gives(mark);
        policy.on(new FundsUnfrozen(ACCOUNT, "F-1", USED)).gives(mark);
        policy.on(new FundsDeducted(ACCOUNT, "D-1", "F-1", PAYOUT, COURT, AMOUNT, Money.ZERO, Sale.CUSTODY, USED))
                .gives(mark);
        policy.on(released(Optional.empty())).givesNothing();
        policy.on(new ApprovalUsed(REQUEST)).givesNothing();
    }

    private static ReleaseApproved released(Optional<String> approvalId) {
        return new ReleaseApproved(ACCOUNT, "R-1", PAYOUT, Sale.SELLER, AMOUNT, Sale.CUSTODY, approvalId);
    }

    private static ApprovalCompleted completed(ApprovalSubject subject) {
        return new ApprovalCompleted(REQUEST, subject, approval(subject));
    }

    private static Approval approval(ApprovalSubject subject) {
        return new Approval(REQUEST, subject.digest(), "olga", List.of("carol"), NOON);
    }
}
