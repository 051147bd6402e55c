package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.SELLER;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.paid;
import static io.coffer.command.accounts.Sale.payee;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.PayeeChangeNotPending;
import io.coffer.api.accounts.EscrowRejection.PayeeChangeUndecided;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.PayeeNotEffective;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeRejected;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of payee")
class PayeeChangeTest {

    private static final Payee NEW_CARD = payee("T-2");
    private static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    private static final Money SMALL = Money.yuan(100);
    private static final ApprovalRequestId APPROVAL = ApprovalRequestId.ofPayeeChange(ACCOUNT, 1);

    private static final ChangePayee CHANGE = new ChangePayee(ACCOUNT, NEW_CARD, List.of(DEED));
    private static final RejectPayeeChange NO = new RejectPayeeChange(ACCOUNT, 1, "DOUBTS");
    private static final PayeeChangeProposed PROPOSED =
            new PayeeChangeProposed(ACCOUNT, 1, NEW_CARD, List.of(DEED), BUSINESS.subject());
    private static final PayeeChanged CHANGED =
            new PayeeChanged(ACCOUNT, 1, NEW_CARD, TOMORROW, Optional.of(APPROVAL.value()));
    private static final PayeeChangeRejected REJECTED = new PayeeChangeRejected(ACCOUNT, 1, "S-1", "DOUBTS");

    @Test
    void is_proposed_with_the_proof_of_the_new_account() {
        account().when(CHANGE, BUSINESS).records(PROPOSED);
        account()
                .when(new ChangePayee(ACCOUNT, NEW_CARD, List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("the payee account of S-1"));
        scenario().given(opened()).when(CHANGE, BUSINESS).isRefused(new PayeeNotBound("S-1"));
        account()
                .when(new ChangePayee(ACCOUNT, SELLER, List.of(DEED)), BUSINESS)
                .changesNothing();
        account().when(CHANGE, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BUSINESS)));
    }

    @Test
    void is_one_at_a_time() {
        proposed().when(CHANGE, BUSINESS).changesNothing();
        proposed()
                .when(new ChangePayee(ACCOUNT, payee("T-3"), List.of(DEED)), BUSINESS)
                .isRefused(new PayeeChangeUndecided("S-1", 1));
        proposed()
                .given(REJECTED)
                .when(CHANGE, BUSINESS)
                .records(new PayeeChangeProposed(ACCOUNT, 2, NEW_CARD, List.of(DEED), BUSINESS.subject()));
    }

    @Test
    void takes_two_people() {
        proposed().when(approve(1, NEW_CARD, List.of("carol")), POLICY).records(CHANGED);
        proposed()
                .when(new ApprovePayeeChange(ACCOUNT, 1, NEW_CARD, List.of(DEED), Optional.empty()), BUSINESS)
                .isRefused(new ApprovalMissing(1));
        proposed()
                .when(approve(1, NEW_CARD, List.of(BUSINESS.subject())), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of(BUSINESS.subject())));
        proposed().when(approve(2, NEW_CARD, List.of("carol")), POLICY).isRefused(new PayeeChangeNotPending(2));
        proposed().when(approve(1, payee("T-3"), List.of("carol")), POLICY).isRefused(new PayeeChangeNotPending(1));
        proposed()
                .given(CHANGED)
                .when(approve(1, NEW_CARD, List.of("carol")), POLICY)
                .isRefused(new PayeeChangeNotPending(1));
    }

    @Test
    void that_nobody_approved_leaves_everything_as_it_was() {
        proposed().when(NO, POLICY).records(REJECTED);
        proposed().given(REJECTED).when(NO, POLICY).isRefused(new PayeeChangeNotPending(1));
        proposed()
                .given(REJECTED)
                .given(requested("R-1", SMALL))
                .when(release(), POLICY)
                .records(approved("R-1", SMALL));
    }

    @Test
    void lets_money_go_to_the_old_account_until_it_is_approved() {
        proposed().given(requested("R-1", SMALL)).when(release(), POLICY).records(approved("R-1", SMALL));
    }

    @Test
    void lets_money_go_to_nobody_until_it_is_effective_and_then_to_the_new_account() {
        var request = new RequestRelease(ACCOUNT, "R-1", "S-1", SMALL);

        changed()
                .after(Duration.ofHours(24).minusNanos(1))
                .when(request, BUSINESS)
                .isRefused(new PayeeNotEffective("S-1", TOMORROW));
        changed().after(Duration.ofHours(24)).when(request, BUSINESS).records(requested("R-1", SMALL));
        changed()
                .given(requested("R-1", SMALL))
                .after(Duration.ofHours(24).minusNanos(1))
                .when(release(), POLICY)
                .isRefused(new PayeeNotEffective("S-1", TOMORROW));
        changed()
                .given(requested("R-1", SMALL))
                .after(Duration.ofHours(24))
                .when(release(), POLICY)
                .records(
                        new ReleaseApproved(ACCOUNT, "R-1", payout("R-1"), NEW_CARD, SMALL, CUSTODY, Optional.empty()));
    }

    @Test
    void keeps_an_account_open_until_it_is_decided() {
        var done = completed().given(PROPOSED);

        done.when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(
                        List.of(new ClosureBlocker(ClosureBlocker.Kind.PAYEE_CHANGE_UNDECIDED, "S-1", Money.ZERO))));
        completed()
                .given(PROPOSED, CHANGED)
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void after_the_closure_serves_money_that_came_back_and_nothing_else() {
        var closed =
                completed().given(new AccountClosureRequested(ACCOUNT, Optional.empty()), new AccountClosed(ACCOUNT));

        closed.when(CHANGE, BUSINESS)
                .isRefused(new NotInThisState(
                        "CLOSED",
                        List.of(
                                "OPENED",
                                "FUNDING",
                                "FUNDED",
                                "RELEASABLE",
                                "RELEASING",
                                "HELD_BACK",
                                "COMPLETED",
                                "TERMINATING",
                                "TERMINATED")));
        closed.given(new ReleaseReturned(ACCOUNT, "R-1", payout("R-1"), "S-1", PRICE))
                .when(CHANGE, BUSINESS)
                .records(PROPOSED);
    }

    private static ApproveRelease release() {
        return new ApproveRelease(ACCOUNT, "R-1", "S-1", SMALL, Optional.empty());
    }

    private static ApprovePayeeChange approve(int changeNo, Payee payee, List<String> checkers) {
        var bare = new ApprovePayeeChange(ACCOUNT, changeNo, payee, List.of(DEED), Optional.empty());
        var approval = new Approval(APPROVAL, bare.digest(), BUSINESS.subject(), checkers, TOMORROW);
        return new ApprovePayeeChange(ACCOUNT, changeNo, payee, List.of(DEED), Optional.of(approval));
    }

    private static Scenario account() {
        return scenario().given(releasable());
    }

    private static Scenario proposed() {
        return account().given(PROPOSED);
    }

    private static Scenario changed() {
        return proposed().given(CHANGED);
    }

    private static Scenario completed() {
        return account().given(requested("R-1", PRICE), approved("R-1", PRICE), paid("R-1", PRICE));
    }
}
