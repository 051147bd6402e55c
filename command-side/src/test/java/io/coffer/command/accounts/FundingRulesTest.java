package io.coffer.command.accounts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.funded;
import static io.coffer.command.accounts.Sale.opened;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money that comes into an escrow account")
class FundingRulesTest {

    @Test
    void fills_a_planned_payment_exactly() {
        scenario()
                .given(opened())
                .when(credit("X1", DOWN_PAYMENT), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT));
    }

    @Test
    void fills_a_planned_payment_in_part_and_says_what_is_missing() {
        var part = Money.yuan(590_000);

        scenario()
                .given(opened())
                .when(credit("X1", part), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), part, part),
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.DOWN_PAYMENT, part, Money.yuan(10_000)));
    }

    @Test
    void goes_on_where_the_last_receipt_stopped() {
        scenario()
                .given(opened())
                .when(credit("X1", DOWN_PAYMENT.minus(ONE_FEN)), POLICY)
                .then()
                .when(credit("X2", Money.fen(2)), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X2"), Money.fen(2), Money.fen(2)),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemPartiallyFunded(
                                ACCOUNT, PaymentItem.LOAN_PROCEEDS, ONE_FEN, LOAN.minus(ONE_FEN)));
    }

    @Test
    void fills_all_planned_payments_at_once() {
        scenario()
                .given(opened())
                .when(credit("X1", PRICE), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), PRICE, PRICE),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN));
    }

    @Test
    void beyond_the_plan_is_set_apart_to_the_fen() {
        var whole = PRICE.plus(ONE_FEN);

        scenario()
                .given(opened())
                .when(credit("X1", whole), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), PRICE, whole),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN),
                        new EscrowOverfunded(ACCOUNT, receipt("X1"), ONE_FEN, whole));
    }

    @Test
    void after_the_plan_is_full_is_all_excess() {
        scenario()
                .given(funded())
                .when(credit("X2", DOWN_PAYMENT), POLICY)
                .records(new EscrowOverfunded(ACCOUNT, receipt("X2"), DOWN_PAYMENT, DOWN_PAYMENT));
    }

    @Test
    void after_everything_was_paid_out_is_all_excess() {
        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", PRICE), Sale.approved("R-1", PRICE), Sale.paid("R-1", PRICE))
                .when(credit("X2", ONE_FEN), POLICY)
                .records(new EscrowOverfunded(ACCOUNT, receipt("X2"), ONE_FEN, ONE_FEN));
    }

    @Test
    void after_the_end_is_refused() {
        var open = List.of(
                "OPENED",
                "FUNDING",
                "FUNDED",
                "RELEASABLE",
                "RELEASING",
                "HELD_BACK",
                "COMPLETED",
                "TERMINATING",
                "TERMINATED");
        var endings = Map.<String, EscrowEvent>of(
                "CANCELLED", new EscrowAccountCancelled(ACCOUNT, "BUYER_WITHDREW", Optional.empty()),
                "CLOSING", new AccountClosureRequested(ACCOUNT, Optional.empty()),
                "CLOSED", new AccountClosed(ACCOUNT));

        endings.forEach((state, ending) -> scenario()
                .given(opened(), ending)
                .when(credit("X1", ONE_FEN), POLICY)
                .isRefused(new NotInThisState(state, open)));
    }

    @Test
    void at_another_custody_account_is_refused() {
        var elsewhere = new CustodyAccount("307584007998", "6222000000000002");

        scenario()
                .given(opened())
                .when(CreditReceipt.unseen(ACCOUNT, receipt("X1"), DOWN_PAYMENT, elsewhere, Optional.empty()), POLICY)
                .isRefused(new WrongCustodyAccount("307584007998.6222000000000001"));
    }

    @Test
    void is_credited_once_whoever_asks_again() {
        scenario()
                .given(opened())
                .when(credit("X1", DOWN_PAYMENT), POLICY)
                .then()
                .when(credit("X1", DOWN_PAYMENT), POLICY)
                .changesNothing();
    }

    /** T45 of {@code domain.md}. */
    @Test
    void by_mistake_is_given_back_and_the_plan_waits_again() {
        scenario()
                .given(opened())
                .when(credit("X1", DOWN_PAYMENT.plus(ONE_FEN)), POLICY)
                .then()
                .when(reverse("X1", 1), POLICY)
                .records(
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.LOAN_PROCEEDS, Money.ZERO, LOAN),
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.DOWN_PAYMENT, Money.ZERO, DOWN_PAYMENT),
                        reversed("X1", 1, Credited.EXPECTED, DOWN_PAYMENT.plus(ONE_FEN), Money.ZERO));
    }

    @Test
    void by_mistake_is_given_back_with_its_excess() {
        Supplier<Scenario> given = () -> scenario()
                .given(opened())
                .when(credit("X1", PRICE.plus(ONE_FEN)), POLICY)
                .then();

        given.get()
                .when(reverse("X1", 1), POLICY)
                .records(
                        reversed("X1", 1, Credited.EXCESS, ONE_FEN, PRICE),
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.LOAN_PROCEEDS, Money.ZERO, LOAN),
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.DOWN_PAYMENT, Money.ZERO, DOWN_PAYMENT),
                        reversed("X1", 1, Credited.EXPECTED, PRICE, Money.ZERO));
        given.get()
                .when(reverse("X1", 1), POLICY)
                .then()
                .when(credit("X1", PRICE), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), PRICE, PRICE),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.LOAN_PROCEEDS, LOAN));
    }

    @Test
    void by_mistake_that_is_all_excess_is_given_back_without_touching_the_plan() {
        scenario()
                .given(funded())
                .when(credit("X2", DOWN_PAYMENT), POLICY)
                .then()
                .when(reverse("X2", 1), POLICY)
                .records(reversed("X2", 1, Credited.EXCESS, DOWN_PAYMENT, Money.ZERO));
    }

    /** T45 of {@code domain.md}: after a release it is refused; and what was refused once is not judged again. */
    @Test
    void by_mistake_stays_when_it_is_promised_or_paid_and_the_answer_stands() {
        var declined = new ReversalDeclined(ACCOUNT, receipt("X1"), 1, "EXCEEDS_RELEASABLE");
        Supplier<Scenario> promised = () -> scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", ONE_FEN), Sale.approved("R-1", ONE_FEN));

        promised.get().when(reverse("X1", 1), POLICY).records(declined);
        promised.get().given(declined).when(reverse("X1", 1), POLICY).changesNothing();
        promised.get()
                .given(declined, Sale.failed("R-1", ONE_FEN))
                .when(reverse("X1", 1), POLICY)
                .changesNothing();
        scenario()
                .given(Sale.releasable())
                .given(Sale.requested("R-1", ONE_FEN))
                .when(reverse("X1", 1), POLICY)
                .records(declined);
        scenario()
                .given(opened())
                .when(reverse("X9", 1), POLICY)
                .records(new ReversalDeclined(ACCOUNT, receipt("X9"), 1, "NOT_FOUND"));
    }

    /** What the terms want to be kept is kept of the right money; what is kept already is not free. */
    @Test
    void by_mistake_is_given_back_also_where_a_part_of_the_price_is_to_be_kept_but_not_what_is_kept() {
        scenario()
                .given(HeldSale.releasable())
                .when(reverse("X1", 1), POLICY)
                .records(
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.LOAN_PROCEEDS, Money.ZERO, LOAN),
                        new PaymentItemPartiallyFunded(ACCOUNT, PaymentItem.DOWN_PAYMENT, Money.ZERO, DOWN_PAYMENT),
                        reversed("X1", 1, Credited.EXPECTED, PRICE, Money.ZERO));
        scenario()
                .given(HeldSale.releasable())
                .given(HeldSale.RESERVED)
                .when(reverse("X1", 1), POLICY)
                .records(new ReversalDeclined(ACCOUNT, receipt("X1"), 1, "EXCEEDS_RELEASABLE"));
    }

    @Test
    void that_went_back_to_its_payer_no_longer_keeps_the_account_open() {
        Supplier<Scenario> given = () ->
                scenario().given(funded()).when(credit("X2", ONE_FEN), POLICY).then();

        given.get()
                .when(new ConfirmExcessReturned(ACCOUNT, receipt("X2")), POLICY)
                .records(new ExcessReturned(ACCOUNT, receipt("X2"), ONE_FEN));
        given.get()
                .when(new ConfirmExcessReturned(ACCOUNT, receipt("X2")), POLICY)
                .then()
                .when(new ConfirmExcessReturned(ACCOUNT, receipt("X2")), POLICY)
                .changesNothing();
        given.get()
                .when(new ConfirmExcessReturned(ACCOUNT, receipt("X1")), POLICY)
                .changesNothing();
    }

    @Test
    void that_a_refund_brings_to_its_payer_is_on_its_way_until_it_is_there() {
        var took = new RecordExcessRefunding(ACCOUNT, receipt("X2"));
        var arrived = new ConfirmExcessReturned(ACCOUNT, receipt("X2"));
        var refunding = new ExcessRefunding(ACCOUNT, receipt("X2"), ONE_FEN);
        Supplier<Scenario> given = () ->
                scenario().given(funded()).when(credit("X2", ONE_FEN), POLICY).then();

        given.get().when(took, POLICY).records(refunding);
        given.get().given(refunding).when(took, POLICY).changesNothing();
        given.get().given(refunding).when(arrived, POLICY).records(new ExcessReturned(ACCOUNT, receipt("X2"), ONE_FEN));
        // Old news, and what came in another order.
        given.get()
                .given(refunding, new ExcessReturned(ACCOUNT, receipt("X2"), ONE_FEN))
                .when(took, POLICY)
                .changesNothing();
        given.get()
                .given(new ExcessReturned(ACCOUNT, receipt("X2"), ONE_FEN))
                .when(took, POLICY)
                .changesNothing();
        given.get()
                .when(new RecordExcessRefunding(ACCOUNT, receipt("X1")), POLICY)
                .changesNothing();
    }

    private static ReverseCredit reverse(String coreNo, int verdictNo) {
        return new ReverseCredit(ACCOUNT, receipt(coreNo), verdictNo, Optional.of("AR:_:x:y"));
    }

    private static JournalReversed reversed(String coreNo, int verdictNo, Credited what, Money amount, Money left) {
        return new JournalReversed(
                ACCOUNT, receipt(coreNo), verdictNo, what, amount, left, Postings.CURRENT, Optional.of("AR:_:x:y"));
    }

    private static CreditReceipt credit(String coreNo, Money amount) {
        return CreditReceipt.unseen(ACCOUNT, receipt(coreNo), amount, Sale.CUSTODY, Optional.empty());
    }
}
