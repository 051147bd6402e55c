package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.APPROVED;
import static io.coffer.command.refunds.ShopRefund.BOUNCED;
import static io.coffer.command.refunds.ShopRefund.BY_CHANNEL;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.DONE;
import static io.coffer.command.refunds.ShopRefund.FACTS;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_INSTRUMENT;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.LARGE;
import static io.coffer.command.refunds.ShopRefund.NET;
import static io.coffer.command.refunds.ShopRefund.NETTED;
import static io.coffer.command.refunds.ShopRefund.NOT_FOUND;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.PENDING;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.REJECTED;
import static io.coffer.command.refunds.ShopRefund.REQUESTED;
import static io.coffer.command.refunds.ShopRefund.REROUTE;
import static io.coffer.command.refunds.ShopRefund.REROUTED;
import static io.coffer.command.refunds.ShopRefund.RESERVED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.TRANSFER;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.VERIFIED;
import static io.coffer.command.refunds.ShopRefund.admitted;
import static io.coffer.command.refunds.ShopRefund.approve;
import static io.coffer.command.refunds.ShopRefund.approved;
import static io.coffer.command.refunds.ShopRefund.facts;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.lacks;
import static io.coffer.command.refunds.ShopRefund.request;
import static io.coffer.command.refunds.ShopRefund.requested;
import static io.coffer.command.refunds.ShopRefund.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.ApproveRefund;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundRejection.RefundAmountDiffers;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund")
class RefundRulesTest {

    private static final Money THOUSAND = Money.yuan(1_000);
    private static final CancelRefund CANCEL = new CancelRefund(REFUND, "NOT_WANTED");
    private static final RejectRefund REJECT = new RejectRefund(REFUND, "NO");
    private static final List<String> BEFORE_THE_CALL_OR_AFTER_A_REFUSAL = List.of(
            "PENDING_APPROVAL",
            "APPROVED",
            "SOURCE_RESERVED",
            "FUNDING_REQUIRED",
            "RECOVERING",
            "RECOVERY_PENDING",
            "FUNDED",
            "FAILED_RETRYABLE",
            "FAILED_INSTRUMENT",
            "FAILED_FINAL",
            "REROUTE_PENDING");

    @Test
    void up_to_a_thousand_yuan_goes_on_without_other_people() {
        var facts = facts(THOUSAND, FROM, BY_CHANNEL, Money.ZERO);

        fresh().when(request(facts), POLICY).records(requested(facts, 0), approved(THOUSAND));
    }

    @Test
    void of_a_fen_more_waits_for_one_other_person() {
        fresh().when(request(LARGE), POLICY).records(requested(LARGE, 1));
    }

    @Test
    void to_another_account_waits_for_one_other_person_whatever_its_amount() {
        var facts = facts(Money.fen(1), FROM, new RefundRoute.Reroute(), Money.ZERO);

        fresh().when(request(facts), POLICY).records(requested(facts, 1));
    }

    @Test
    void asks_its_source_for_what_that_has() {
        fresh().when(request(NET), POLICY).records(requested(NET, 0), approved(AMOUNT.minus(GAP)));
    }

    @Test
    void begins_once_under_its_number() {
        var other = PaymentOrderId.of(ORDER.tenant(), "O-2");

        admitted(FACTS).when(request(FACTS), POLICY).changesNothing();
        admitted(FACTS)
                .when(new RequestRefund(REFUND, Optional.of(other), "T-1", FACTS, Money.ZERO), POLICY)
                .isRefused(new RefundNumberTaken(REFUND.value()));
        admitted(FACTS)
                .when(new RequestRefund(REFUND, Optional.of(ORDER), "T-2", FACTS, Money.ZERO), POLICY)
                .isRefused(new RefundNumberTaken(REFUND.value()));
    }

    @Test
    void goes_on_when_one_other_person_agreed_to_exactly_this() {
        var more = LARGE.amount().plus(Money.fen(1));

        large().when(approve(LARGE.amount(), "carol"), POLICY)
                .records(new RefundApproved(
                        REFUND,
                        FROM,
                        LARGE.amount(),
                        Optional.of(ApprovalRequestId.ofRefund(REFUND).value())));
        large().when(new ApproveRefund(REFUND, LARGE.amount(), Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        large().when(approve(LARGE.amount(), "acme-erp"), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("acme-erp")));
        large().when(approve(more, "carol"), POLICY).isRefused(new RefundAmountDiffers(LARGE.amount()));
        admitted(FACTS, APPROVED)
                .when(approve(AMOUNT, "carol"), POLICY)
                .isRefused(new NotInThisState("APPROVED", List.of("PENDING_APPROVAL")));
    }

    @Test
    void ends_when_people_do_not_agree_and_only_before_its_money_is_set_aside() {
        var allowed = List.of("PENDING_APPROVAL", "APPROVED");

        large().when(REJECT, POLICY).records(REJECTED);
        admitted(FACTS, APPROVED).when(REJECT, POLICY).records(REJECTED);
        admitted(FACTS, REJECTED).when(REJECT, POLICY).changesNothing();
        admitted(NET, APPROVED, RESERVED)
                .when(REJECT, POLICY)
                .isRefused(new NotInThisState("SOURCE_RESERVED", allowed));
        funded().when(REJECT, POLICY).isRefused(new NotInThisState("FUNDED", allowed));
    }

    @Test
    void is_cancelled_before_it_took_anything() {
        var nothing = new RefundCancelled(
                REFUND,
                FROM,
                AMOUNT,
                false,
                Money.ZERO,
                Optional.of(Shop.B),
                Money.ZERO,
                "NOT_WANTED",
                Optional.empty());
        var fee = new RefundCancelled(
                REFUND, FROM, AMOUNT, false, Money.ZERO, Optional.of(Shop.B), GAP, "NOT_WANTED", Optional.empty());

        admitted(FACTS).when(CANCEL, BUSINESS).records(nothing);
        admitted(FACTS, APPROVED).when(CANCEL, OPERATOR).records(nothing);
        admitted(FACTS, APPROVED, lacks(AMOUNT, Money.ZERO))
                .when(CANCEL, BUSINESS)
                .records(nothing);
        admitted(NET, APPROVED, new RefundSourceReserved(REFUND, Shop.B, GAP, Optional.of(Sale.CUSTODY)))
                .when(CANCEL, BUSINESS)
                .records(fee);
    }

    /** T50 of {@code domain.md}: funded, not submitted, cancelled; the owner's reservation ends by the policy. */
    @Test
    void gives_its_money_back_to_its_source_when_it_is_cancelled() {
        funded().when(CANCEL, BUSINESS).records(CANCELLED);
        funded(SUBMITTED, FAILED_RETRYABLE).when(CANCEL, BUSINESS).records(CANCELLED);
        funded(SUBMITTED, FAILED_INSTRUMENT).when(CANCEL, BUSINESS).records(CANCELLED);
        funded(SUBMITTED, FAILED_FINAL).when(CANCEL, BUSINESS).records(CANCELLED);
        funded(CANCELLED).when(CANCEL, BUSINESS).changesNothing();
    }

    @Test
    void that_waits_for_an_account_from_the_beginning_is_cancelled_until_one_is_named() {
        var route = new RefundRoute.Reroute();
        var facts = facts(AMOUNT, FROM, route, Money.ZERO);
        var history =
                new RefundEvent[] {APPROVED, RESERVED, new RefundFunded(REFUND, FROM, AMOUNT, route, Optional.empty())};

        admitted(facts, history).when(CANCEL, BUSINESS).records(CANCELLED);
        admitted(facts, history).given(REROUTE).when(CANCEL, BUSINESS).isRefused(notCancellable("REROUTE_REQUESTED"));
    }

    /** R6, part by part: the second 500.01 beside 500.00 of the same payment is more than one person may give back. */
    @Test
    void needs_a_second_person_when_it_and_its_neighbours_are_more_than_one_may_give_back() {
        var part = ShopRefund.facts(Money.yuan(500), FROM, new RefundRoute.Channel("WECHAT", "T-1"), Money.ZERO);

        assertThat(checkersOf(part, Money.yuan(500))).isZero();
        assertThat(checkersOf(part, Money.fen(50_001))).isOne();
    }

    private static int checkersOf(AdmittedRefund facts, Money alone) {
        var asked = new RequestRefund(REFUND, Optional.of(ORDER), "T-1", facts, alone);
        var decision = RefundRules.decide(RefundState.initial(), asked, new Given(POLICY, NOON), PureRefund.TIMES);
        if (decision instanceof Decision.Accepted<RefundEvent>(var events)
                && events.getFirst() instanceof RefundRequested requested) {
            return requested.checkers();
        }
        throw new AssertionError(decision);
    }

    @Test
    void tells_what_it_had_added_of_the_fee_when_it_is_cancelled() {
        admitted(
                        NET,
                        APPROVED,
                        new RefundSourceReserved(REFUND, Shop.B, GAP, Optional.of(Sale.CUSTODY)),
                        new RefundFeeFunded(REFUND, RefundFeePayer.MERCHANT_B, Shop.B, FROM, GAP, Sale.CUSTODY),
                        new RefundFunded(REFUND, FROM, AMOUNT, BY_CHANNEL, Optional.empty()))
                .when(CANCEL, BUSINESS)
                .records(new RefundCancelled(
                        REFUND,
                        FROM,
                        AMOUNT,
                        true,
                        GAP,
                        Optional.of(Shop.B),
                        Money.ZERO,
                        "NOT_WANTED",
                        Optional.empty()));
    }

    @Test
    void is_not_cancelled_while_the_channel_may_be_at_it_nor_when_the_money_is_on_its_way() {
        funded(SUBMITTED).when(CANCEL, BUSINESS).isRefused(notCancellable("SUBMITTING"));
        funded(SUBMITTED, PENDING).when(CANCEL, BUSINESS).isRefused(notCancellable("PENDING"));
        funded(SUBMITTED, UNKNOWN).when(CANCEL, BUSINESS).isRefused(notCancellable("UNKNOWN"));
        funded(SUBMITTED, UNKNOWN, NOT_FOUND).when(CANCEL, BUSINESS).isRefused(notCancellable("NOT_FOUND"));
        funded(SUBMITTED, SUCCEEDED).when(CANCEL, BUSINESS).isRefused(notCancellable("SUCCEEDED"));
        funded(SUBMITTED, SUCCEEDED, BOUNCED).when(CANCEL, BUSINESS).isRefused(notCancellable("REROUTE_PENDING"));
        funded(SUBMITTED, FAILED_FINAL, REROUTE, VERIFIED)
                .when(CANCEL, BUSINESS)
                .isRefused(notCancellable("REROUTE_VERIFIED"));
        funded(SUBMITTED, FAILED_FINAL, REROUTE, VERIFIED, REROUTED)
                .when(CANCEL, BUSINESS)
                .isRefused(notCancellable("REROUTED"));
        admitted(FACTS, REJECTED).when(CANCEL, BUSINESS).isRefused(notCancellable("REJECTED"));
    }

    @Test
    void does_not_exist_before_it_was_requested_nor_for_another_tenant() {
        var notFound = new NotFound(REFUND.value());

        for (RefundCommand command : List.of(CANCEL, new RetryFunding(REFUND), new SubmitRefund(REFUND), says(DONE))) {
            fresh().when(command, POLICY).isRefused(notFound);
            funded().when(command, STRANGER).isRefused(notFound);
        }
        fresh().when(request(FACTS), STRANGER).isRefused(notFound);
    }

    @Test
    void is_moved_by_policies_told_by_channels_and_wanted_by_business_and_operators() {
        var policy = Set.of(Role.POLICY);
        for (RefundCommand command : List.of(
                REJECT,
                new RecordSourceReserved(REFUND),
                new RequireFunding(REFUND, AMOUNT, Money.ZERO),
                new FundRefundFee(REFUND, GAP, Money.ZERO),
                new SubmitRefund(REFUND),
                new RecordPending(REFUND),
                new MarkRefundUnknown(REFUND, "X"),
                new RecordRefundNotFound(REFUND),
                new RejectReroute(REFUND, 1, "NO"),
                new RecordRerouted(REFUND, TRANSFER),
                new RecordTransferPaid(REFUND, TRANSFER),
                new RecordTransferFailed(REFUND, TRANSFER, "X"),
                new RestoreTransfer(REFUND, TRANSFER, AMOUNT),
                request(FACTS))) {
            funded().when(command, OPERATOR).isRefused(new NotPermitted(policy));
        }
        fresh().when(request(FACTS), BUSINESS).isRefused(new NotPermitted(policy));
        for (RefundCommand command : List.of(says(DONE), new BounceRefund(REFUND, "WR-1", NETTED))) {
            funded().when(command, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER, Role.POLICY)));
        }
        funded().when(CANCEL, BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR, Role.POLICY)));
        for (RefundCommand command :
                List.of(new RetryFunding(REFUND), new RequestReroute(REFUND, OTHER_CARD, PAPERS))) {
            funded().when(command, BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR)));
        }
        for (RefundCommand command : List.of(
                new ApproveRefund(REFUND, AMOUNT, Optional.empty()),
                new VerifyReroute(REFUND, 1, OTHER_CARD, AMOUNT, PAPERS, Optional.empty()))) {
            funded().when(command, AUDITOR).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
        }
    }

    @Test
    void knows_no_history_that_begins_in_the_middle_or_twice() {
        assertThatThrownBy(() -> fresh().given(ShopRefund.FUNDED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fresh().given(REQUESTED, REQUESTED)).isInstanceOf(IllegalStateException.class);
    }

    private static NotInThisState notCancellable(String state) {
        return new NotInThisState(state, BEFORE_THE_CALL_OR_AFTER_A_REFUSAL);
    }

    private static Scenario fresh() {
        return Scenario.of(new PureRefund());
    }

    private static Scenario large() {
        return fresh().given(requested(LARGE, 1));
    }
}
