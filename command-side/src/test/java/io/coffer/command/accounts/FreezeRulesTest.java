package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeRejection.EmergencyStopsExhausted;
import io.coffer.api.accounts.FreezeRejection.FreezeInvalid;
import io.coffer.api.accounts.FreezeRejection.FreezeNotInForce;
import io.coffer.api.accounts.FreezeRejection.FreezeNumberTaken;
import io.coffer.api.accounts.FreezeRejection.NotTheFreezingAuthority;
import io.coffer.api.accounts.FreezeRejection.UnfreezeNotPending;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Evidence;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A freeze")
class FreezeRulesTest {

    private static final Money HALF = Money.yuan(1_000_000);
    private static final Instant IN_A_YEAR = NOON.plus(Duration.ofDays(365));
    private static final List<Evidence> PAPER = List.of(new Evidence("CD-1", "COURT_DOCUMENT", "0".repeat(64)));
    private static final FreezeOrder DISPUTE = order("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(HALF));
    private static final FreezeOrder COURT = order("F-1", FreezeKind.JUDICIAL, "COURT-7", Optional.of(HALF));
    private static final FreezeOrder STOP = order("F-1", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.empty());

    @Test
    void of_a_dispute_lasts_as_agreed() {
        scenario()
                .given(Sale.releasable())
                .when(freeze(DISPUTE), BUSINESS)
                .records(frozen(DISPUTE, Optional.of(NOON.plus(Duration.ofDays(15))), 1, Money.ZERO, "acme-erp"));
        var terms = new EscrowTerms(
                "BJ-2026-1",
                List.of(Sale.DOWN),
                Sale.CONDITIONS,
                ApprovalTiers.standard(),
                Optional.of(new FreezeTerms(3, 1)),
                Optional.empty());
        scenario()
                .given(Sale.opened(), new TermsAmended(ACCOUNT, terms))
                .when(freeze(DISPUTE), BUSINESS)
                .records(frozen(DISPUTE, Optional.of(NOON.plus(Duration.ofDays(3))), 1, Money.ZERO, "acme-erp"));
    }

    @Test
    void of_fraud_prevention_lasts_a_day_and_of_a_document_until_it_is_lifted() {
        var risk = order("F-1", FreezeKind.RISK, "FRAUD", Optional.empty());
        var document = order("F-1", FreezeKind.DOC_PENDING, "REVIEW", Optional.empty());

        scenario()
                .given(Sale.releasable())
                .when(freeze(risk), OPERATOR)
                .records(frozen(risk, Optional.of(NOON.plus(Duration.ofHours(24))), 0, Money.ZERO, "olga"));
        scenario()
                .given(Sale.releasable())
                .when(freeze(document), OPERATOR)
                .records(frozen(document, Optional.empty(), 0, Money.ZERO, "olga"));
    }

    @Test
    void of_a_court_lasts_as_its_paper_says_for_a_year_at_most() {
        scenario()
                .given(Sale.releasable())
                .when(court(COURT, IN_A_YEAR), OPERATOR)
                .records(new FundsFrozen(ACCOUNT, COURT, Optional.of(IN_A_YEAR), 1, Money.ZERO, PAPER, "olga"));
        refused(court(COURT, IN_A_YEAR.plusMillis(1)), "a court holds for 365 days at most");
        refused(court(COURT, NOON), "the end has passed");
        refused(new FreezeFunds(ACCOUNT, COURT, Optional.empty(), PAPER), "a court says until when it holds");
        refused(new FreezeFunds(ACCOUNT, COURT, Optional.of(IN_A_YEAR), List.of()), "JUDICIAL needs its document");
    }

    @Test
    void says_everything_that_is_wrong_with_its_order_at_once() {
        var wrong = new FreezeOrder(
                "F-1", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.of(Money.ZERO), Optional.of(PaymentItem.TAX));

        refused(
                new FreezeFunds(ACCOUNT, wrong, Optional.of(IN_A_YEAR), List.of()),
                "EMERGENCY_STOP stops everything and has no amount",
                "the amount is zero",
                "only a dispute is about one payment",
                "TAX is not in the plan",
                "EMERGENCY_STOP needs its document",
                "EMERGENCY_STOP ends by its agreed term");
    }

    @Test
    void that_a_tenant_orders_is_a_dispute_of_a_party_or_about_a_document() {
        var stranger = order("F-1", FreezeKind.DISPUTE, "X-9", Optional.empty());

        scenario()
                .given(Sale.releasable())
                .when(freeze(stranger), BUSINESS)
                .isRefused(new FreezeInvalid(List.of("a dispute is a party's of this contract")));
        var review = order("F-1", FreezeKind.DOC_PENDING, "REVIEW", Optional.empty());
        scenario()
                .given(Sale.releasable())
                .when(freeze(review), BUSINESS)
                .records(frozen(review, Optional.empty(), 0, Money.ZERO, "acme-erp"));
        scenario()
                .given(Sale.releasable())
                .when(court(COURT, IN_A_YEAR), BUSINESS)
                .isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
    }

    @Test
    void has_a_number_of_its_own() {
        held(DISPUTE).when(freeze(DISPUTE), BUSINESS).isRefused(new FreezeNumberTaken("F-1"));
    }

    @Test
    void of_the_police_stops_an_account_twice_and_no_third_time() {
        var second = order("F-2", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.empty());
        var third = order("F-3", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.empty());

        var scenario =
                scenario().given(Sale.releasable()).when(police(STOP), OPERATOR).then();
        scenario = scenario.when(police(second), OPERATOR).then();
        scenario.when(police(third), OPERATOR).isRefused(new EmergencyStopsExhausted(2));
    }

    @Test
    void queues_by_arrival_and_only_with_orders_that_hold_an_amount() {
        var second = order("F-3", FreezeKind.DISPUTE, "B-1", Optional.of(HALF));

        held(COURT)
                .given(frozen(order("F-2", FreezeKind.DOC_PENDING, "R", Optional.empty()), Optional.empty(), 0))
                .when(freeze(second), BUSINESS)
                .records(frozen(second, Optional.of(NOON.plus(Duration.ofDays(15))), 2, Money.ZERO, "acme-erp"));
    }

    @Test
    void tells_what_it_missed_because_payouts_had_it_already() {
        var all = order("F-1", FreezeKind.DISPUTE, "B-1", Optional.empty());
        var most = order("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(HALF.plus(ONE_FEN)));
        var until = Optional.of(NOON.plus(Duration.ofDays(15)));

        promised().when(freeze(all), BUSINESS).records(frozen(all, until, 1, HALF, "acme-erp"), recalled("R-1"));
        promised().when(freeze(most), BUSINESS).records(frozen(most, until, 1, ONE_FEN, "acme-erp"), recalled("R-1"));
        promised().when(freeze(DISPUTE), BUSINESS).records(frozen(DISPUTE, until, 1, Money.ZERO, "acme-erp"));
    }

    @Test
    void calls_back_as_few_payouts_as_cover_what_it_missed() {
        var all = order("F-1", FreezeKind.DISPUTE, "B-1", Optional.empty());
        var until = Optional.of(NOON.plus(Duration.ofDays(15)));
        var rest = PRICE.minus(HALF).minus(ONE_FEN);
        var order = order("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(HALF));
        var three = promised()
                .given(Sale.requested("R-2", ONE_FEN), Sale.approved("R-2", ONE_FEN))
                .given(Sale.requested("R-3", rest), Sale.approved("R-3", rest));

        three.when(freeze(all), BUSINESS)
                .records(frozen(all, until, 1, PRICE, "acme-erp"), recalled("R-1", "R-3", "R-2"));
        three.when(freeze(order), BUSINESS).records(frozen(order, until, 1, HALF, "acme-erp"), recalled("R-1"));
    }

    @Test
    void that_stops_everything_calls_back_every_payout_of_the_parties() {
        var until = Optional.of(NOON.plus(Duration.ofDays(2)));

        promised()
                .when(police(STOP), OPERATOR)
                .records(new FundsFrozen(ACCOUNT, STOP, until, 0, Money.ZERO, PAPER, "olga"), recalled("R-1"));
        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", HALF), Sale.approved("R-1", HALF), Sale.paid("R-1", HALF))
                .when(police(STOP), OPERATOR)
                .records(new FundsFrozen(ACCOUNT, STOP, until, 0, Money.ZERO, PAPER, "olga"));
    }

    @Test
    void missed_nothing_that_an_earlier_order_would_have_caught() {
        var all = order("F-0", FreezeKind.DISPUTE, "B-1", Optional.empty());
        var some = order("F-0", FreezeKind.DISPUTE, "B-1", Optional.of(PRICE.minus(ONE_FEN)));
        var until = Optional.of(NOON.plus(Duration.ofDays(15)));

        promised()
                .given(frozen(all, Optional.of(IN_A_YEAR), 1))
                .when(freeze(DISPUTE), BUSINESS)
                .records(frozen(DISPUTE, until, 2, Money.ZERO, "acme-erp"));
        promised()
                .given(frozen(some, Optional.of(IN_A_YEAR), 1))
                .when(freeze(DISPUTE), BUSINESS)
                .records(frozen(DISPUTE, until, 2, ONE_FEN, "acme-erp"), recalled("R-1"));
    }

    @Test
    void leaves_a_release_what_it_does_not_hold() {
        held(DISPUTE).when(request(HALF), BUSINESS).records(Sale.requested("R-1", HALF));
        held(DISPUTE)
                .when(request(HALF.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(HALF.plus(ONE_FEN), HALF, ONE_FEN));
    }

    @Test
    void that_stops_everything_leaves_a_release_not_one_fen() {
        for (var kind : List.of(FreezeKind.DOC_PENDING, FreezeKind.RISK, FreezeKind.EMERGENCY_STOP)) {
            held(order("F-1", kind, "X", Optional.empty()))
                    .when(request(ONE_FEN), BUSINESS)
                    .isRefused(new ExceedsReleasable(ONE_FEN, Money.ZERO, ONE_FEN));
        }
    }

    @Test
    void holds_back_a_release_that_was_requested_before_it() {
        var small = Money.yuan(10);
        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", small))
                .given(frozen(order("F-1", FreezeKind.DISPUTE, "B-1", Optional.empty()), Optional.of(IN_A_YEAR), 1))
                .when(new ApproveRelease(ACCOUNT, "R-1", "S-1", small, Optional.empty()), POLICY)
                .isRefused(new ExceedsReleasable(small, Money.ZERO, small));
    }

    @Test
    void holds_nothing_from_its_last_moment_on_though_nobody_noted_it() {
        held(DISPUTE)
                .after(Duration.ofDays(365).minusMillis(1))
                .when(request(PRICE), BUSINESS)
                .isRefused(new ExceedsReleasable(PRICE, HALF, HALF));
        held(DISPUTE).after(Duration.ofDays(365)).when(request(PRICE), BUSINESS).records(Sale.requested("R-1", PRICE));
    }

    @Test
    void about_one_payment_holds_no_more_than_came_in_for_it() {
        var loan = new FreezeOrder(
                "F-1", FreezeKind.DISPUTE, "B-1", Optional.empty(), Optional.of(PaymentItem.LOAN_PROCEEDS));

        held(loan).when(request(Sale.DOWN_PAYMENT), BUSINESS).records(Sale.requested("R-1", Sale.DOWN_PAYMENT));
        held(loan)
                .when(request(Sale.DOWN_PAYMENT.plus(ONE_FEN)), BUSINESS)
                .isRefused(new ExceedsReleasable(Sale.DOWN_PAYMENT.plus(ONE_FEN), Sale.DOWN_PAYMENT, ONE_FEN));
    }

    @Test
    void does_not_hinder_money_that_comes_in() {
        held(STOP)
                .when(
                        CreditReceipt.unseen(ACCOUNT, Sale.receipt("X9"), ONE_FEN, Sale.CUSTODY, Optional.empty()),
                        POLICY)
                .records(new EscrowOverfunded(ACCOUNT, Sale.receipt("X9"), ONE_FEN, ONE_FEN));
    }

    @Test
    void is_noted_as_over_once_and_not_before() {
        var expire = new ExpireFreeze(ACCOUNT, "F-1");

        held(DISPUTE)
                .after(Duration.ofDays(365).minusMillis(1))
                .when(expire, POLICY)
                .changesNothing();
        var over = held(DISPUTE).after(Duration.ofDays(365)).when(expire, POLICY);
        over.records(new FreezeExpired(ACCOUNT, "F-1", IN_A_YEAR));
        over.then().when(expire, POLICY).changesNothing();
        held(DISPUTE).when(new ExpireFreeze(ACCOUNT, "F-9"), POLICY).changesNothing();
    }

    @Test
    void is_renewed_in_its_place_while_it_lasts() {
        var renew = new RenewFreeze(ACCOUNT, "F-1", Optional.empty(), List.of());
        var later = NOON.plus(Duration.ofDays(16));

        scenario()
                .given(Sale.releasable())
                .given(frozen(DISPUTE, Optional.of(NOON.plus(Duration.ofDays(15))), 1))
                .after(Duration.ofDays(1))
                .when(renew, BUSINESS)
                .records(new FreezeRenewed(ACCOUNT, "F-1", later, List.of(), "acme-erp"));
        held(DISPUTE).after(Duration.ofDays(365)).when(renew, BUSINESS).isRefused(new FreezeNotInForce("F-1"));
        held(STOP)
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.empty(), PAPER), OPERATOR)
                .isRefused(new FreezeInvalid(List.of("EMERGENCY_STOP is not renewed")));
        held(COURT)
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.of(IN_A_YEAR), PAPER), OPERATOR)
                .changesNothing();
        held(COURT)
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.of(IN_A_YEAR), PAPER), BUSINESS)
                .isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
    }

    /** An earlier end would let one person do what takes two. */
    @Test
    void is_never_renewed_to_an_earlier_end() {
        var refusal = new FreezeInvalid(List.of("a renewal ends no sooner than the order itself"));
        var later = IN_A_YEAR.plusMillis(1);

        held(DISPUTE)
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.empty(), List.of()), BUSINESS)
                .isRefused(refusal);
        held(COURT)
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.of(IN_A_YEAR.minusMillis(1)), PAPER), OPERATOR)
                .isRefused(refusal);
        held(COURT)
                .after(Duration.ofMillis(1))
                .when(new RenewFreeze(ACCOUNT, "F-1", Optional.of(later), PAPER), OPERATOR)
                .records(new FreezeRenewed(ACCOUNT, "F-1", later, PAPER, "olga"));
    }

    @Test
    void lasts_as_long_as_its_renewal_says() {
        held(DISPUTE)
                .given(new FreezeRenewed(ACCOUNT, "F-1", IN_A_YEAR.plusSeconds(1), List.of(), "olga"))
                .after(Duration.ofDays(365))
                .when(new ExpireFreeze(ACCOUNT, "F-1"), POLICY)
                .changesNothing();
    }

    @Test
    void is_lifted_by_its_own_authority_or_with_a_courts_paper() {
        held(DISPUTE)
                .when(lift("B-1", List.of()), BUSINESS)
                .records(new UnfreezeRequested(ACCOUNT, "F-1", 1, "B-1", List.of(), "acme-erp"));
        held(DISPUTE)
                .when(lift("S-1", PAPER), BUSINESS)
                .records(new UnfreezeRequested(ACCOUNT, "F-1", 1, "S-1", PAPER, "acme-erp"));
        held(DISPUTE).when(lift("S-1", List.of(DEED)), BUSINESS).isRefused(new NotTheFreezingAuthority("F-1", "B-1"));
        held(COURT).when(lift("COURT-7", List.of()), OPERATOR).isRefused(new EvidenceMissing("the end of order F-1"));
        held(COURT).when(lift("COURT-7", PAPER), BUSINESS).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        scenario()
                .given(Sale.releasable())
                .when(lift("B-1", List.of()), BUSINESS)
                .isRefused(new FreezeNotInForce("F-1"));
    }

    @Test
    void is_lifted_by_two_people_and_by_the_last_request_only() {
        var first = unfreeze(1);
        var asked = new UnfreezeRequested(ACCOUNT, "F-1", 1, "B-1", List.of(), "acme-erp");
        var again = new UnfreezeRequested(ACCOUNT, "F-1", 2, "B-1", List.of(), "acme-erp");

        held(DISPUTE).given(asked).when(first, POLICY).isRefused(new ApprovalMissing(1));
        held(DISPUTE)
                .given(asked)
                .when(approved(first), POLICY)
                .records(new FundsUnfrozen(
                        ACCOUNT,
                        "F-1",
                        Optional.of(
                                ApprovalRequestId.ofUnfreeze(ACCOUNT, "F-1", 1).value())));
        held(DISPUTE).given(asked, again).when(approved(first), POLICY).isRefused(new UnfreezeNotPending("F-1", 1));
        held(DISPUTE)
                .given(asked, new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty()))
                .when(approved(first), POLICY)
                .isRefused(new FreezeNotInForce("F-1"));
    }

    @Test
    void keeps_an_account_open() {
        var empty = scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", PRICE), Sale.approved("R-1", PRICE), Sale.paid("R-1", PRICE));

        empty.given(frozen(DISPUTE, Optional.of(IN_A_YEAR), 1))
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(
                        List.of(new ClosureBlocker(ClosureBlocker.Kind.FREEZE_IN_FORCE, "F-1", Money.ZERO))));
        empty.after(Duration.ofDays(365))
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void comes_too_late_for_an_account_that_is_closing() {
        scenario()
                .given(Sale.opened(), new AccountClosureRequested(ACCOUNT, Optional.empty()))
                .when(freeze(DISPUTE), BUSINESS)
                .isRefused(new NotInThisState(
                        "CLOSING",
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
    }

    @Test
    void that_never_was_cannot_end() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> scenario().given(Sale.opened()).given(new FreezeExpired(ACCOUNT, "F-1", NOON)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void refused(FreezeFunds command, String... reasons) {
        scenario().given(Sale.releasable()).when(command, OPERATOR).isRefused(new FreezeInvalid(List.of(reasons)));
    }

    private static Scenario held(FreezeOrder order) {
        return scenario().given(Sale.releasable()).given(frozen(order, Optional.of(IN_A_YEAR), 1));
    }

    /** Half of the price is with a payout. */
    private static Scenario promised() {
        return scenario().given(Sale.releasable()).given(Sale.requested("R-1", HALF), Sale.approved("R-1", HALF));
    }

    private static FreezeOrder order(String orderNo, FreezeKind kind, String authority, Optional<Money> amount) {
        return new FreezeOrder(orderNo, kind, authority, amount, Optional.empty());
    }

    private static FreezeFunds freeze(FreezeOrder order) {
        return new FreezeFunds(ACCOUNT, order, Optional.empty(), List.of());
    }

    private static FreezeFunds police(FreezeOrder order) {
        return new FreezeFunds(ACCOUNT, order, Optional.empty(), PAPER);
    }

    private static FreezeFunds court(FreezeOrder order, Instant until) {
        return new FreezeFunds(ACCOUNT, order, Optional.of(until), PAPER);
    }

    private static FundsFrozen frozen(FreezeOrder order, Optional<Instant> until, int queueNo) {
        return frozen(order, until, queueNo, Money.ZERO, "olga");
    }

    private static FundsFrozen frozen(
            FreezeOrder order, Optional<Instant> until, int queueNo, Money shortfall, String by) {
        return new FundsFrozen(ACCOUNT, order, until, queueNo, shortfall, List.of(), by);
    }

    private static RecallRequested recalled(String... releaseNos) {
        return new RecallRequested(
                ACCOUNT, "F-1", Stream.of(releaseNos).map(Sale::payout).toList());
    }

    private static RequestRelease request(Money amount) {
        return new RequestRelease(ACCOUNT, "R-1", "S-1", amount);
    }

    private static RequestUnfreeze lift(String authority, List<Evidence> evidence) {
        return new RequestUnfreeze(ACCOUNT, "F-1", authority, evidence);
    }

    private static UnfreezeFunds unfreeze(int requestNo) {
        return new UnfreezeFunds(ACCOUNT, "F-1", requestNo, "B-1", List.of(), Optional.empty());
    }

    private static UnfreezeFunds approved(UnfreezeFunds command) {
        var approval = new Approval(
                ApprovalRequestId.ofUnfreeze(ACCOUNT, "F-1", command.requestNo()),
                command.digest(),
                "acme-erp",
                List.of("carol"),
                NOON.plusSeconds(60));
        return new UnfreezeFunds(ACCOUNT, "F-1", command.requestNo(), "B-1", List.of(), Optional.of(approval));
    }
}
