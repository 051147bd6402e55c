package io.coffer.command.accounts;

import static io.coffer.command.accounts.DissolvedSale.LEGS;
import static io.coffer.command.accounts.DissolvedSale.REFUND;
import static io.coffer.command.accounts.DissolvedSale.TO_BUYER;
import static io.coffer.command.accounts.DissolvedSale.agreed;
import static io.coffer.command.accounts.DissolvedSale.approved;
import static io.coffer.command.accounts.DissolvedSale.dissolving;
import static io.coffer.command.accounts.DissolvedSale.executed;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.ReturnFrozen;
import io.coffer.api.accounts.EscrowRejection.ReturnNotUndecided;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.HoldingOrder;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReturnCommand.RecordLegReturned;
import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnCommand.VerifyLegReissue;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.LegReturned;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationRejection.TerminationBlocked;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A divided account whose buyer's part a refund has")
class RefundedPartTest {

    private static final Money AMOUNT = TO_BUYER.amount();
    private static final PayoutId FIRST = PayoutId.ofRefund(REFUND, 1);
    private static final PayoutId SECOND = PayoutId.ofRefund(REFUND, 2);
    private static final ReleasePaid TO_LENDER = paid(1);
    private static final ReleasePaid TO_SELLER = paid(2);
    private static final ReleasePaid REFUNDED = new ReleasePaid(ACCOUNT, "Y-1", FIRST, AMOUNT);
    private static final LegReturned BACK = new LegReturned(ACCOUNT, "Y-1", FIRST, "B-1", AMOUNT);
    private static final BankAccountRef CARD = DissolvedSale.account("T-OTHER");
    private static final ReissueLeg LET_GO = new ReissueLeg(ACCOUNT, "Y-1", 2, CARD, AMOUNT);
    private static final LegReissued GOES = new LegReissued(ACCOUNT, "Y-1", 2, CARD, AMOUNT, Sale.CUSTODY);
    private static final CloseAccount CLOSE = new CloseAccount(ACCOUNT);
    private static final ClosureBlocked BY_REFUND =
            new ClosureBlocked(List.of(new ClosureBlocker(Kind.REFUND_IN_TRANSIT, "Y-1", AMOUNT)));

    @Test
    @DisplayName("T21: at balance 0 it is blocked by its refund and by nothing else, until the payer has it")
    void cannot_be_closed_before_its_refund_has_ended() {
        after(TO_LENDER, TO_SELLER).when(CLOSE, BUSINESS).isRefused(BY_REFUND);
        assertThat(status(TO_LENDER, TO_SELLER)).isEqualTo("TERMINATING");
        assertThat(status(TO_LENDER, TO_SELLER, REFUNDED)).isEqualTo("TERMINATED");
        after(TO_LENDER, TO_SELLER, REFUNDED)
                .when(CLOSE, BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void tells_payouts_and_refunds_in_transit_apart() {
        after(TO_LENDER)
                .when(CLOSE, BUSINESS)
                .isRefused(new ClosureBlocked(List.of(
                        new ClosureBlocker(Kind.NOT_COMPLETED, "TERMINATING", Money.ZERO),
                        new ClosureBlocker(Kind.BALANCE_NOT_ZERO, "balance", DissolvedSale.KEPT),
                        new ClosureBlocker(Kind.REFUND_IN_TRANSIT, "Y-1", AMOUNT),
                        new ClosureBlocker(Kind.PAYOUT_IN_TRANSIT, "Y-3", DissolvedSale.KEPT))));
    }

    @Test
    void hears_by_which_payout_its_payer_got_it() {
        after().when(new ConfirmReleasePaid(ACCOUNT, "Y-1", SECOND), POLICY)
                .records(new ReleasePaid(ACCOUNT, "Y-1", SECOND, AMOUNT));
        after(REFUNDED)
                .when(new ConfirmReleasePaid(ACCOUNT, "Y-1", FIRST), POLICY)
                .changesNothing();
        after().when(new ConfirmReleasePaid(ACCOUNT, "Y-1", payout("Y-1")), POLICY)
                .isRefused(new NotTheTaker("Y-1", payout("Y-1").value()));
        after().when(new ConfirmReleasePaid(ACCOUNT, "Y-2", FIRST), POLICY)
                .isRefused(new NotTheTaker("Y-2", FIRST.value()));
    }

    @Test
    void is_open_again_while_what_came_back_looks_for_another_account() {
        var returned = new RecordLegReturned(ACCOUNT, "Y-1", FIRST);
        var again = new ReissuePaid(ACCOUNT, "Y-1", SECOND, AMOUNT);

        after(TO_LENDER, TO_SELLER, REFUNDED).when(returned, POLICY).records(BACK);
        assertThat(status(TO_LENDER, TO_SELLER, REFUNDED, BACK)).isEqualTo("TERMINATING");
        after(TO_LENDER, TO_SELLER, REFUNDED, BACK).when(CLOSE, BUSINESS).isRefused(BY_REFUND);
        after(REFUNDED, BACK).when(returned, POLICY).changesNothing();
        after(REFUNDED, BACK)
                .when(new ConfirmReleasePaid(ACCOUNT, "Y-1", FIRST), POLICY)
                .changesNothing();
        after(REFUNDED, BACK)
                .when(new ConfirmReleasePaid(ACCOUNT, "Y-1", SECOND), POLICY)
                .records(again);
        assertThat(status(TO_LENDER, TO_SELLER, REFUNDED, BACK, again)).isEqualTo("TERMINATED");
        after(REFUNDED, BACK, again).when(returned, POLICY).changesNothing();
        after(REFUNDED, BACK, again)
                .when(new RecordLegReturned(ACCOUNT, "Y-1", SECOND), POLICY)
                .records(new LegReturned(ACCOUNT, "Y-1", SECOND, "B-1", AMOUNT));
    }

    @Test
    void hears_of_it_after_its_closure_too_and_has_nothing_to_decide_about_it() {
        var closed = new EscrowEvent[] {
            TO_LENDER,
            TO_SELLER,
            REFUNDED,
            new AccountClosureRequested(ACCOUNT, Optional.empty()),
            new AccountClosed(ACCOUNT)
        };
        after(closed).when(new RecordLegReturned(ACCOUNT, "Y-1", FIRST), POLICY).records(BACK);
        after(REFUNDED, BACK)
                .when(new RequestReissue(ACCOUNT, "Y-1"), OPERATOR)
                .isRefused(new ReturnNotUndecided("Y-1", "REFUNDING"));
        after(REFUNDED, BACK)
                .when(new RestoreReturned(ACCOUNT, "Y-1"), OPERATOR)
                .isRefused(new ReturnNotUndecided("Y-1", "REFUNDING"));
    }

    @Test
    void believes_nothing_to_have_come_back_that_it_does_not_believe_to_be_paid() {
        after().when(new RecordLegReturned(ACCOUNT, "Y-1", FIRST), POLICY).changesNothing();
        after(TO_LENDER)
                .when(new RecordLegReturned(ACCOUNT, "Y-2", FIRST), POLICY)
                .isRefused(new NotTheTaker("Y-2", FIRST.value()));
    }

    /** PR-207 after PR-502: what came from the hold-back stays one. */
    @Test
    void gets_a_part_that_was_given_up_back_where_it_was_reserved_from() {
        var givenUp = new ReleaseFailed(ACCOUNT, "Y-1", FIRST, AMOUNT, "NOT_WANTED", Optional.empty());

        after().when(new FailRelease(ACCOUNT, "Y-1", FIRST, "NOT_WANTED"), POLICY)
                .records(givenUp);
        after(TO_LENDER, TO_SELLER, givenUp)
                .when(CLOSE, BUSINESS)
                .isRefused(new ClosureBlocked(List.of(
                        new ClosureBlocker(Kind.NOT_COMPLETED, "TERMINATING", Money.ZERO),
                        new ClosureBlocker(Kind.BALANCE_NOT_ZERO, "balance", AMOUNT))));
    }

    @Test
    void is_not_divided_anew_while_its_refund_is_open() {
        after(TO_LENDER, new ReleaseFailed(ACCOUNT, "Y-3", payout("Y-3"), DissolvedSale.KEPT, "X", Optional.empty()))
                .when(DissolvedSale.agree(DissolvedSale.to("Y-4", "S-1", DissolvedSale.KEPT)), BUSINESS)
                .isRefused(new TerminationBlocked(List.of(new ClosureBlocker(Kind.REFUND_IN_TRANSIT, "Y-1", AMOUNT))));
    }

    @Test
    void calls_it_back_when_a_freeze_comes_too_late_for_it() {
        var order = new FreezeOrder("F-1", FreezeKind.JUDICIAL, "COURT", Optional.of(AMOUNT), Optional.empty());
        var until = Optional.of(Scenario.NOON.plusSeconds(86_400));

        after(TO_LENDER, TO_SELLER)
                .when(new FreezeFunds(ACCOUNT, order, until, List.of(Sale.DEED)), OPERATOR)
                .records(
                        new FundsFrozen(ACCOUNT, order, until, 1, AMOUNT, List.of(Sale.DEED), OPERATOR.subject()),
                        new RecallRequested(ACCOUNT, "F-1", List.of(FIRST)));
    }

    @Test
    void keeps_what_came_back_while_a_freeze_catches_it_and_says_which() {
        var until = Optional.of(Scenario.NOON.plusSeconds(86_400));
        var court = frozen("F-1", FreezeKind.JUDICIAL, Optional.of(AMOUNT.minus(Money.fen(1))), until);
        var police = frozen("F-2", FreezeKind.EMERGENCY_STOP, Optional.empty(), until);
        var queued = frozen("F-3", FreezeKind.DISPUTE, Optional.of(Money.fen(1)), until);
        var inVain = frozen("F-4", FreezeKind.DISPUTE, Optional.of(Money.fen(1)), until);
        var asked = new VerifyLegReissue(ACCOUNT, "Y-1");
        var byCourt = keeps(Money.fen(1), new HoldingOrder("F-1", FreezeKind.JUDICIAL));
        var byAll = keeps(
                Money.ZERO,
                new HoldingOrder("F-1", FreezeKind.JUDICIAL),
                new HoldingOrder("F-2", FreezeKind.EMERGENCY_STOP),
                new HoldingOrder("F-3", FreezeKind.DISPUTE));

        back().when(asked, BUSINESS).changesNothing();
        back(court).when(asked, OPERATOR).isRefused(byCourt);
        back(court).when(LET_GO, POLICY).records(kept(byCourt));
        back(court, police, queued, inVain).when(LET_GO, POLICY).records(kept(byAll));
        back(court, kept(byCourt), new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty()))
                .when(LET_GO, POLICY)
                .changesNothing();
        back(court, new FundsUnfrozen(ACCOUNT, "F-1", Optional.empty()))
                .when(LET_GO, POLICY)
                .records(GOES);
        back(court).after(Duration.ofDays(1)).when(LET_GO, POLICY).records(GOES);
        after(TO_LENDER, TO_SELLER, court).when(asked, BUSINESS).changesNothing();
        assertThat(byCourt.sentence())
                .isEqualTo("Of " + AMOUNT + " that came back of Y-1 only " + Money.fen(1)
                        + " may go again. It is kept by F-1 (JUDICIAL).");
    }

    @Test
    void lets_what_came_back_go_once_and_calls_it_back_for_what_stops_everything() {
        back().when(LET_GO, POLICY).records(GOES);
        back(GOES).when(LET_GO, POLICY).changesNothing();
        back(GOES)
                .when(new ConfirmReleasePaid(ACCOUNT, "Y-1", SECOND), POLICY)
                .records(new ReissuePaid(ACCOUNT, "Y-1", SECOND, AMOUNT));
        back(GOES, new ReissuePaid(ACCOUNT, "Y-1", SECOND, AMOUNT))
                .when(new ReissueLeg(ACCOUNT, "Y-1", 3, CARD, AMOUNT), POLICY)
                .records(new LegReissueDeclined(ACCOUNT, "Y-1", 3, "RETURN_NOT_UNDECIDED", List.of()));
        after(TO_LENDER, TO_SELLER, REFUNDED)
                .when(LET_GO, POLICY)
                .records(new LegReissueDeclined(ACCOUNT, "Y-1", 2, "RETURN_NOT_UNDECIDED", List.of()));
        back().when(new ReissueLeg(ACCOUNT, "Y-1", 2, CARD, AMOUNT.minus(Money.fen(1))), POLICY)
                .isRefused(new NotTheTaker("Y-1", SECOND.value()));
        back().when(new ReissueLeg(ACCOUNT, "Y-2", 2, CARD, DissolvedSale.TO_LENDER.amount()), POLICY)
                .isRefused(new NotTheTaker("Y-2", "PY:RF:EA:acme:C-1:Y-2:2"));

        var stop = new FreezeOrder("F-1", FreezeKind.EMERGENCY_STOP, "POLICE", Optional.empty(), Optional.empty());
        assertThat(recalledBy(stop, back())).isEmpty();
        assertThat(recalledBy(stop, back(GOES))).containsExactly(SECOND);
    }

    /** A bank gives a payout back that it never said to have paid. */
    @Test
    void keeps_what_came_back_also_where_it_does_not_believe_it_to_be_paid() {
        var court = frozen("F-1", FreezeKind.JUDICIAL, Optional.of(AMOUNT), Optional.of(Scenario.NOON.plusSeconds(9)));
        after(TO_LENDER, TO_SELLER, court)
                .when(LET_GO, POLICY)
                .records(kept(keeps(Money.ZERO, new HoldingOrder("F-1", FreezeKind.JUDICIAL))));
        after(TO_LENDER, TO_SELLER).when(LET_GO, POLICY).records(GOES);
        after(TO_LENDER, TO_SELLER, GOES).when(LET_GO, POLICY).changesNothing();
        after(TO_LENDER, TO_SELLER, GOES)
                .when(new ReissueLeg(ACCOUNT, "Y-1", 3, CARD, AMOUNT), POLICY)
                .records(new LegReissued(ACCOUNT, "Y-1", 3, CARD, AMOUNT, Sale.CUSTODY));
    }

    /** A freeze is no refusal of the payer's bank. */
    @Test
    void goes_back_to_where_it_came_from_after_it_was_called_back() {
        var recalled = failed(PayoutFailed.RECALLED);
        var refused = failed(RefundCancelled.REFUSED_AND_RECALLED);
        var again = DissolvedSale.agree(DissolvedSale.toBuyer("Y-4", AMOUNT));

        after(TO_LENDER, TO_SELLER, recalled)
                .when(again, BUSINESS)
                .records(new TerminationPlanAgreed(
                        ACCOUNT,
                        2,
                        List.of(new TerminationLeg(
                                        "Y-4",
                                        new Payee("B-1", DissolvedSale.BUYERS_CARD),
                                        AMOUNT,
                                        Money.ZERO,
                                        Optional.of(DissolvedSale.DOWN))
                                .takenBy(RefundId.ofLeg(ACCOUNT, "Y-4"))),
                        DissolvedSale.ALL_SIGN,
                        BUSINESS.subject(),
                        1));
        after(TO_LENDER, TO_SELLER, refused).when(again, BUSINESS).isRefused(new PayeeNotBound("B-1"));
    }

    private static ReleaseFailed failed(String reason) {
        return new ReleaseFailed(ACCOUNT, "Y-1", FIRST, AMOUNT, reason, Optional.empty());
    }

    private static Scenario back(EscrowEvent... more) {
        return after(TO_LENDER, TO_SELLER, REFUNDED, BACK).given(more);
    }

    private static ReturnFrozen keeps(Money free, HoldingOrder... orders) {
        return new ReturnFrozen("Y-1", AMOUNT, free, List.of(orders));
    }

    private static LegReissueDeclined kept(ReturnFrozen why) {
        return new LegReissueDeclined(ACCOUNT, "Y-1", 2, "RETURN_FROZEN", why.orders());
    }

    private static FundsFrozen frozen(String no, FreezeKind kind, Optional<Money> amount, Optional<Instant> until) {
        var order = new FreezeOrder(no, kind, "A", amount, Optional.empty());
        return new FundsFrozen(ACCOUNT, order, until, 1, Money.ZERO, List.of(Sale.DEED), OPERATOR.subject());
    }

    private static List<PayoutId> recalledBy(FreezeOrder order, Scenario scenario) {
        var decision = scenario.when(new FreezeFunds(ACCOUNT, order, Optional.empty(), List.of(Sale.DEED)), OPERATOR)
                .decision();
        return ((Decision.Accepted<?>) decision)
                .events().stream()
                        .filter(RecallRequested.class::isInstance)
                        .flatMap(event -> ((RecallRequested) event).payouts().stream())
                        .toList();
    }

    /** A plan that waited for its approval when refunds came is carried out as it was signed. */
    @Test
    void was_paid_by_payouts_where_its_plan_says_so() {
        dissolving()
                .given(agreed(1, DissolvedSale.BY_PAYOUT))
                .when(approved(1, DissolvedSale.BY_PAYOUT, "carol", "carl"), POLICY)
                .records(executed(1, DissolvedSale.BY_PAYOUT));
    }

    private static Scenario after(EscrowEvent... events) {
        return dissolving().given(agreed(1, LEGS), executed(1, LEGS)).given(events);
    }

    private static ReleasePaid paid(int index) {
        var leg = LEGS.get(index);
        return new ReleasePaid(ACCOUNT, leg.legNo(), payout(leg.legNo()), leg.amount());
    }

    private static String status(EscrowEvent... more) {
        var history = new ArrayList<>(DissolvedSale.heldBack());
        history.add(DissolvedSale.REQUESTED);
        Stream.concat(Stream.of(agreed(1, LEGS), executed(1, LEGS)), Stream.of(more))
                .forEach(history::add);
        var account = new PureEscrowAccount();
        history.forEach(event -> account.apply(event, Scenario.NOON));
        return account.status();
    }
}
