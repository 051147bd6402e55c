package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ReleaseNumberTaken;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeRejection.DeductionNotPending;
import io.coffer.api.accounts.FreezeRejection.DeductionNotRestored;
import io.coffer.api.accounts.FreezeRejection.DeductionNumberTaken;
import io.coffer.api.accounts.FreezeRejection.ExceedsEffectiveFreeze;
import io.coffer.api.accounts.FreezeRejection.FreezeNotInForce;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A deduction")
class DeductionRulesTest {

    private static final Money MOST = Money.yuan(1_500_000);
    private static final Money REST = Money.yuan(500_000);
    private static final BankAccountRef COURT =
            new BankAccountRef("T-9", "307584007998", "H-9", BankAccountRef.AccountClass.CORPORATE);
    private static final String APPROVAL =
            ApprovalRequestId.ofDeduction(ACCOUNT, "D-1").value();

    @Test
    void is_at_most_what_its_own_order_holds() {
        queued().when(ask("F-1", MOST), OPERATOR).records(asked("F-1", MOST));
        queued().when(ask("F-2", REST), OPERATOR).records(asked("F-2", REST));
        queued().when(ask("F-2", REST.plus(ONE_FEN)), OPERATOR)
                .isRefused(new ExceedsEffectiveFreeze(REST.plus(ONE_FEN), REST, ONE_FEN));
    }

    @Test
    void of_a_later_order_grows_when_the_earlier_one_ends() {
        queued().given(new FreezeExpired(ACCOUNT, "F-1", NOON))
                .when(ask("F-2", MOST), OPERATOR)
                .records(asked("F-2", MOST));
    }

    @Test
    void needs_a_courts_order_in_force_and_its_paper() {
        queued().when(ask("F-9", ONE_FEN), OPERATOR).isRefused(new FreezeNotInForce("F-9"));
        queued().after(Duration.ofDays(365)).when(ask("F-1", ONE_FEN), OPERATOR).isRefused(new FreezeNotInForce("F-1"));
        scenario()
                .given(Sale.releasable())
                .given(frozen("F-1", FreezeKind.DISPUTE))
                .when(ask("F-1", ONE_FEN), OPERATOR)
                .isRefused(new FreezeNotInForce("F-1"));
        queued().when(new RequestDeduction(ACCOUNT, "D-1", "F-1", ONE_FEN, COURT, List.of()), OPERATOR)
                .isRefused(new EvidenceMissing("the court's demand D-1"));
        queued().when(ask("F-1", ONE_FEN), BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
    }

    @Test
    void has_a_number_that_no_release_has() {
        queued().given(asked("F-1", MOST)).when(ask("F-1", MOST), OPERATOR).isRefused(new DeductionNumberTaken("D-1"));
        queued().given(Sale.requested("D-1", ONE_FEN))
                .when(ask("F-1", MOST), OPERATOR)
                .isRefused(new DeductionNumberTaken("D-1"));
        queued().given(new FreezeExpired(ACCOUNT, "F-1", NOON), new FreezeExpired(ACCOUNT, "F-2", NOON))
                .given(asked("F-1", MOST))
                .when(new RequestRelease(ACCOUNT, "D-1", "S-1", ONE_FEN), BUSINESS)
                .isRefused(new ReleaseNumberTaken("D-1"));
    }

    @Test
    void takes_two_people() {
        var deduct = deduct("F-1", MOST);

        queued().given(asked("F-1", MOST)).when(deduct, POLICY).isRefused(new ApprovalMissing(1));
        queued().given(asked("F-1", MOST)).when(approved(deduct), POLICY).records(taken("F-1", MOST, Money.ZERO));
        queued().when(approved(deduct), POLICY).isRefused(new DeductionNotPending("D-1"));
        queued().given(asked("F-1", REST)).when(approved(deduct), POLICY).isRefused(new DeductionNotPending("D-1"));
        queued().given(asked("F-2", MOST)).when(approved(deduct), POLICY).isRefused(new DeductionNotPending("D-1"));
        queued().given(new DeductionRequested(
                        ACCOUNT, "D-1", "F-1", MOST, Sale.SELLER.account(), List.of(DEED), "olga"))
                .when(approved(deduct), POLICY)
                .isRefused(new DeductionNotPending("D-1"));
        queued().given(asked("F-1", MOST), taken("F-1", MOST, Money.ZERO))
                .when(approved(deduct), POLICY)
                .isRefused(new DeductionNotPending("D-1"));
    }

    @Test
    void ends_when_it_is_not_carried_out() {
        var end = new RejectDeduction(ACCOUNT, "D-1", "DOUBTS");
        var rejected = new DeductionRejected(ACCOUNT, "D-1", "DOUBTS");

        queued().given(asked("F-1", MOST)).when(end, POLICY).records(rejected);
        queued().given(asked("F-1", MOST), rejected).when(end, POLICY).changesNothing();
        queued().given(asked("F-1", MOST), rejected)
                .when(approved(deduct("F-1", MOST)), POLICY)
                .isRefused(new DeductionNotPending("D-1"));
        queued().when(end, POLICY).isRefused(new DeductionNotPending("D-1"));
        queued().given(asked("F-1", MOST), taken("F-1", MOST, Money.ZERO))
                .when(end, POLICY)
                .isRefused(new DeductionNotPending("D-1"));
    }

    @Test
    void is_judged_again_when_it_is_approved() {
        queued().given(asked("F-1", MOST), new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty()))
                .when(approved(deduct("F-1", MOST)), POLICY)
                .isRefused(new FreezeNotInForce("F-1"));
    }

    @Test
    void uses_its_order_up_and_gives_it_back_when_the_payout_fails() {
        var taken = queued().given(asked("F-1", MOST), taken("F-1", MOST, Money.ZERO));
        taken.when(askAgain("F-1", ONE_FEN), OPERATOR)
                .isRefused(new ExceedsEffectiveFreeze(ONE_FEN, Money.ZERO, ONE_FEN));
        taken.when(new FailRelease(ACCOUNT, "D-1", payout("D-1"), "CLOSED"), POLICY)
                .then()
                .when(askAgain("F-1", MOST), OPERATOR)
                .records(new DeductionRequested(ACCOUNT, "D-2", "F-1", MOST, COURT, List.of(DEED), "olga"));
    }

    @Test
    void is_mirrored_when_the_court_is_paid() {
        queued().given(asked("F-1", MOST), taken("F-1", MOST, Money.ZERO))
                .when(new ConfirmReleasePaid(ACCOUNT, "D-1", payout("D-1")), POLICY)
                .records(Sale.paid("D-1", MOST));
    }

    @Test
    void that_came_back_is_restored_and_its_order_holds_it_again() {
        var back = new ReleaseReturned(ACCOUNT, "D-1", payout("D-1"), "F-1", MOST);
        paid().when(new ConfirmReleaseReturned(ACCOUNT, "D-1", payout("D-1")), POLICY)
                .records(back);
        paid().given(back)
                .when(new RequestReissue(ACCOUNT, "D-1"), OPERATOR)
                .isRefused(new DeductionNotRestored("D-1"));
        paid().given(back)
                .when(askAgain("F-1", ONE_FEN), OPERATOR)
                .isRefused(new ExceedsEffectiveFreeze(ONE_FEN, Money.ZERO, ONE_FEN));
        paid().given(back)
                .when(new RestoreReturned(ACCOUNT, "D-1"), OPERATOR)
                .then()
                .when(askAgain("F-1", MOST), OPERATOR)
                .records(new DeductionRequested(ACCOUNT, "D-2", "F-1", MOST, COURT, List.of(DEED), "olga"));
    }

    /** The order is named like the seller: still the money is the court's. */
    @Test
    void that_came_back_to_a_closed_account_goes_to_its_court_again() {
        scenario()
                .given(Sale.releasable())
                .given(frozen("S-1", FreezeKind.JUDICIAL), asked("S-1", MOST), taken("S-1", MOST, Money.ZERO))
                .given(Sale.paid("D-1", MOST), new FreezeExpired(ACCOUNT, "S-1", NOON))
                .given(new AccountClosureRequested(ACCOUNT, Optional.empty()), new AccountClosed(ACCOUNT))
                .given(new ReleaseReturned(ACCOUNT, "D-1", payout("D-1"), "S-1", MOST))
                .when(new RequestReissue(ACCOUNT, "D-1"), OPERATOR)
                .records(new ReissueRequested(
                        ACCOUNT,
                        "D-1",
                        1,
                        payout("D-1"),
                        PayoutId.ofReissue(ACCOUNT, "D-1", 1),
                        new Payee("S-1", COURT),
                        MOST,
                        "olga"));
    }

    private static Scenario paid() {
        return queued().given(asked("F-1", MOST), taken("F-1", MOST, Money.ZERO), Sale.paid("D-1", MOST));
    }

    /** A court holds three quarters of the price, another one wants as much after it. */
    private static Scenario queued() {
        return scenario()
                .given(Sale.releasable())
                .given(frozen("F-1", FreezeKind.JUDICIAL), frozen("F-2", FreezeKind.JUDICIAL));
    }

    private static FundsFrozen frozen(String orderNo, FreezeKind kind) {
        return new FundsFrozen(
                ACCOUNT,
                new FreezeOrder(orderNo, kind, "COURT-7", Optional.of(MOST), Optional.empty()),
                Optional.of(NOON.plus(Duration.ofDays(365))),
                1,
                Money.ZERO,
                List.of(DEED),
                "olga");
    }

    private static RequestDeduction ask(String orderNo, Money amount) {
        return new RequestDeduction(ACCOUNT, "D-1", orderNo, amount, COURT, List.of(DEED));
    }

    private static RequestDeduction askAgain(String orderNo, Money amount) {
        return new RequestDeduction(ACCOUNT, "D-2", orderNo, amount, COURT, List.of(DEED));
    }

    private static DeductionRequested asked(String orderNo, Money amount) {
        return new DeductionRequested(ACCOUNT, "D-1", orderNo, amount, COURT, List.of(DEED), "olga");
    }

    private static DeductByCourtOrder deduct(String orderNo, Money amount) {
        return new DeductByCourtOrder(ACCOUNT, "D-1", orderNo, amount, COURT, List.of(DEED), Optional.empty());
    }

    private static DeductByCourtOrder approved(DeductByCourtOrder command) {
        var approval = new Approval(
                ApprovalRequestId.ofDeduction(ACCOUNT, "D-1"),
                command.digest(),
                "olga",
                List.of("carol"),
                NOON.plusSeconds(60));
        return new DeductByCourtOrder(
                ACCOUNT, "D-1", command.orderNo(), command.amount(), COURT, List.of(DEED), Optional.of(approval));
    }

    private static FundsDeducted taken(String orderNo, Money amount, Money fromHoldback) {
        return new FundsDeducted(
                ACCOUNT, "D-1", orderNo, payout("D-1"), COURT, amount, fromHoldback, CUSTODY, Optional.of(APPROVAL));
    }
}
