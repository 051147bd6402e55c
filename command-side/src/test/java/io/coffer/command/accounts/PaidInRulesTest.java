package io.coffer.command.accounts;

import static io.coffer.api.accounts.HoldbackSource.PAID_BY_SELLER;
import static io.coffer.command.accounts.HeldSale.BOTH_SIGN;
import static io.coffer.command.accounts.HeldSale.BUYER_BOUND;
import static io.coffer.command.accounts.HeldSale.KEPT;
import static io.coffer.command.accounts.HeldSale.toSeller;
import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.CONTRACT;
import static io.coffer.command.accounts.Sale.CUSTODY;
import static io.coffer.command.accounts.Sale.DEED;
import static io.coffer.command.accounts.Sale.DOWN_PAYMENT;
import static io.coffer.command.accounts.Sale.ONE_FEN;
import static io.coffer.command.accounts.Sale.PARTIES;
import static io.coffer.command.accounts.Sale.PRICE;
import static io.coffer.command.accounts.Sale.receipt;
import static io.coffer.command.accounts.Sale.scenario;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ApprovalTiers;
import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.AlreadyFunded;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.accounts.EscrowRejection.TermsInvalid;
import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotAgreed;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PlannedPayment;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hold-back that the seller pays in")
class PaidInRulesTest {

    private static final BankAccountRef SELLER = Sale.SELLER.account();
    private static final BankAccountRef BUYER = Sale.BUYER.account();
    private static final EscrowAccountOpened OPENED =
            new EscrowAccountOpened(ACCOUNT, CONTRACT, PARTIES, Sale.PAID_IN_TERMS, CUSTODY);
    private static final HoldbackFunded ALL = new HoldbackFunded(ACCOUNT, receipt("H1"), KEPT, KEPT);

    @Test
    void is_the_sellers_money_and_the_price_is_the_buyers() {
        bound().when(credit("H1", KEPT, SELLER), POLICY).records(ALL);
        bound().when(credit("X1", DOWN_PAYMENT, BUYER), POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT, Optional.of(BUYER)),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT));
    }

    @Test
    void is_known_by_the_name_of_the_seller_or_by_the_sellers_verified_account() {
        var named = List.of(
                new Party("B-1", PartyRole.BUYER, Optional.of("N-B")),
                new Party("S-1", PartyRole.SELLER, Optional.of("N-S")));
        scenario()
                .given(new EscrowAccountOpened(ACCOUNT, CONTRACT, named, Sale.PAID_IN_TERMS, CUSTODY))
                .when(credit("H1", KEPT, payer("T-9", "N-S")), POLICY)
                .records(ALL);
        bound().when(credit("H1", KEPT, payer(SELLER.token(), "H-9")), POLICY).records(ALL);
        bound().when(credit("H1", KEPT, payer("T-9", SELLER.holderDigest())), POLICY)
                .records(ALL);
    }

    @Test
    void is_never_guessed() {
        var unclear = declined(SuspenseReason.PAYER_UNCLEAR, "PAYER_UNCLEAR");

        bound().when(credit("H1", KEPT, payer("T-9", "H-9")), POLICY).records(unclear);
        bound().when(CreditReceipt.unseen(ACCOUNT, receipt("H1"), KEPT, CUSTODY, Optional.empty()), POLICY)
                .records(unclear);
        // The buyer's name and the seller's account.
        bound().when(credit("H1", KEPT, payer(SELLER.token(), BUYER.holderDigest())), POLICY)
                .records(unclear);
        // The seller owes a part of the plan as well.
        scenario()
                .given(opened(terms(50_000, taxOfSeller())), Sale.bound())
                .when(credit("H1", KEPT, SELLER), POLICY)
                .records(unclear);
    }

    @Test
    void is_what_people_say_that_it_is() {
        bound().when(new CreditHoldback(ACCOUNT, receipt("H1"), KEPT, CUSTODY), POLICY)
                .records(ALL);
        bound().when(
                        new CreditReceipt(
                                ACCOUNT, receipt("X1"), DOWN_PAYMENT, CUSTODY, Optional.of(SELLER), true, false),
                        POLICY)
                .records(
                        new EscrowFunded(ACCOUNT, receipt("X1"), DOWN_PAYMENT, DOWN_PAYMENT, Optional.of(SELLER)),
                        new PaymentItemSettled(ACCOUNT, PaymentItem.DOWN_PAYMENT, DOWN_PAYMENT));
        scenario()
                .given(HeldSale.opened())
                .when(new CreditHoldback(ACCOUNT, receipt("H1"), KEPT, CUSTODY), POLICY)
                .records(declined(SuspenseReason.TARGET_REFUSED, "HOLDBACK_NOT_AGREED"));
    }

    @Test
    void comes_in_parts_and_what_is_too_much_is_set_apart() {
        var part = KEPT.minus(ONE_FEN);
        var first = new HoldbackFunded(ACCOUNT, receipt("H1"), part, part);
        bound().when(credit("H1", part, SELLER), POLICY).records(first);
        bound().given(first)
                .when(credit("H2", ONE_FEN, SELLER), POLICY)
                .records(new HoldbackFunded(ACCOUNT, receipt("H2"), ONE_FEN, ONE_FEN));
        bound().given(first)
                .when(credit("H2", KEPT, SELLER), POLICY)
                .records(
                        new HoldbackFunded(ACCOUNT, receipt("H2"), ONE_FEN, KEPT),
                        new EscrowOverfunded(ACCOUNT, receipt("H2"), part, KEPT));
        bound().given(ALL)
                .when(credit("H2", ONE_FEN, SELLER), POLICY)
                .records(new EscrowOverfunded(ACCOUNT, receipt("H2"), ONE_FEN, ONE_FEN));
    }

    @Test
    void is_taken_once_at_its_own_custody_account_and_never_after_the_end() {
        bound().given(ALL).when(credit("H1", KEPT, SELLER), POLICY).changesNothing();
        bound().given(ALL)
                .when(new CreditHoldback(ACCOUNT, receipt("H1"), KEPT, CUSTODY), POLICY)
                .changesNothing();
        bound().when(
                        new CreditHoldback(
                                ACCOUNT, receipt("H1"), KEPT, new CustodyAccount("307584007998", "6222000000000002")),
                        POLICY)
                .isRefused(new WrongCustodyAccount(CUSTODY.subLedger()));
        bound().given(new AccountClosureRequested(ACCOUNT, Optional.empty()), new AccountClosed(ACCOUNT))
                .when(new CreditHoldback(ACCOUNT, receipt("H1"), KEPT, CUSTODY), POLICY)
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
    }

    @Test
    void may_come_first_and_then_the_terms_are_pinned() {
        bound().given(ALL).when(new AmendTerms(ACCOUNT, Sale.TERMS), BUSINESS).isRefused(new AlreadyFunded(KEPT));
        bound().given(ALL)
                .when(new CancelBeforeFunding(ACCOUNT, "X"), BUSINESS)
                .isRefused(new NotInThisState("FUNDING", List.of("OPENED")));
    }

    @Test
    void is_in_before_the_price_goes_out() {
        var release = new RequestRelease(ACCOUNT, "R-1", "S-1", PRICE);
        var almost = new HoldbackFunded(ACCOUNT, receipt("H1"), KEPT.minus(ONE_FEN), KEPT.minus(ONE_FEN));

        paidUp().given(almost).when(release, BUSINESS).isRefused(new NotInThisState("FUNDING", List.of("RELEASABLE")));
        paidUp().given(ALL).when(release, BUSINESS).records(Sale.requested("R-1", PRICE));
        paidUp().given(almost)
                .when(new CloseAccount(ACCOUNT), BUSINESS)
                .isRefused(new ClosureBlocked(List.of(
                        new ClosureBlocker(ClosureBlocker.Kind.NOT_COMPLETED, "FUNDING", ONE_FEN),
                        new ClosureBlocker(
                                ClosureBlocker.Kind.BALANCE_NOT_ZERO,
                                "balance",
                                PRICE.plus(KEPT).minus(ONE_FEN)))));
    }

    @Test
    void is_claimed_and_settled_like_any_other() {
        paidUp().given(ALL)
                .when(new HoldBack(ACCOUNT), BUSINESS)
                .isRefused(new HoldbackNotAgreed(HoldbackSource.FROM_BUYER_PAYMENT));
        paidUp().given(ALL)
                .when(new ClaimHoldback(ACCOUNT, "K-1", "B-1", KEPT, List.of(DEED)), BUSINESS)
                .records(HeldSale.claimed("K-1", KEPT));
        heldBack()
                .given(HeldSale.HANDED_OVER)
                .when(new RequestHoldbackSettlement(ACCOUNT, List.of(toSeller("L-1", KEPT))), BUSINESS)
                .records(new HoldbackSettlementRequested(
                        ACCOUNT,
                        1,
                        List.of(HeldSale.leg(toSeller("L-1", KEPT))),
                        BUSINESS.subject(),
                        ApprovalTiers.standard().checkersFor(KEPT)));
    }

    @Test
    void is_never_agreed_lower_than_what_came_in() {
        var tooLittle = new TermsInvalid(List.of("the seller's hold-back is less than the " + KEPT + " that came in"));

        bound().given(ALL).when(supplement(terms(49_999)), BUSINESS).isRefused(tooLittle);
        bound().given(ALL).when(supplement(Sale.TERMS), BUSINESS).isRefused(tooLittle);
        bound().given(ALL).when(supplement(Sale.HELD_TERMS), BUSINESS).isRefused(tooLittle);
        assertThat(bound().given(ALL).when(supplement(terms(50_001)), BUSINESS).then())
                .isNotNull();
    }

    @Test
    void that_was_a_mistake_is_taken_back_while_nobody_has_a_right_to_it() {
        var reversal = new ReverseCredit(ACCOUNT, receipt("H1"), 1, Optional.empty());
        var reversed = reversed(Credited.HOLDBACK, KEPT, Money.ZERO);

        bound().given(ALL).when(reversal, POLICY).records(reversed);
        bound().given(ALL, reversed).when(reversal, POLICY).changesNothing();
        bound().given(ALL, reversed)
                .when(credit("H2", KEPT, SELLER), POLICY)
                .records(new HoldbackFunded(ACCOUNT, receipt("H2"), KEPT, KEPT));
        paidUp().given(ALL, HeldSale.claimed("K-1", ONE_FEN))
                .when(reversal, POLICY)
                .records(new ReversalDeclined(ACCOUNT, receipt("H1"), 1, "EXCEEDS_UNCLAIMED"));
    }

    @Test
    void goes_back_together_with_its_excess() {
        var both = KEPT.plus(ONE_FEN);
        bound().given(
                        new HoldbackFunded(ACCOUNT, receipt("H1"), KEPT, both),
                        new EscrowOverfunded(ACCOUNT, receipt("H1"), ONE_FEN, both))
                .when(new ReverseCredit(ACCOUNT, receipt("H1"), 1, Optional.empty()), POLICY)
                .records(reversed(Credited.EXCESS, ONE_FEN, KEPT), reversed(Credited.HOLDBACK, KEPT, Money.ZERO));
    }

    private static ReceiptDeclined declined(SuspenseReason reason, String code) {
        return new ReceiptDeclined(ACCOUNT, receipt("H1"), reason, code);
    }

    private static Scenario bound() {
        return scenario().given(OPENED, Sale.bound(), BUYER_BOUND);
    }

    /** The price is here, and proven. */
    private static Scenario paidUp() {
        var events = new ArrayList<EscrowEvent>(Sale.releasable());
        events.set(0, OPENED);
        return scenario().given(events);
    }

    private static Scenario heldBack() {
        return paidUp().given(ALL, Sale.requested("R-1", PRICE), Sale.approved("R-1", PRICE), Sale.paid("R-1", PRICE));
    }

    private static JournalReversed reversed(Credited what, Money amount, Money left) {
        return new JournalReversed(ACCOUNT, receipt("H1"), 1, what, amount, left, Postings.CURRENT, Optional.empty());
    }

    private static CreditReceipt credit(String coreNo, Money amount, BankAccountRef payer) {
        return CreditReceipt.unseen(ACCOUNT, receipt(coreNo), amount, CUSTODY, Optional.of(payer));
    }

    private static BankAccountRef payer(String token, String name) {
        return new BankAccountRef(token, "307584007998", name, BankAccountRef.AccountClass.PERSONAL);
    }

    private static PlannedPayment taxOfSeller() {
        return new PlannedPayment(PaymentItem.TAX, Money.yuan(1), LocalDate.of(2026, 12, 31), PartyRole.SELLER);
    }

    private static EscrowAccountOpened opened(EscrowTerms terms) {
        return new EscrowAccountOpened(ACCOUNT, CONTRACT, PARTIES, terms, CUSTODY);
    }

    private static SignSupplement supplement(EscrowTerms terms) {
        return new SignSupplement(ACCOUNT, 1, terms, BOTH_SIGN);
    }

    private static EscrowTerms terms(long yuan, PlannedPayment... more) {
        var plan = new ArrayList<>(List.of(Sale.DOWN, Sale.LENT));
        plan.addAll(List.of(more));
        return new EscrowTerms(
                "BJ-2026-1",
                plan,
                Sale.CONDITIONS,
                ApprovalTiers.standard(),
                Optional.empty(),
                Optional.of(new HoldbackTerms(PAID_BY_SELLER, Money.yuan(yuan), 5)));
    }
}
