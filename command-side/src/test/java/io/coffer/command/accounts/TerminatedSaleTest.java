package io.coffer.command.accounts;

import static io.coffer.command.accounts.DissolvedSale.BUYERS_CARD;
import static io.coffer.command.accounts.DissolvedSale.BY_PAYOUT;
import static io.coffer.command.accounts.DissolvedSale.DOWN;
import static io.coffer.command.accounts.DissolvedSale.KEPT;
import static io.coffer.command.accounts.DissolvedSale.TO_BUYER;
import static io.coffer.command.accounts.DissolvedSale.agree;
import static io.coffer.command.accounts.DissolvedSale.agreed;
import static io.coffer.command.accounts.DissolvedSale.dissolving;
import static io.coffer.command.accounts.DissolvedSale.executed;
import static io.coffer.command.accounts.DissolvedSale.to;
import static io.coffer.command.accounts.DissolvedSale.toBuyer;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationRejection.LoanNotToLender;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanInvalid;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An account whose balance was divided")
class TerminatedSaleTest {

    @Test
    void is_terminated_when_every_part_is_paid_and_closes_then() {
        assertThat(status(promised())).isEqualTo("TERMINATING");
        assertThat(status(promised(), paid(0), paid(1))).isEqualTo("TERMINATING");
        assertThat(status(promised(), paid(0), paid(1), paid(2))).isEqualTo("TERMINATED");

        after(paid(0), paid(1), paid(2))
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void takes_a_refused_part_back_where_it_came_from_and_divides_it_anew() {
        var refused = failed(2, KEPT);

        after(paid(0), paid(1))
                .when(new FailRelease(ACCOUNT, "Y-3", payout("Y-3"), "CLOSED"), POLICY)
                .records(refused);
        assertThat(status(promised(), paid(0), paid(1), refused)).isEqualTo("TERMINATING");
        after(paid(0), paid(1), refused)
                .when(agree(to("Y-3", "S-1", KEPT)), BUSINESS)
                .isRefused(new TerminationPlanInvalid(List.of("the number Y-3 is taken in this account")));
        after(paid(0), paid(1), refused)
                .when(agree(to("Y-4", "S-1", KEPT)), BUSINESS)
                .records(plan(1, new TerminationLeg("Y-4", Sale.SELLER, KEPT, KEPT, Optional.empty())));
    }

    @Test
    void gives_the_buyer_what_his_card_refused_by_a_verified_account() {
        var refused = failed(0, Money.ZERO);
        var again = toBuyer("Y-4", TO_BUYER.amount());

        after(paid(1), paid(2), refused).when(agree(again), BUSINESS).isRefused(new PayeeNotBound("B-1"));
        after(paid(1), paid(2), refused)
                .when(new BindPayee(ACCOUNT, Sale.BUYER, List.of(DEED)), BUSINESS)
                .records(new PayeeBound(ACCOUNT, Sale.BUYER, List.of(DEED)));
        after(paid(1), paid(2), refused, HeldSale.BUYER_BOUND)
                .when(agree(again), BUSINESS)
                .records(plan(
                        1,
                        new TerminationLeg("Y-4", Sale.BUYER, TO_BUYER.amount(), Money.ZERO, Optional.of(DOWN))
                                .takenBy(RefundId.ofLeg(ACCOUNT, "Y-4"))));
    }

    @Test
    void does_not_pay_a_receipt_back_twice() {
        var refused = failed(2, KEPT);

        after(paid(0), paid(1), refused)
                .when(agree(toBuyer("Y-4", KEPT)), BUSINESS)
                .records(plan(
                        1,
                        new TerminationLeg("Y-4", new Payee("B-1", BUYERS_CARD), KEPT, KEPT, Optional.of(DOWN))
                                .takenBy(RefundId.ofLeg(ACCOUNT, "Y-4"))));
        after(paid(0), paid(1), refused)
                .when(agree(toBuyer("Y-4", KEPT.plus(ONE_FEN))), BUSINESS)
                .isRefused(new TerminationPlanInvalid(
                        List.of("of " + DOWN + " at most " + KEPT + " may go back, not " + KEPT.plus(ONE_FEN))));
    }

    @Test
    void keeps_a_loan_that_came_back_for_its_lender() {
        var back = new ReleaseReturned(ACCOUNT, "Y-2", payout("Y-2"), "L-1", LOAN);
        var restored = new ReturnedMoneyRestored(ACCOUNT, "Y-2", payout("Y-2"), LOAN);

        assertThat(status(promised(), paid(0), paid(1), paid(2), back)).isEqualTo("TERMINATING");
        after(paid(0), paid(1), paid(2), back, restored)
                .when(agree(to("Y-4", "S-1", LOAN)), BUSINESS)
                .isRefused(new LoanNotToLender(LOAN, Money.ZERO, LOAN));
        after(paid(0), paid(1), paid(2), back, restored)
                .when(agree(to("Y-4", "L-1", LOAN)), BUSINESS)
                .records(plan(2, new TerminationLeg("Y-4", DissolvedSale.LENDER, LOAN, Money.ZERO, Optional.empty())));
    }

    private static List<EscrowEvent> promised() {
        return List.of(agreed(1, BY_PAYOUT), executed(1, BY_PAYOUT));
    }

    private static Scenario after(EscrowEvent... events) {
        return dissolving().given(promised()).given(events);
    }

    private static TerminationPlanAgreed plan(int checkers, TerminationLeg leg) {
        return new TerminationPlanAgreed(
                ACCOUNT, 2, List.of(leg), DissolvedSale.ALL_SIGN, BUSINESS.subject(), checkers);
    }

    private static ReleasePaid paid(int index) {
        var leg = BY_PAYOUT.get(index);
        return new ReleasePaid(ACCOUNT, leg.legNo(), payout(leg.legNo()), leg.amount());
    }

    private static ReleaseFailed failed(int index, Money toHoldback) {
        var leg = BY_PAYOUT.get(index);
        return new ReleaseFailed(
                ACCOUNT,
                leg.legNo(),
                payout(leg.legNo()),
                leg.amount(),
                "CLOSED",
                Optional.of(toHoldback).filter(money -> !money.isZero()));
    }

    private static String status(List<EscrowEvent> promised, EscrowEvent... more) {
        var history = new ArrayList<>(DissolvedSale.heldBack());
        history.add(DissolvedSale.REQUESTED);
        Stream.concat(promised.stream(), Stream.of(more)).forEach(history::add);
        var account = new PureEscrowAccount();
        history.forEach(event -> account.apply(event, Scenario.NOON));
        return account.status();
    }
}
