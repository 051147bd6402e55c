package io.coffer.command.accounts;

import static io.coffer.command.accounts.DissolvedSale.ALL_SIGN;
import static io.coffer.command.accounts.DissolvedSale.BUYERS_CARD;
import static io.coffer.command.accounts.DissolvedSale.DOWN;
import static io.coffer.command.accounts.DissolvedSale.KEPT;
import static io.coffer.command.accounts.DissolvedSale.LENDER;
import static io.coffer.command.accounts.DissolvedSale.LENDER_BOUND;
import static io.coffer.command.accounts.DissolvedSale.REQUESTED;
import static io.coffer.command.accounts.DissolvedSale.agree;
import static io.coffer.command.accounts.DissolvedSale.agreed;
import static io.coffer.command.accounts.DissolvedSale.executed;
import static io.coffer.command.accounts.DissolvedSale.to;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.LOAN;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.payout;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationRejection.LoanNotToLender;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A seller's own hold-back in a terminated contract")
class DissolvedPaidInSaleTest {

    private static final HoldbackFunded PAID_IN = new HoldbackFunded(ACCOUNT, receipt("H1"), KEPT, KEPT);
    private static final Money REST = LOAN.minus(KEPT);
    private static final Money TAKEN = Money.yuan(10_000);
    private static final Money LEFT = KEPT.minus(TAKEN);
    private static final TerminationLeg TO_BUYER =
            new TerminationLeg("Y-2", new Payee("B-1", BUYERS_CARD), DOWN_PAYMENT, Money.ZERO, Optional.of(DOWN));
    /** The seller's part comes first, and so the lender's last fen from the hold-back. */
    private static final List<TerminationLeg> LEGS = List.of(
            new TerminationLeg("Y-1", Sale.SELLER, KEPT, Money.ZERO, Optional.empty()),
            TO_BUYER,
            new TerminationLeg("Y-3", LENDER, LOAN, KEPT, Optional.empty()));

    @Test
    void is_no_part_of_the_loan() {
        var toLender = new TerminationLeg("Y-1", LENDER, REST, Money.ZERO, Optional.empty());
        var toSeller = new TerminationLeg("Y-2", Sale.SELLER, KEPT, KEPT, Optional.empty());

        partlyReleased()
                .when(agree(to("Y-1", "L-1", REST), to("Y-2", "S-1", KEPT)), BUSINESS)
                .records(plan(toLender, toSeller));
        partlyReleased()
                .when(agree(to("Y-1", "L-1", REST.minus(ONE_FEN)), to("Y-2", "S-1", KEPT.plus(ONE_FEN))), BUSINESS)
                .isRefused(new LoanNotToLender(REST, REST.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void goes_to_others_only_as_far_as_the_seller_signs_it_away() {
        var all = List.of(to("Y-1", "L-1", LOAN));

        partlyReleased()
                .when(agree(to("Y-1", "L-1", LOAN)), BUSINESS)
                .records(plan(new TerminationLeg("Y-1", LENDER, LOAN, KEPT, Optional.empty())));
        partlyReleased()
                .when(
                        new AgreeTerminationPlan(ACCOUNT, all, List.of(ALL_SIGN.getFirst(), ALL_SIGN.getLast())),
                        BUSINESS)
                .isRefused(new SignaturesInvalid(List.of("S-1 has not signed")));
    }

    @Test
    void goes_back_when_nothing_else_is_here() {
        scenario()
                .given(opened(), Sale.bound(), PAID_IN, REQUESTED)
                .when(agree(to("Y-1", "S-1", KEPT)), BUSINESS)
                .records(new TerminationPlanAgreed(
                        ACCOUNT,
                        1,
                        List.of(new TerminationLeg("Y-1", Sale.SELLER, KEPT, KEPT, Optional.empty())),
                        ALL_SIGN,
                        BUSINESS.subject(),
                        1));
    }

    @Test
    void is_not_counted_again_after_the_seller_got_it() {
        divided(failed())
                .when(agree(to("Y-4", "L-1", LOAN.minus(ONE_FEN)), to("Y-5", "S-1", ONE_FEN)), BUSINESS)
                .isRefused(new LoanNotToLender(LOAN, LOAN.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void is_less_by_what_a_court_took_of_it_after_what_was_kept_of_the_price() {
        var kept = new HoldbackReserved(ACCOUNT, TAKEN);

        partlyReleased()
                .given(deducted())
                .given(Sale.paid("D-1", TAKEN))
                .when(agree(to("Y-1", "L-1", REST.minus(ONE_FEN)), to("Y-2", "S-1", LEFT.plus(ONE_FEN))), BUSINESS)
                .isRefused(new LoanNotToLender(REST, REST.minus(ONE_FEN), ONE_FEN));
        partlyReleased()
                .given(kept)
                .given(deducted())
                .given(Sale.paid("D-1", TAKEN))
                .when(agree(to("Y-1", "L-1", REST.minus(TAKEN).minus(ONE_FEN)), to("Y-2", "S-1", ONE_FEN)), BUSINESS)
                .isRefused(
                        new LoanNotToLender(REST.minus(TAKEN), REST.minus(TAKEN).minus(ONE_FEN), ONE_FEN));
        partlyReleased()
                .given(deducted())
                .given(new ReleaseFailed(ACCOUNT, "D-1", payout("D-1"), TAKEN, "CLOSED", Optional.of(TAKEN)))
                .when(agree(to("Y-1", "L-1", REST.minus(ONE_FEN)), to("Y-2", "S-1", KEPT.plus(ONE_FEN))), BUSINESS)
                .isRefused(new LoanNotToLender(REST, REST.minus(ONE_FEN), ONE_FEN));
    }

    @Test
    void is_not_expected_any_more_and_is_set_apart_when_it_comes_late() {
        var apart = new EscrowOverfunded(ACCOUNT, receipt("H2"), KEPT, KEPT);

        for (var payer : List.of(Sale.SELLER.account(), Sale.BUYER.account(), DissolvedSale.account("T-UNKNOWN"))) {
            withoutIt().when(credit(payer), POLICY).records(apart);
        }
        withoutIt()
                .when(new CreditHoldback(ACCOUNT, receipt("H2"), KEPT, CUSTODY), POLICY)
                .records(apart);
        withoutIt()
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .records(new AccountClosureRequested(ACCOUNT, Optional.empty()));
    }

    @Test
    void is_a_mistake_no_more_once_the_balance_was_divided() {
        var mistake = new ReverseCredit(ACCOUNT, receipt("H1"), 1, Optional.empty());

        scenario()
                .given(funded())
                .given(REQUESTED)
                .when(mistake, POLICY)
                .records(new JournalReversed(
                        ACCOUNT,
                        receipt("H1"),
                        1,
                        Credited.HOLDBACK,
                        KEPT,
                        Money.ZERO,
                        Postings.CURRENT,
                        Optional.empty()));
        divided(failed())
                .when(mistake, POLICY)
                .records(new ReversalDeclined(ACCOUNT, receipt("H1"), 1, "TERMINATION_CARRIED_OUT"));
        divided(failed())
                .when(new ReverseCredit(ACCOUNT, DOWN, 1, Optional.empty()), POLICY)
                .records(new ReversalDeclined(ACCOUNT, DOWN, 1, "TERMINATION_CARRIED_OUT"));
    }

    private static EscrowAccountOpened opened() {
        return new EscrowAccountOpened(ACCOUNT, Sale.CONTRACT, DissolvedSale.PARTIES, Sale.PAID_IN_TERMS, CUSTODY);
    }

    /** The price and the hold-back are here. */
    private static List<EscrowEvent> funded() {
        var events = new ArrayList<>(DissolvedSale.funded());
        events.set(0, opened());
        events.add(PAID_IN);
        events.add(LENDER_BOUND);
        return events;
    }

    /** Of the price less than the loan is left. */
    private static Scenario partlyReleased() {
        var out = DOWN_PAYMENT.plus(KEPT);
        return scenario()
                .given(funded())
                .given(Sale.requested("R-1", out), Sale.approved("R-1", out), Sale.paid("R-1", out), REQUESTED);
    }

    /** A court gets a part of the hold-back. */
    private static List<EscrowEvent> deducted() {
        var court = DissolvedSale.account("T-COURT");
        return List.of(
                new DeductionRequested(ACCOUNT, "D-1", "F-1", TAKEN, court, List.of(DEED), "olga"),
                new FundsDeducted(
                        ACCOUNT, "D-1", "F-1", payout("D-1"), court, TAKEN, TAKEN, CUSTODY, Optional.empty()));
    }

    /** The seller and the buyer have their parts. */
    private static Scenario divided(EscrowEvent andThen) {
        return scenario()
                .given(funded())
                .given(REQUESTED, agreed(1, LEGS), executed(1, LEGS), paid(LEGS.getFirst()), paid(TO_BUYER), andThen);
    }

    /** The seller never paid it in, and the buyer has his money back. */
    private static Scenario withoutIt() {
        return scenario()
                .given(opened())
                .given(DissolvedSale.funded().subList(1, 3))
                .given(Sale.bound(), HeldSale.BUYER_BOUND, REQUESTED)
                .given(agreed(1, List.of(TO_BUYER)), executed(1, List.of(TO_BUYER)), paid(TO_BUYER));
    }

    private static ReleasePaid paid(TerminationLeg leg) {
        return new ReleasePaid(ACCOUNT, leg.legNo(), payout(leg.legNo()), leg.amount());
    }

    private static ReleaseFailed failed() {
        return new ReleaseFailed(ACCOUNT, "Y-3", payout("Y-3"), LOAN, "CLOSED", Optional.of(KEPT));
    }

    private static CreditReceipt credit(BankAccountRef payer) {
        return CreditReceipt.unseen(ACCOUNT, receipt("H2"), KEPT, CUSTODY, Optional.of(payer));
    }

    private static TerminationPlanAgreed plan(TerminationLeg... legs) {
        return agreed(1, List.of(legs));
    }
}
