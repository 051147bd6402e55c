package io.coffer.command.accounts;

import static io.coffer.command.accounts.DissolvedSale.ALL_SIGN;
import static io.coffer.command.accounts.DissolvedSale.DOWN;
import static io.coffer.command.accounts.DissolvedSale.KEPT;
import static io.coffer.command.accounts.DissolvedSale.LEGS;
import static io.coffer.command.accounts.DissolvedSale.LENT;
import static io.coffer.command.accounts.DissolvedSale.PLAN;
import static io.coffer.command.accounts.DissolvedSale.REQUESTED;
import static io.coffer.command.accounts.DissolvedSale.TO_BUYER;
import static io.coffer.command.accounts.DissolvedSale.TO_LENDER;
import static io.coffer.command.accounts.DissolvedSale.TO_SELLER;
import static io.coffer.command.accounts.DissolvedSale.agree;
import static io.coffer.command.accounts.DissolvedSale.agreed;
import static io.coffer.command.accounts.DissolvedSale.approved;
import static io.coffer.command.accounts.DissolvedSale.dissolving;
import static io.coffer.command.accounts.DissolvedSale.executed;
import static io.coffer.command.accounts.DissolvedSale.to;
import static io.coffer.command.accounts.DissolvedSale.toBuyer;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.accounts.TerminationRejection.LoanNotToLender;
import io.coffer.api.accounts.TerminationRejection.TerminationBlocked;
import io.coffer.api.accounts.TerminationRejection.TerminationCarriedOut;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanInvalid;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanNotPending;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanUnbalanced;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanUndecided;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The termination of a contract")
class TerminationRulesTest {

    private static final RequestTermination REQUEST = new RequestTermination(ACCOUNT, "LOAN_REFUSED", List.of(DEED));

    @Test
    void begins_with_a_proof_while_money_is_here_and_is_asked_for_once() {
        scenario().given(DissolvedSale.heldBack()).when(REQUEST, BUSINESS).records(REQUESTED);
        dissolving().when(REQUEST, BUSINESS).changesNothing();
        scenario()
                .given(DissolvedSale.heldBack())
                .when(new RequestTermination(ACCOUNT, "LOAN_REFUSED", List.of()), BUSINESS)
                .isRefused(new EvidenceMissing("the end of the contract"));
        scenario()
                .given(Sale.opened())
                .when(REQUEST, BUSINESS)
                .isRefused(new NotInThisState(
                        "OPENED", List.of("FUNDING", "FUNDED", "RELEASABLE", "RELEASING", "HELD_BACK")));
    }

    @Test
    @DisplayName("T46: divides the whole balance, each part from its bucket and to its payee")
    void divides_the_whole_balance() {
        dissolving().when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS).records(agreed(1, LEGS));
        dissolving()
                .given(agreed(1, LEGS))
                .when(approved(1, LEGS, "carol", "carl"), POLICY)
                .records(executed(1, LEGS));
    }

    @Test
    @DisplayName("T32: returns the loan to the lender only")
    void returns_the_loan_to_the_lender_only() {
        dissolving()
                .when(
                        agree(TO_BUYER, new TerminationLegRequest("Y-2", "B-1", LOAN, Optional.of(LENT)), TO_SELLER),
                        BUSINESS)
                .isRefused(new LoanNotToLender(LOAN, Money.ZERO, LOAN));
        dissolving()
                .when(
                        agree(TO_BUYER, to("Y-2", "L-1", LOAN.minus(ONE_FEN)), to("Y-3", "S-1", KEPT.plus(ONE_FEN))),
                        BUSINESS)
                .isRefused(new LoanNotToLender(LOAN, LOAN.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void leaves_nothing_and_pays_nothing_that_is_not_there() {
        dissolving()
                .when(agree(TO_BUYER, TO_LENDER, to("Y-3", "S-1", KEPT.minus(ONE_FEN))), BUSINESS)
                .isRefused(new TerminationPlanUnbalanced(PRICE.minus(ONE_FEN), PRICE));
        dissolving()
                .when(agree(TO_BUYER, TO_LENDER, to("Y-3", "S-1", KEPT.plus(ONE_FEN))), BUSINESS)
                .isRefused(new TerminationPlanUnbalanced(PRICE.plus(ONE_FEN), PRICE));
    }

    @Test
    void gives_a_buyer_no_more_than_a_receipt_brought() {
        dissolving()
                .when(agree(toBuyer("Y-1", DOWN_PAYMENT), TO_LENDER), BUSINESS)
                .records(new TerminationPlanAgreed(
                        ACCOUNT,
                        1,
                        List.of(
                                new TerminationLeg(
                                        "Y-1",
                                        new Payee("B-1", DissolvedSale.BUYERS_CARD),
                                        DOWN_PAYMENT,
                                        Money.ZERO,
                                        Optional.of(DOWN),
                                        Optional.of(DissolvedSale.REFUND)),
                                new TerminationLeg("Y-2", DissolvedSale.LENDER, LOAN, KEPT, Optional.empty())),
                        ALL_SIGN,
                        BUSINESS.subject(),
                        2));
        dissolving()
                .when(agree(toBuyer("Y-1", DOWN_PAYMENT), toBuyer("Y-4", ONE_FEN), TO_LENDER), BUSINESS)
                .isRefused(new TerminationPlanInvalid(List.of("of " + DOWN + " at most " + DOWN_PAYMENT
                        + " may go back, not " + DOWN_PAYMENT.plus(ONE_FEN))));
    }

    @Test
    void names_everything_that_is_wrong_with_a_plan() {
        dissolving()
                .given(Sale.requested("R-1", ONE_FEN))
                .when(
                        agree(
                                to("Y-1", "B-1", ONE_FEN),
                                to("Y-1", "X-1", Money.ZERO),
                                new TerminationLegRequest("Y-2", "S-1", ONE_FEN, Optional.of(receipt("X9"))),
                                to("R-1", "S-1", ONE_FEN)),
                        BUSINESS)
                .isRefused(new TerminationPlanInvalid(List.of(
                        "leg Y-1 is there twice",
                        "leg Y-1 pays nothing",
                        "leg Y-1 names no receipt that goes back to B-1",
                        "leg Y-1: X-1 is neither buyer, seller nor lender",
                        "leg Y-2 gives a receipt back, and S-1 is no buyer",
                        "of " + receipt("X9") + " at most " + Money.ZERO + " may go back, not " + ONE_FEN,
                        "the number R-1 is taken in this account")));
        dissolving().when(agree(), BUSINESS).isRefused(new TerminationPlanInvalid(List.of("no leg")));
    }

    @Test
    void needs_the_signatures_of_all_parties() {
        dissolving()
                .when(new AgreeTerminationPlan(ACCOUNT, PLAN, ALL_SIGN.subList(0, 2)), BUSINESS)
                .isRefused(new SignaturesInvalid(List.of("L-1 has not signed")));
    }

    @Test
    void needs_other_people_as_many_as_a_release_of_it_and_at_least_one() {
        dissolving()
                .given(agreed(1, LEGS))
                .when(new ExecuteTermination(ACCOUNT, 1, LEGS, Optional.empty()), POLICY)
                .isRefused(new ApprovalMissing(2));
        dissolving()
                .given(agreed(1, LEGS))
                .when(approved(1, LEGS, "carol"), POLICY)
                .isRefused(new ApproversInsufficient(2, List.of("carol")));
        scenario()
                .given(DissolvedSale.funded().getFirst(), new EscrowFunded(ACCOUNT, DOWN, ONE_FEN, ONE_FEN), REQUESTED)
                .given(HeldSale.BUYER_BOUND)
                .when(agree(toBuyer("Y-1", ONE_FEN)), BUSINESS)
                .records(new TerminationPlanAgreed(
                        ACCOUNT,
                        1,
                        List.of(new TerminationLeg("Y-1", Sale.BUYER, ONE_FEN, Money.ZERO, Optional.of(DOWN))
                                .takenBy(DissolvedSale.REFUND)),
                        ALL_SIGN,
                        BUSINESS.subject(),
                        1));
    }

    @Test
    void waits_for_everything_that_holds_or_may_bring_money() {
        dissolving()
                .given(frozen("F-1", FreezeKind.JUDICIAL, Optional.of(ONE_FEN)))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.FREEZE_IN_FORCE, "F-1", ONE_FEN));
        dissolving()
                .given(frozen("F-1", FreezeKind.DOC_PENDING, Optional.empty()))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.FREEZE_IN_FORCE, "F-1", Money.ZERO));
        dissolving()
                .given(HeldSale.claimed("K-1", ONE_FEN))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.CLAIM_OPEN, "K-1", ONE_FEN));
        dissolving()
                .given(Sale.requested("R-1", ONE_FEN))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.RELEASE_UNDECIDED, "R-1", ONE_FEN));
        dissolving()
                .given(Sale.requested("R-1", ONE_FEN), Sale.approved("R-1", ONE_FEN))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.PAYOUT_IN_TRANSIT, "R-1", ONE_FEN));
        dissolving()
                .given(Sale.requested("R-1", ONE_FEN), Sale.approved("R-1", ONE_FEN), Sale.paid("R-1", ONE_FEN))
                .given(new ReleaseReturned(ACCOUNT, "R-1", Sale.payout("R-1"), "S-1", ONE_FEN))
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(blocked(Kind.RETURN_UNDECIDED, "R-1", ONE_FEN));
    }

    @Test
    void is_judged_again_when_it_is_approved() {
        var execute = approved(1, LEGS, "carol", "carl");

        dissolving().when(execute, POLICY).isRefused(new TerminationPlanNotPending(1));
        dissolving()
                .given(agreed(1, LEGS.subList(0, 2)))
                .when(execute, POLICY)
                .isRefused(new TerminationPlanNotPending(1));
        dissolving()
                .given(agreed(1, LEGS), frozen("F-1", FreezeKind.DISPUTE, Optional.of(ONE_FEN)))
                .when(execute, POLICY)
                .isRefused(blocked(Kind.FREEZE_IN_FORCE, "F-1", ONE_FEN));
        dissolving()
                .given(agreed(1, LEGS), new EscrowFunded(ACCOUNT, receipt("X3"), ONE_FEN, ONE_FEN))
                .when(execute, POLICY)
                .isRefused(new TerminationPlanUnbalanced(PRICE, PRICE.plus(ONE_FEN)));
        dissolving()
                .given(agreed(1, LEGS), new PayeeChanged(ACCOUNT, 1, Sale.payee("T-2"), NOON, Optional.empty()))
                .when(execute, POLICY)
                .isRefused(new PayeeDiffers("Y-3", "S-1"));
    }

    @Test
    void has_one_plan_at_a_time_and_another_one_after_that() {
        var again = agree(TO_BUYER, TO_LENDER, TO_SELLER);
        var rejected = new TerminationPlanRejected(ACCOUNT, 1, "DOUBTS");

        dissolving().given(agreed(1, LEGS)).when(again, BUSINESS).isRefused(new TerminationPlanUndecided(1));
        dissolving()
                .given(agreed(1, LEGS))
                .when(new RejectTerminationPlan(ACCOUNT, 1, "DOUBTS"), BUSINESS)
                .records(rejected);
        dissolving().given(agreed(1, LEGS), rejected).when(again, BUSINESS).records(agreed(2, LEGS));
        dissolving()
                .given(agreed(1, LEGS), rejected)
                .when(new RejectTerminationPlan(ACCOUNT, 1, "DOUBTS"), BUSINESS)
                .isRefused(new TerminationPlanNotPending(1));
    }

    @Test
    void leads_back_to_the_contract_until_a_plan_is_carried_out() {
        var back = new WithdrawTermination(ACCOUNT, "AGREED_AGAIN");

        dissolving()
                .given(agreed(1, LEGS))
                .when(back, BUSINESS)
                .records(new TerminationWithdrawn(ACCOUNT, "AGREED_AGAIN"));
        dissolving()
                .given(agreed(1, LEGS), new TerminationWithdrawn(ACCOUNT, "AGREED_AGAIN"))
                .when(approved(1, LEGS, "carol", "carl"), POLICY)
                .isRefused(new TerminationPlanNotPending(1));
        dissolving()
                .given(agreed(1, LEGS), executed(1, LEGS))
                .when(back, BUSINESS)
                .isRefused(new TerminationCarriedOut("EA:acme:C-1"));
        scenario()
                .given(DissolvedSale.heldBack())
                .when(back, BUSINESS)
                .isRefused(new NotInThisState("FUNDED", List.of("TERMINATING")));
    }

    @Test
    void lets_no_release_go_that_was_asked_for_before() {
        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", ONE_FEN), REQUESTED)
                .when(new ApproveRelease(ACCOUNT, "R-1", "S-1", ONE_FEN, Optional.empty()), POLICY)
                .isRefused(new NotInThisState("TERMINATING", List.of("RELEASABLE", "RELEASING")));
    }

    @Test
    void expects_no_money_once_it_is_carried_out() {
        var late = CreditReceipt.unseen(ACCOUNT, receipt("X3"), ONE_FEN, Sale.CUSTODY, Optional.empty());
        var unpaid = scenario()
                .given(DissolvedSale.funded().subList(0, 3))
                .given(HeldSale.BUYER_BOUND, REQUESTED)
                .when(agree(toBuyer("Y-1", DOWN_PAYMENT)), BUSINESS)
                .then();
        var leg = List.of(new TerminationLeg(
                        "Y-1", new Payee("B-1", DissolvedSale.BUYERS_CARD), DOWN_PAYMENT, Money.ZERO, Optional.of(DOWN))
                .takenBy(DissolvedSale.REFUND));
        unpaid.when(approved(1, leg, "carol"), POLICY)
                .then()
                .when(late, POLICY)
                .records(new EscrowOverfunded(ACCOUNT, receipt("X3"), ONE_FEN, ONE_FEN));
    }

    @Test
    void needs_a_bound_payee_for_sellers_and_lenders() {
        scenario()
                .given(DissolvedSale.funded())
                .given(HeldSale.RESERVED, REQUESTED)
                .when(agree(TO_BUYER, TO_LENDER, TO_SELLER), BUSINESS)
                .isRefused(new PayeeNotBound("L-1"));
    }

    private static TerminationBlocked blocked(Kind kind, String subject, Money amount) {
        return new TerminationBlocked(List.of(new ClosureBlocker(kind, subject, amount)));
    }

    private static FundsFrozen frozen(String orderNo, FreezeKind kind, Optional<Money> amount) {
        return new FundsFrozen(
                ACCOUNT,
                new FreezeOrder(orderNo, kind, "COURT", amount, Optional.empty()),
                Optional.empty(),
                1,
                Money.ZERO,
                List.of(DEED),
                "olga");
    }
}
