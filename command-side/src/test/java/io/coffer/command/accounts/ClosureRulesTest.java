package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.approved;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.paid;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.releasable;
import static io.coffer.command.accounts.Sale.requested;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Closing an escrow account")
class ClosureRulesTest {

    private static final CloseAccount CLOSE = new CloseAccount(ACCOUNT);
    private static final ConfirmClosure CONFIRM = new ConfirmClosure(ACCOUNT);
    private static final AccountClosureRequested CLOSING = new AccountClosureRequested(ACCOUNT, Optional.empty());
    private static final Money HALF = Money.yuan(1_000_000);

    @Test
    void starts_when_everything_was_paid_out() {
        completed().when(CLOSE, BUSINESS).records(CLOSING);
        completed()
                .given(new VirtualAccountAttached(ACCOUNT, NUMBER))
                .when(CLOSE, BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.of(NUMBER)));
    }

    @Test
    void is_blocked_before_the_money_came_in() {
        scenario().given(opened()).when(CLOSE, BUSINESS).isRefused(blocked(notCompleted("OPENED", PRICE)));
    }

    @Test
    void is_blocked_by_everything_at_once() {
        scenario()
                .given(releasable())
                .given(requested("R-1", HALF), approved("R-1", HALF), requested("R-2", HALF))
                .given(new EscrowOverfunded(ACCOUNT, receipt("X2"), ONE_FEN, ONE_FEN))
                .when(CLOSE, BUSINESS)
                .isRefused(blocked(
                        notCompleted("RELEASING", Money.ZERO),
                        new ClosureBlocker(Kind.BALANCE_NOT_ZERO, "balance", PRICE),
                        new ClosureBlocker(Kind.PAYOUT_IN_TRANSIT, "R-1", HALF),
                        new ClosureBlocker(Kind.RELEASE_UNDECIDED, "R-2", HALF),
                        new ClosureBlocker(Kind.EXCESS_UNDECIDED, "excess", ONE_FEN)));
    }

    @Test
    void is_blocked_by_one_fen_of_excess() {
        completed()
                .given(new EscrowOverfunded(ACCOUNT, receipt("X2"), ONE_FEN, ONE_FEN))
                .when(CLOSE, BUSINESS)
                .isRefused(blocked(new ClosureBlocker(Kind.EXCESS_UNDECIDED, "excess", ONE_FEN)));
    }

    @Test
    void is_blocked_by_one_fen_that_stayed() {
        var paid = PRICE.minus(ONE_FEN);

        scenario()
                .given(releasable())
                .given(requested("R-1", paid), approved("R-1", paid), paid("R-1", paid))
                .when(CLOSE, BUSINESS)
                .isRefused(blocked(
                        notCompleted("RELEASABLE", Money.ZERO),
                        new ClosureBlocker(Kind.BALANCE_NOT_ZERO, "balance", ONE_FEN)));
    }

    /** T21. */
    @Test
    void is_blocked_by_what_was_paid_too_much_until_its_payer_has_it() {
        var refunding = new ExcessRefunding(ACCOUNT, receipt("X3"), ONE_FEN);

        tooMuch()
                .when(CLOSE, BUSINESS)
                .isRefused(blocked(new ClosureBlocker(Kind.EXCESS_UNDECIDED, "excess", ONE_FEN.plus(ONE_FEN))));
        tooMuch()
                .given(refunding)
                .when(CLOSE, BUSINESS)
                .isRefused(blocked(
                        new ClosureBlocker(Kind.EXCESS_UNDECIDED, "excess", ONE_FEN),
                        new ClosureBlocker(Kind.REFUND_IN_TRANSIT, receipt("X3").value(), ONE_FEN)));
        tooMuch()
                .given(
                        refunding,
                        new ExcessReturned(ACCOUNT, receipt("X3"), ONE_FEN),
                        new ExcessReturned(ACCOUNT, receipt("X4"), ONE_FEN))
                .when(CLOSE, BUSINESS)
                .records(CLOSING);
    }

    private static Scenario tooMuch() {
        return completed()
                .given(
                        new EscrowOverfunded(ACCOUNT, receipt("X3"), ONE_FEN, ONE_FEN),
                        new EscrowOverfunded(ACCOUNT, receipt("X4"), ONE_FEN, ONE_FEN));
    }

    @Test
    void is_asked_for_once() {
        completed().given(CLOSING).when(CLOSE, BUSINESS).changesNothing();
        completed()
                .given(CLOSING, new AccountClosed(ACCOUNT))
                .when(CLOSE, BUSINESS)
                .changesNothing();
    }

    @Test
    void of_a_cancelled_account_is_not_possible() {
        scenario()
                .given(opened(), new EscrowAccountCancelled(ACCOUNT, "BUYER_WITHDREW", Optional.empty()))
                .when(CLOSE, BUSINESS)
                .isRefused(new NotInThisState("CANCELLED", List.of("COMPLETED", "TERMINATED")));
    }

    @Test
    void ends_when_the_number_at_the_bank_is_closed() {
        completed().given(CLOSING).when(CONFIRM, POLICY).records(new AccountClosed(ACCOUNT));
        completed()
                .given(CLOSING, new AccountClosed(ACCOUNT))
                .when(CONFIRM, POLICY)
                .changesNothing();
    }

    @Test
    void does_not_end_before_it_started() {
        completed().when(CONFIRM, POLICY).changesNothing();
        scenario()
                .given(opened(), new EscrowAccountCancelled(ACCOUNT, "BUYER_WITHDREW", Optional.of(NUMBER)))
                .when(CONFIRM, POLICY)
                .changesNothing();
    }

    private static Scenario completed() {
        return scenario()
                .given(releasable())
                .given(requested("R-1", PRICE), approved("R-1", PRICE), paid("R-1", PRICE));
    }

    private static ClosureBlocker notCompleted(String state, Money missing) {
        return new ClosureBlocker(Kind.NOT_COMPLETED, state, missing);
    }

    private static ClosureBlocked blocked(ClosureBlocker... blockers) {
        return new ClosureBlocked(List.of(blockers));
    }
}
