package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.BY_CHANNEL;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.FUNDED;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.approve;
import static io.coffer.command.refunds.ShopRefund.request;
import static io.coffer.command.refunds.ShopRefund.requested;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.RecordRecovered;
import io.coffer.api.refunds.RefundCommand.RecordRecoveryLeg;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundingRequired;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundRecovered;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryStarted;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryTold;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitRejection.ReturnNotPromised;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import io.coffer.command.merchants.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 900.00 yuan: 100 of the contract, 500 and 200 of two splits' payees, 100 of the merchant. */
@DisplayName("A refund of split money")
class RecoveryRulesTest {

    private static final SplitId ONE = SplitId.of(People.ACME, "SP-1");
    private static final SplitId TWO = SplitId.of(People.ACME, "SP-2");
    private static final MerchantFeeAccountId STORE = MerchantFeeAccountId.of(People.ACME, "M-2");
    private static final MerchantFeeAccountId OTHER = MerchantFeeAccountId.of(People.ACME, "M-3");
    private static final Money HUNDRED = Money.yuan(100);
    private static final RecoveryPlan PLAN = new RecoveryPlan(List.of(
            new RecoveryLeg.Contract(HUNDRED),
            new RecoveryLeg.Payee(ONE, STORE, Money.yuan(200)),
            new RecoveryLeg.Payee(ONE, OTHER, Money.yuan(250)),
            new RecoveryLeg.Payee(ONE, STORE, Money.yuan(50)),
            new RecoveryLeg.Payee(TWO, STORE, Money.yuan(200)),
            new RecoveryLeg.Merchant(HUNDRED)));
    private static final List<SplitLeg> OF_ONE =
            List.of(new SplitLeg(STORE, Money.yuan(250)), new SplitLeg(OTHER, Money.yuan(250)));
    private static final List<SplitLeg> OF_TWO = List.of(new SplitLeg(STORE, Money.yuan(200)));
    private static final AdmittedRefund FACTS = facts(PLAN);
    private static final RefundApproved APPROVED =
            new RefundApproved(REFUND, FROM, HUNDRED, Optional.of("AR:acme:refund:RF-1"));
    private static final RefundRecoveryStarted STARTED = new RefundRecoveryStarted(REFUND, PLAN);
    private static final RefundRecovered ONE_BACK = new RefundRecovered(REFUND, ONE, Money.yuan(500));
    private static final RefundRecovered TWO_BACK = new RefundRecovered(REFUND, TWO, Money.yuan(200));
    private static final RefundSourceReserved RESERVED =
            new RefundSourceReserved(REFUND, Shop.B, HUNDRED, Optional.of(Sale.CUSTODY));
    private static final RefundRecoveryEnded ENDED = new RefundRecoveryEnded(REFUND, PLAN, "NOT_WANTED");
    private static final CancelRefund CANCEL = new CancelRefund(REFUND, "NOT_WANTED");
    private static final RecordSourceReserved RECORD = new RecordSourceReserved(REFUND);

    @Test
    void waits_for_a_second_person_whatever_its_amount() {
        Scenario.of(new PureRefund()).when(request(FACTS), POLICY).records(requested(FACTS, 1));
    }

    @Test
    void asks_its_source_for_what_that_still_has() {
        waiting().when(approve(AMOUNT, "carol"), POLICY).records(APPROVED);
        waiting(APPROVED, new RefundFundingRequired(REFUND, Money.fen(1), Money.ZERO))
                .when(new RetryFunding(REFUND), BUSINESS)
                .records(
                        new RefundFundingRetried(REFUND, FROM, HUNDRED, Shop.B, Money.ZERO, Optional.of(Sale.CUSTODY)));
    }

    @Test
    void asks_payees_once_its_source_has_set_that_aside() {
        waiting(APPROVED).when(RECORD, POLICY).records(STARTED);
        waiting(APPROVED, new RefundFundingRequired(REFUND, Money.fen(1), Money.ZERO))
                .when(RECORD, POLICY)
                .records(STARTED);
        waiting(APPROVED, STARTED).when(RECORD, POLICY).changesNothing();
        waiting(APPROVED, STARTED, told(ONE, STORE, 5)).when(RECORD, POLICY).changesNothing();
    }

    @Test
    void of_which_payees_bear_nothing_goes_on_at_once() {
        var alone = facts(new RecoveryPlan(List.of(new RecoveryLeg.Merchant(AMOUNT))));

        Scenario.of(new PureRefund())
                .given(requested(alone, 1), new RefundApproved(REFUND, FROM, Money.ZERO, Optional.empty()))
                .when(RECORD, POLICY)
                .records(new RefundSourceReserved(REFUND, Shop.B, AMOUNT, Optional.of(Sale.CUSTODY)));
    }

    @Test
    void says_what_each_payee_lacks_and_what_it_has_by_then() {
        waiting(APPROVED, STARTED).when(tells(ONE, STORE, 5), POLICY).records(told(ONE, STORE, 5));
        waiting(APPROVED, STARTED, told(ONE, STORE, 5))
                .when(tells(ONE, STORE, 5), POLICY)
                .changesNothing();
        waiting(APPROVED, STARTED, told(ONE, STORE, 5))
                .when(tells(TWO, STORE, 5), POLICY)
                .records(told(TWO, STORE, 5));
        waiting(APPROVED, STARTED, told(ONE, STORE, 5))
                .when(tells(ONE, STORE, 0), POLICY)
                .records(told(ONE, STORE, 0));
        waiting(APPROVED).when(tells(ONE, STORE, 5), POLICY).changesNothing();
        waiting(APPROVED, STARTED, ONE_BACK).when(tells(ONE, STORE, 5), POLICY).changesNothing();
    }

    @Test
    void stands_where_a_payee_lacks_its_part() {
        var submit = new SubmitRefund(REFUND);
        var allowed = List.of("FUNDED", "NOT_FOUND", "FAILED_RETRYABLE");

        waiting(APPROVED, STARTED).when(submit, POLICY).isRefused(new NotInThisState("RECOVERING", allowed));
        waiting(APPROVED, STARTED, told(ONE, STORE, 5))
                .when(submit, POLICY)
                .isRefused(new NotInThisState("RECOVERY_PENDING", allowed));
        waiting(APPROVED, STARTED, told(ONE, STORE, 5), told(ONE, STORE, 0))
                .when(submit, POLICY)
                .isRefused(new NotInThisState("RECOVERING", allowed));
    }

    @Test
    void goes_on_when_all_splits_have_given_back() {
        waiting(APPROVED, STARTED).when(recovered(ONE), POLICY).records(ONE_BACK);
        waiting(APPROVED, STARTED, ONE_BACK).when(recovered(ONE), POLICY).changesNothing();
        waiting(APPROVED, STARTED, ONE_BACK).when(recovered(TWO), POLICY).records(TWO_BACK, RESERVED);
        waiting(APPROVED, STARTED, told(TWO, STORE, 5), told(TWO, STORE, 0), TWO_BACK)
                .when(recovered(ONE), POLICY)
                .records(ONE_BACK, RESERVED);
        waiting(APPROVED).when(recovered(ONE), POLICY).changesNothing();
    }

    /** As a fee is filled up: the merchant's own money, then own cash. */
    @Test
    void is_filled_up_by_its_merchant() {
        waiting(APPROVED, STARTED, ONE_BACK, TWO_BACK, RESERVED)
                .when(new FundRefundFee(REFUND, Money.yuan(60), Money.yuan(40)), POLICY)
                .records(
                        new RefundFeeFunded(
                                REFUND, RefundFeePayer.MERCHANT_B, Shop.B, FROM, Money.yuan(60), Sale.CUSTODY),
                        new RefundFeeFunded(
                                REFUND, RefundFeePayer.PLATFORM_ADVANCE, Shop.B, FROM, Money.yuan(40), Sale.CUSTODY),
                        FUNDED);
    }

    @Test
    void lets_payees_go_when_it_is_cancelled() {
        for (var since : List.of(
                List.<RefundEvent>of(),
                List.<RefundEvent>of(APPROVED),
                List.<RefundEvent>of(APPROVED, STARTED),
                List.<RefundEvent>of(APPROVED, STARTED, told(ONE, STORE, 5)),
                List.<RefundEvent>of(APPROVED, STARTED, ONE_BACK))) {
            waiting(since.toArray(RefundEvent[]::new)).when(CANCEL, BUSINESS).records(ENDED, cancelled());
        }
        waiting(APPROVED, STARTED, ONE_BACK, TWO_BACK, RESERVED)
                .when(CANCEL, BUSINESS)
                .records(cancelled());
    }

    @Test
    void lets_payees_go_when_it_is_rejected() {
        var ended = new RefundRecoveryEnded(REFUND, PLAN, "NO");

        waiting().when(new RejectRefund(REFUND, "NO"), POLICY).records(ended, new RefundRejected(REFUND, FROM, "NO"));
        waiting(APPROVED, STARTED)
                .when(new RejectRefund(REFUND, "NO"), POLICY)
                .isRefused(new NotInThisState("RECOVERING", List.of("PENDING_APPROVAL", "APPROVED")));
    }

    /** A split had promised nothing when people had agreed: the payees of the others have what they set aside again. */
    @Test
    void ends_by_its_policy_where_a_split_has_promised_nothing() {
        waiting(APPROVED, STARTED, told(ONE, STORE, 0))
                .when(new CancelRefund(REFUND, "RETURN_NOT_PROMISED"), POLICY)
                .records(
                        new RefundRecoveryEnded(REFUND, PLAN, "RETURN_NOT_PROMISED"), cancelled("RETURN_NOT_PROMISED"));
    }

    @Test
    void has_its_splits_promise_before_anybody_agrees() {
        var policy = new Wishes(new RecoveryPolicy());

        policy.on(requested(FACTS, 1))
                .gives(new PromiseReturn(ONE, REFUND, ORDER, OF_ONE), new PromiseReturn(TWO, REFUND, ORDER, OF_TWO))
                .whenRefused(new ReturnNotPromised(REFUND.value()), new RejectRefund(REFUND, "RETURN_NOT_PROMISED"));
        policy.on(requested(ShopRefund.FACTS, 0)).givesNothing();
    }

    @Test
    void asks_its_splits_and_hears_of_them() {
        var policy = new Wishes(new RecoveryPolicy());

        policy.on(STARTED)
                .gives(new ReturnSplit(ONE, REFUND), new ReturnSplit(TWO, REFUND))
                .whenRefused(new ReturnNotPromised(REFUND.value()), new CancelRefund(REFUND, "RETURN_NOT_PROMISED"))
                .whenRefused(new NotFound(ONE.value()), new CancelRefund(REFUND, "NOT_FOUND"));
        policy.on(new SplitReturnLegTold(ONE, REFUND, STORE, Money.fen(5))).gives(tells(ONE, STORE, 5));
        policy.on(new ContractRefilled(ShopRefund.CONTRACT, ORDER, ONE, REFUND, Money.yuan(500)))
                .gives(recovered(ONE));
        policy.on(ENDED)
                .gives(new CancelReturn(ONE, REFUND, "NOT_WANTED"), new CancelReturn(TWO, REFUND, "NOT_WANTED"))
                .whenRefused(new ReturnNotPromised(REFUND.value()));
        policy.on(APPROVED).givesNothing();
    }

    private static AdmittedRefund facts(RecoveryPlan plan) {
        return new AdmittedRefund(
                RefundKind.AFTER_RELEASE,
                AMOUNT,
                FROM,
                BY_CHANNEL,
                Money.ZERO,
                Optional.of(Shop.B),
                Optional.of(FeeBearer.MERCHANT_B),
                Sale.CUSTODY,
                Optional.of(PAYER),
                "NOT_WANTED",
                "acme-erp",
                Optional.empty(),
                Optional.empty(),
                Optional.of(plan));
    }

    private static Scenario waiting(RefundEvent... since) {
        return Scenario.of(new PureRefund()).given(requested(FACTS, 1)).given(since);
    }

    private static RefundCancelled cancelled() {
        return cancelled("NOT_WANTED");
    }

    private static RefundCancelled cancelled(String reason) {
        return new RefundCancelled(
                REFUND, FROM, AMOUNT, false, Money.ZERO, Optional.of(Shop.B), HUNDRED, reason, Optional.empty());
    }

    private static RecordRecoveryLeg tells(SplitId split, MerchantFeeAccountId payee, long gap) {
        return new RecordRecoveryLeg(REFUND, split, payee, Money.fen(gap));
    }

    private static RefundRecoveryTold told(SplitId split, MerchantFeeAccountId payee, long gap) {
        return new RefundRecoveryTold(REFUND, split, payee, Money.fen(gap));
    }

    private static RecordRecovered recovered(SplitId split) {
        return new RecordRecovered(REFUND, split);
    }
}
