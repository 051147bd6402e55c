package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.PAPERS;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RecallRefund;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundRerouted;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRejection.PayerHadRefund;
import io.coffer.api.refunds.RefundRejection.RerouteHolderDiffers;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The refund of a buyer's part of a terminated contract")
class LegRefundTest {

    private static final RefundId REFUND = RefundId.ofLeg(Sale.ACCOUNT, "Y-1");
    private static final String RECEIPT = Sale.receipt("X1").value();
    private static final Money AMOUNT = Money.yuan(550_000);
    private static final RefundSource PART = new RefundSource.EscrowLeg(Sale.ACCOUNT, "Y-1");
    private static final BankAccountRef CARD = ShopRefund.PAYER;
    private static final RefundRoute BACK = new RefundRoute.Transfer(CARD);
    private static final AdmittedRefund FACTS = new AdmittedRefund(
            RefundKind.CANCELLATION,
            AMOUNT,
            PART,
            BACK,
            Money.ZERO,
            Optional.empty(),
            Optional.empty(),
            Sale.CUSTODY,
            Optional.of(CARD),
            "CONTRACT_TERMINATED",
            Sale.ACCOUNT.value(),
            Optional.empty());

    private static final PayoutId FIRST = PayoutId.ofRefund(REFUND, 1);
    private static final PayoutId SECOND = PayoutId.ofRefund(REFUND, 2);
    private static final RefundTransferFailed REFUSED = new RefundTransferFailed(REFUND, FIRST, "ACCOUNT_CLOSED");
    private static final RefundTransferPaid PAID = new RefundTransferPaid(REFUND, Optional.empty(), FIRST);
    private static final RefundTransferRestored RETURNED = new RefundTransferRestored(REFUND, FIRST, AMOUNT);
    private static final RefundRerouteRequested ELSEWHERE = new RefundRerouteRequested(
            REFUND, 2, ShopRefund.OTHER_CARD, AMOUNT, Money.ZERO, PAPERS, BUSINESS.subject(), 1);
    private static final RefundRerouteVerified SEEN = new RefundRerouteVerified(
            REFUND, 2, ShopRefund.OTHER_CARD, AMOUNT, Sale.CUSTODY, Optional.empty(), Optional.empty());
    private static final CancelRefund CANCEL = new CancelRefund(REFUND, "NOT_WANTED");
    private static final RecallRefund RECALL = new RecallRefund(REFUND, FIRST, "F-1");
    private static final List<String> NO_PAYOUT_HAS_IT = List.of("REROUTE_PENDING", "REROUTE_REQUESTED");

    @Test
    void takes_what_its_plan_has_set_aside_and_goes_back_to_the_account_that_paid_without_anybody_else() {
        Scenario.of(new PureRefund())
                .when(new RequestRefund(REFUND, Optional.empty(), RECEIPT, FACTS, Money.ZERO), POLICY)
                .records(begun());
        out().when(new RequestRefund(REFUND, Optional.empty(), RECEIPT, FACTS, Money.ZERO), POLICY)
                .changesNothing();
    }

    @Test
    void that_a_closed_card_refused_goes_to_an_account_of_the_same_holder_that_a_second_person_verified() {
        out().when(new RecordTransferFailed(REFUND, FIRST, "ACCOUNT_CLOSED"), POLICY)
                .records(REFUSED);
        var stranger = new BankAccountRef("acct_q", "102", "name_x", BankAccountRef.AccountClass.PERSONAL);
        out(REFUSED)
                .when(new RequestReroute(REFUND, stranger, PAPERS), BUSINESS)
                .isRefused(new RerouteHolderDiffers(REFUND.value()));
        out(REFUSED)
                .when(new RequestReroute(REFUND, ShopRefund.OTHER_CARD, PAPERS), BUSINESS)
                .records(ELSEWHERE);
        out(REFUSED, ELSEWHERE)
                .when(verify(), POLICY)
                .records(new RefundRerouteVerified(
                        REFUND,
                        2,
                        ShopRefund.OTHER_CARD,
                        AMOUNT,
                        Sale.CUSTODY,
                        Optional.of("AR:acme:reroute:C-1:Y-1:2"),
                        Optional.empty()));
        out(REFUSED, ELSEWHERE, SEEN)
                .when(new RecordTransferPaid(REFUND, SECOND), POLICY)
                .records(new RefundTransferPaid(REFUND, Optional.empty(), SECOND));
    }

    /** "Also for a cancelled refund", says PR-207 of {@code domain.md}. */
    @Test
    void is_given_up_only_while_no_payout_has_it() {
        out(REFUSED).when(CANCEL, BUSINESS).records(cancelled("NOT_WANTED"));
        out(REFUSED, ELSEWHERE).when(CANCEL, OPERATOR).records(cancelled("NOT_WANTED"));
        out(REFUSED, cancelled("X")).when(CANCEL, BUSINESS).changesNothing();
        verified().when(CANCEL, BUSINESS).isRefused(new NotInThisState("REROUTE_VERIFIED", NO_PAYOUT_HAS_IT));
        out().when(CANCEL, BUSINESS).isRefused(new NotInThisState("REROUTED", NO_PAYOUT_HAS_IT));
        out(PAID).when(CANCEL, BUSINESS).isRefused(new NotInThisState("SUCCEEDED", NO_PAYOUT_HAS_IT));
        out(REFUSED, ELSEWHERE, SEEN)
                .when(CANCEL, BUSINESS)
                .isRefused(new NotInThisState("REROUTE_VERIFIED", NO_PAYOUT_HAS_IT));
    }

    /** The account may be closed by then, and no bucket could hold it. */
    @Test
    void that_its_payer_had_is_never_the_accounts_again() {
        out(PAID, RETURNED).when(CANCEL, BUSINESS).isRefused(new PayerHadRefund(REFUND.value()));
        out(PAID, RETURNED, ELSEWHERE).when(CANCEL, BUSINESS).isRefused(new PayerHadRefund(REFUND.value()));
        out(RETURNED).when(CANCEL, BUSINESS).isRefused(new PayerHadRefund(REFUND.value()));
        out(PAID, RETURNED).when(RECALL, POLICY).changesNothing();
        out(PAID, RETURNED, ELSEWHERE).when(RECALL, POLICY).changesNothing();
        out(PAID, RETURNED, ELSEWHERE, SEEN).when(RECALL, POLICY).changesNothing();
        out(PAID, RETURNED, ELSEWHERE, SEEN)
                .when(new RecallRefund(REFUND, SECOND, "F-1"), POLICY)
                .records(new RefundRecallRequested(REFUND, SECOND, "F-1"));
        out(PAID, RETURNED, ELSEWHERE, SEEN)
                .when(new RecordTransferFailed(REFUND, SECOND, PayoutFailed.RECALLED), POLICY)
                .records(new RefundTransferFailed(REFUND, SECOND, PayoutFailed.RECALLED));
        out(PAID, RETURNED)
                .when(new RequestReroute(REFUND, ShopRefund.OTHER_CARD, PAPERS), BUSINESS)
                .records(ELSEWHERE);
    }

    /** Money that comes back falls under open freezes first: its account is asked before a payout takes it. */
    @Test
    void that_came_back_goes_again_only_when_its_account_lets_it_go() {
        var seen = new RefundRerouteVerified(
                REFUND,
                2,
                ShopRefund.OTHER_CARD,
                AMOUNT,
                Sale.CUSTODY,
                Optional.of("AR:acme:reroute:C-1:Y-1:2"),
                Optional.of(Sale.ACCOUNT));
        out(PAID, RETURNED, ELSEWHERE).when(verify(), POLICY).records(seen);
        out(PAID, RETURNED, ELSEWHERE, seen)
                .when(new RecordTransferFailed(REFUND, SECOND, "RETURN_FROZEN"), POLICY)
                .records(new RefundTransferFailed(REFUND, SECOND, "RETURN_FROZEN"));
    }

    @Test
    void falls_under_a_freeze_where_nothing_has_it_and_is_called_back_where_a_payout_has() {
        out(REFUSED).when(RECALL, POLICY).records(cancelled(RefundCancelled.REFUSED_AND_RECALLED));
        out(REFUSED, ELSEWHERE).when(RECALL, POLICY).records(cancelled(RefundCancelled.REFUSED_AND_RECALLED));
        verified().when(RECALL, POLICY).records(new RefundRecallRequested(REFUND, FIRST, "F-1"));
        out().when(RECALL, POLICY).records(new RefundRecallRequested(REFUND, FIRST, "F-1"));
        out(REFUSED, ELSEWHERE, SEEN).when(RECALL, POLICY).records(new RefundRecallRequested(REFUND, SECOND, "F-1"));
        out(PAID).when(RECALL, POLICY).changesNothing();
        out(REFUSED, cancelled("X")).when(RECALL, POLICY).changesNothing();
        out(REFUSED).when(RECALL, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void that_was_called_back_in_time_is_the_accounts_at_once() {
        out().when(new RecordTransferFailed(REFUND, FIRST, PayoutFailed.RECALLED), POLICY)
                .records(
                        new RefundTransferFailed(REFUND, FIRST, PayoutFailed.RECALLED),
                        cancelled(PayoutFailed.RECALLED));
        out(REFUSED, ELSEWHERE, SEEN)
                .when(new RecordTransferFailed(REFUND, SECOND, PayoutFailed.RECALLED), POLICY)
                .records(
                        new RefundTransferFailed(REFUND, SECOND, PayoutFailed.RECALLED),
                        cancelled(RefundCancelled.REFUSED_AND_RECALLED));
    }

    /** T47 of {@code domain.md}: money that comes back falls under open freezes first. */
    @Test
    void that_was_called_back_too_late_is_the_accounts_when_the_bank_refuses_it() {
        out(new RefundRecallRequested(REFUND, FIRST, "F-1"))
                .when(new RecordTransferFailed(REFUND, FIRST, "ACCOUNT_CLOSED"), POLICY)
                .records(new RefundTransferFailed(REFUND, FIRST, "ACCOUNT_CLOSED"), cancelled("ACCOUNT_CLOSED"));
        out(new RefundRecallRequested(REFUND, FIRST, "F-1"))
                .when(new RecordTransferPaid(REFUND, FIRST), POLICY)
                .records(PAID);
    }

    @Test
    void is_the_only_one_that_a_freeze_calls_back() {
        ShopRefund.funded(ShopRefund.SUBMITTED, ShopRefund.FAILED_INSTRUMENT)
                .when(new RecallRefund(ShopRefund.REFUND, PayoutId.ofRefund(ShopRefund.REFUND, 1), "F-1"), POLICY)
                .changesNothing();
    }

    private static RefundEvent[] begun() {
        return new RefundEvent[] {
            new RefundRequested(REFUND, Optional.empty(), RECEIPT, FACTS, 0),
            new RefundApproved(REFUND, PART, AMOUNT, Optional.empty()),
            new RefundFunded(REFUND, PART, AMOUNT, BACK, Optional.empty()),
            new RefundRerouteRequested(REFUND, 1, CARD, AMOUNT, AMOUNT, List.of(), POLICY.subject(), 0),
            new RefundRerouteVerified(REFUND, 1, CARD, AMOUNT, Sale.CUSTODY, Optional.empty(), Optional.empty())
        };
    }

    private static Scenario verified() {
        return Scenario.of(new PureRefund()).given(begun());
    }

    private static Scenario out(RefundEvent... since) {
        return verified().given(new RefundRerouted(REFUND, FIRST)).given(since);
    }

    private static RefundCancelled cancelled(String reason) {
        return new RefundCancelled(
                REFUND, PART, AMOUNT, true, Money.ZERO, Optional.empty(), Money.ZERO, reason, Optional.empty());
    }

    private static VerifyReroute verify() {
        var plain = new VerifyReroute(REFUND, 2, ShopRefund.OTHER_CARD, AMOUNT, PAPERS, Optional.empty());
        var approval = new Approval(
                ApprovalRequestId.ofReroute(REFUND, 2),
                plain.digest(),
                BUSINESS.subject(),
                List.of("carol"),
                Scenario.NOON.plus(Duration.ofHours(24)));
        return new VerifyReroute(REFUND, 2, ShopRefund.OTHER_CARD, AMOUNT, PAPERS, Optional.of(approval));
    }
}
