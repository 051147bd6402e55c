package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.SELLER;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.paid;
import static io.coffer.command.accounts.Sale.payee;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.EscrowRejection.PayeeNotEffective;
import io.coffer.api.accounts.EscrowRejection.ReissuesExhausted;
import io.coffer.api.accounts.EscrowRejection.ReturnNotUndecided;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueFailed;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.ReturnEvent.ReissueRejected;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalExpired;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money that came back")
class ReturnRulesTest {

    private static final PayoutId FIRST = payout("R-1");
    private static final PayoutId AGAIN = PayoutId.ofReissue(ACCOUNT, "R-1", 1);
    private static final PayoutId THIRD = PayoutId.ofReissue(ACCOUNT, "R-1", 2);
    private static final Payee NEW_CARD = payee("T-2");
    private static final Money HALF = Money.yuan(1_000_000);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    private static final ApprovalRequestId APPROVAL = ApprovalRequestId.ofReissue(ACCOUNT, "R-1", 1);

    private static final ConfirmReleaseReturned RETURN = new ConfirmReleaseReturned(ACCOUNT, "R-1", FIRST);
    private static final RequestReissue WISH = new RequestReissue(ACCOUNT, "R-1");
    private static final RestoreReturned RESTORE = new RestoreReturned(ACCOUNT, "R-1");
    private static final RejectReissue NO = new RejectReissue(ACCOUNT, "R-1", AGAIN, "DOUBTS");
    private static final ConfirmReissuePaid PAID_AGAIN = new ConfirmReissuePaid(ACCOUNT, "R-1", AGAIN);
    private static final FailReissue FAILED_AGAIN = new FailReissue(ACCOUNT, "R-1", AGAIN, "CLOSED");

    private static final ReleaseReturned RETURNED = new ReleaseReturned(ACCOUNT, "R-1", FIRST, "S-1", PRICE);
    private static final ReissueRequested WISHED = wished(1, FIRST, AGAIN, SELLER);
    private static final ReissueRejected REJECTED = new ReissueRejected(ACCOUNT, "R-1", AGAIN, "DOUBTS");
    private static final ReleaseReissued REISSUED = reissued(SELLER);
    private static final ReissuePaid REPAID = new ReissuePaid(ACCOUNT, "R-1", AGAIN, PRICE);
    private static final ReissueFailed REFUSED = new ReissueFailed(ACCOUNT, "R-1", AGAIN, PRICE, "CLOSED");
    private static final ReturnedMoneyRestored RESTORED = new ReturnedMoneyRestored(ACCOUNT, "R-1", FIRST, PRICE);

    @Test
    void is_noted_once_for_the_payout_that_was_paid() {
        paidOut().when(RETURN, POLICY).records(RETURNED);
        returned().when(RETURN, POLICY).changesNothing();
        paidOut()
                .when(new ConfirmReleaseReturned(ACCOUNT, "R-1", AGAIN), POLICY)
                .isRefused(new NotTheTaker("R-1", AGAIN.value()));
        paidOut()
                .when(new ConfirmReleaseReturned(ACCOUNT, "R-2", FIRST), POLICY)
                .isRefused(new NotTheTaker("R-2", FIRST.value()));
        scenario()
                .given(releasable())
                .given(requested("R-1", PRICE), approved("R-1", PRICE))
                .when(RETURN, POLICY)
                .isRefused(new NotTheTaker("R-1", FIRST.value()));
    }

    @Test
    void opens_a_completed_account_again_and_blocks_its_closure() {
        returned()
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(List.of(
                        new ClosureBlocker(ClosureBlocker.Kind.NOT_COMPLETED, "RELEASING", Money.ZERO),
                        new ClosureBlocker(ClosureBlocker.Kind.RETURN_UNDECIDED, "R-1", PRICE))));
        reissuing()
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(List.of(
                        new ClosureBlocker(ClosureBlocker.Kind.NOT_COMPLETED, "RELEASING", Money.ZERO),
                        new ClosureBlocker(ClosureBlocker.Kind.PAYOUT_IN_TRANSIT, "R-1", PRICE))));
        reissuing()
                .given(REPAID)
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void is_paid_again_under_a_number_of_its_own() {
        returned().when(WISH, BUSINESS).records(WISHED);
        returned()
                .when(WISH, OPERATOR)
                .records(new ReissueRequested(ACCOUNT, "R-1", 1, FIRST, AGAIN, SELLER, PRICE, OPERATOR.subject()));
        wished().when(approvedReissue(SELLER), POLICY).records(REISSUED);
        reissuing().when(PAID_AGAIN, POLICY).records(REPAID);
        reissuing().given(REPAID).when(PAID_AGAIN, POLICY).changesNothing();
    }

    @Test
    void is_paid_again_by_two_people_only_and_word_for_word() {
        wished().when(reissue(SELLER, Optional.empty()), BUSINESS).isRefused(new ApprovalMissing(1));
        var ofAnother = new Approval(
                APPROVAL, reissue(NEW_CARD, Optional.empty()).digest(), "acme-erp", List.of("carol"), TOMORROW);
        wished().when(reissue(SELLER, Optional.of(ofAnother)), BUSINESS).isRefused(new DigestDiffers(APPROVAL.value()));
        wished().after(Duration.ofHours(24).minusNanos(1))
                .when(approvedReissue(SELLER), POLICY)
                .records(REISSUED);
        wished().after(Duration.ofHours(24))
                .when(approvedReissue(SELLER), POLICY)
                .isRefused(new ApprovalExpired(TOMORROW));
    }

    /** T15 of {@code domain.md}. */
    @Test
    void goes_to_a_new_card_only_from_the_moment_on_that_the_change_is_effective() {
        var changed = new PayeeChanged(ACCOUNT, 1, NEW_CARD, TOMORROW, Optional.empty());

        returned()
                .given(changed)
                .after(Duration.ofHours(24).minusNanos(1))
                .when(WISH, BUSINESS)
                .isRefused(new PayeeNotEffective("S-1", TOMORROW));
        returned()
                .given(changed)
                .after(Duration.ofHours(24))
                .when(WISH, BUSINESS)
                .records(wished(1, FIRST, AGAIN, NEW_CARD));
    }

    @Test
    void does_not_follow_an_approval_of_the_old_card() {
        var changed = new PayeeChanged(ACCOUNT, 1, NEW_CARD, NOON, Optional.empty());

        wished().given(changed).when(approvedReissue(SELLER), POLICY).isRefused(new PayeeDiffers("R-1", "S-1"));
        wished().given(new PayeeChanged(ACCOUNT, 1, NEW_CARD, TOMORROW, Optional.empty()))
                .when(approvedReissue(SELLER), POLICY)
                .isRefused(new PayeeNotEffective("S-1", TOMORROW));
    }

    @Test
    void is_promised_to_one_taker_at_a_time() {
        wished().when(WISH, BUSINESS).isRefused(undecided("REISSUE_REQUESTED"));
        wished().when(RESTORE, BUSINESS).isRefused(undecided("REISSUE_REQUESTED"));
        reissuing().when(WISH, BUSINESS).isRefused(undecided("REISSUED"));
        reissuing().when(RESTORE, BUSINESS).isRefused(undecided("REISSUED"));
        reissuing().when(approvedReissue(SELLER), POLICY).isRefused(undecided("REISSUED"));
        reissuing().given(REPAID).when(WISH, BUSINESS).isRefused(undecided("PAID_AGAIN"));
        returned().given(RESTORED).when(WISH, BUSINESS).isRefused(undecided("RESTORED"));
        paidOut().when(WISH, BUSINESS).isRefused(undecided("NOT_RETURNED"));
        paidOut().when(RESTORE, BUSINESS).isRefused(undecided("NOT_RETURNED"));
    }

    @Test
    void waits_again_when_nobody_let_it_go() {
        wished().when(NO, POLICY).records(REJECTED);
        wished().when(NO, BUSINESS).records(REJECTED);
        wished().given(REJECTED).when(NO, POLICY).changesNothing();
        reissuing().when(NO, POLICY).isRefused(undecided("REISSUED"));
        returned().when(NO, POLICY).isRefused(undecided("UNDECIDED"));
        wished().given(REJECTED).when(WISH, BUSINESS).records(wished(2, FIRST, THIRD, SELLER));
        // The approval of the first wish approves nothing any more.
        wished().given(REJECTED, wished(2, FIRST, THIRD, SELLER))
                .when(approvedReissue(SELLER), POLICY)
                .isRefused(undecided("REISSUE_REQUESTED"));
    }

    @Test
    void goes_back_to_where_it_was_when_the_bank_refuses_to_pay_again() {
        reissuing().when(FAILED_AGAIN, POLICY).records(REFUSED);
        reissuing().given(REFUSED).when(FAILED_AGAIN, POLICY).changesNothing();
        reissuing().given(REFUSED).when(WISH, BUSINESS).records(wished(2, FIRST, THIRD, SELLER));
        reissuing().given(REFUSED).when(RESTORE, BUSINESS).records(RESTORED);
        wished().when(FAILED_AGAIN, POLICY).isRefused(new NotTheTaker("R-1", AGAIN.value()));
        wished().when(PAID_AGAIN, POLICY).isRefused(new NotTheTaker("R-1", AGAIN.value()));
    }

    @Test
    void that_came_back_twice_waits_under_the_second_payouts_number() {
        var twice = new ReleaseReturned(ACCOUNT, "R-1", AGAIN, "S-1", PRICE);

        reissuing()
                .given(REPAID)
                .when(new ConfirmReleaseReturned(ACCOUNT, "R-1", AGAIN), POLICY)
                .records(twice);
        reissuing().given(REPAID, twice).when(WISH, BUSINESS).records(wished(2, AGAIN, THIRD, SELLER));
        reissuing()
                .when(new ConfirmReleaseReturned(ACCOUNT, "R-1", AGAIN), POLICY)
                .isRefused(new NotTheTaker("R-1", AGAIN.value()));
    }

    @Test
    void has_no_number_left_after_the_last_one() {
        var last = PayoutId.ofReissue(ACCOUNT, "R-1", PayoutId.REISSUES_MAX);
        var beforeLast = PayoutId.ofReissue(ACCOUNT, "R-1", PayoutId.REISSUES_MAX - 1);

        returned()
                .given(wished(998, FIRST, beforeLast, SELLER), new ReissueRejected(ACCOUNT, "R-1", beforeLast, "X"))
                .when(WISH, BUSINESS)
                .records(wished(999, FIRST, last, SELLER));
        returned()
                .given(wished(999, FIRST, last, SELLER), new ReissueRejected(ACCOUNT, "R-1", last, "X"))
                .when(WISH, BUSINESS)
                .isRefused(new ReissuesExhausted("R-1", 999));
    }

    /** 1.1.4 of {@code domain.md}: what is available satisfies the order first, the returned money covers the rest. */
    @Test
    void is_not_paid_again_when_an_open_freeze_would_catch_a_fen_of_it() {
        halfReturned().given(frozen(Optional.of(HALF))).when(WISH, BUSINESS).records(wishedHalf());
        halfReturned()
                .given(frozen(Optional.of(HALF.plus(ONE_FEN))))
                .when(WISH, BUSINESS)
                .isRefused(new ExceedsReleasable(HALF, HALF.minus(ONE_FEN), ONE_FEN));
        halfReturned()
                .given(frozen(Optional.empty()))
                .when(WISH, BUSINESS)
                .isRefused(new ExceedsReleasable(HALF, Money.ZERO, HALF));
        halfReturned()
                .given(frozen(Optional.empty()))
                .after(A_DAY)
                .when(WISH, BUSINESS)
                .records(wishedHalf());
    }

    @Test
    void is_judged_again_under_the_freezes_of_the_moment_of_its_approval() {
        var wished = halfReturned().given(wishedHalf());

        wished.given(frozen(Optional.of(HALF)))
                .when(approvedHalf(), POLICY)
                .records(new ReleaseReissued(
                        ACCOUNT, "R-1", FIRST, AGAIN, SELLER, HALF, CUSTODY, Optional.of(APPROVAL.value())));
        halfReturned()
                .given(wishedHalf(), frozen(Optional.of(HALF.plus(ONE_FEN))))
                .when(approvedHalf(), POLICY)
                .isRefused(new ExceedsReleasable(HALF, HALF.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void is_not_paid_again_while_something_stops_every_release() {
        var stop = new FreezeOrder("F-1", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.empty(), Optional.empty());

        halfReturned()
                .given(frozen(stop))
                .when(WISH, BUSINESS)
                .isRefused(new ExceedsReleasable(HALF, Money.ZERO, HALF));
    }

    @Test
    void taken_back_by_the_account_can_be_released_again() {
        returned().when(RESTORE, OPERATOR).records(RESTORED);
        returned().given(RESTORED).when(RESTORE, BUSINESS).changesNothing();
        returned()
                .given(RESTORED)
                .when(new RequestRelease(ACCOUNT, "R-2", "S-1", PRICE), BUSINESS)
                .records(requested("R-2", PRICE));
        returned()
                .when(new RequestRelease(ACCOUNT, "R-2", "S-1", PRICE), BUSINESS)
                .isRefused(new NotInThisState("RELEASING", List.of("RELEASABLE")));
    }

    @Test
    void late_of_a_closed_account_can_only_be_paid_again() {
        closed().when(RETURN, POLICY).records(RETURNED);
        closed().given(RETURNED).when(WISH, BUSINESS).records(WISHED);
        closed().given(RETURNED, WISHED).when(approvedReissue(SELLER), POLICY).records(REISSUED);
        closed().given(RETURNED, WISHED, REISSUED).when(PAID_AGAIN, POLICY).records(REPAID);
        closed().given(RETURNED).when(RESTORE, BUSINESS).isRefused(new NotInThisState("CLOSED", List.of("RELEASING")));
    }

    @Test
    void is_noted_by_policies_and_decided_by_its_owner() {
        paidOut().when(RETURN, BANK).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        reissuing().when(PAID_AGAIN, BANK).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        reissuing().when(FAILED_AGAIN, BANK).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        returned().when(WISH, AUDITOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR)));
        returned().when(RESTORE, AUDITOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR)));
    }

    @Test
    void knows_no_history_without_its_return() {
        assertThatThrownBy(() -> paidOut().given(WISHED)).isInstanceOf(IllegalStateException.class);
    }

    private static ReissueRequested wished(int reissueNo, PayoutId old, PayoutId next, Payee payee) {
        return new ReissueRequested(ACCOUNT, "R-1", reissueNo, old, next, payee, PRICE, BUSINESS.subject());
    }

    private static ReleaseReissued reissued(Payee payee) {
        return new ReleaseReissued(ACCOUNT, "R-1", FIRST, AGAIN, payee, PRICE, CUSTODY, Optional.of(APPROVAL.value()));
    }

    private static ReissueRelease reissue(Payee payee, Optional<Approval> approval) {
        return new ReissueRelease(ACCOUNT, "R-1", FIRST, AGAIN, payee, PRICE, approval);
    }

    private static ReissueRelease approvedReissue(Payee payee) {
        var digest = reissue(payee, Optional.empty()).digest();
        return reissue(payee, Optional.of(new Approval(APPROVAL, digest, "acme-erp", List.of("carol"), TOMORROW)));
    }

    private static ReturnNotUndecided undecided(String stage) {
        return new ReturnNotUndecided("R-1", stage);
    }

    private static Scenario halfReturned() {
        return scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), paid("R-1", HALF))
                .given(new ReleaseReturned(ACCOUNT, "R-1", FIRST, "S-1", HALF));
    }

    private static ReissueRequested wishedHalf() {
        return new ReissueRequested(ACCOUNT, "R-1", 1, FIRST, AGAIN, SELLER, HALF, BUSINESS.subject());
    }

    private static ReissueRelease approvedHalf() {
        var digest = new ReissueRelease(ACCOUNT, "R-1", FIRST, AGAIN, SELLER, HALF, Optional.empty()).digest();
        return new ReissueRelease(
                ACCOUNT,
                "R-1",
                FIRST,
                AGAIN,
                SELLER,
                HALF,
                Optional.of(new Approval(APPROVAL, digest, "acme-erp", List.of("carol"), TOMORROW)));
    }

    private static FundsFrozen frozen(Optional<Money> amount) {
        return frozen(new FreezeOrder("F-1", FreezeKind.DISPUTE, "B-1", amount, Optional.empty()));
    }

    private static FundsFrozen frozen(FreezeOrder order) {
        return new FundsFrozen(
                ACCOUNT, order, Optional.of(NOON.plus(A_DAY)), 1, Money.ZERO, List.of(DEED), OPERATOR.subject());
    }

    private static Scenario paidOut() {
        return scenario()
                .given(releasable())
                .given(requested("R-1", PRICE), approved("R-1", PRICE), paid("R-1", PRICE));
    }

    private static Scenario returned() {
        return paidOut().given(RETURNED);
    }

    private static Scenario wished() {
        return returned().given(WISHED);
    }

    private static Scenario reissuing() {
        return wished().given(REISSUED);
    }

    private static Scenario closed() {
        return paidOut().given(new AccountClosureRequested(ACCOUNT, Optional.empty()), new AccountClosed(ACCOUNT));
    }
}
