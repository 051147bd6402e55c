package io.coffer.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowTerms;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.query.Sale;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An escrow account's view")
class AccountFoldingTest {

    private final Sale sale = Sale.of("acme", "C-1");
    private final AccountFolding folding = new AccountFolding();

    @Test
    void follows_the_sale_from_opened_to_closed() {
        var events = new ArrayList<DomainEvent>(sale.opened());
        assertThat(fold(events).state()).isEqualTo(AccountStatus.OPENED);
        events.addAll(sale.paidIn());
        assertThat(fold(events).state()).isEqualTo(AccountStatus.FUNDED);
        events.addAll(sale.releasable());
        assertThat(fold(events).state()).isEqualTo(AccountStatus.RELEASABLE);
        events.addAll(sale.released("R-1", Sale.PRICE));
        assertThat(fold(events).state()).isEqualTo(AccountStatus.RELEASING);
        events.addAll(sale.paid("R-1", Sale.PRICE));
        assertThat(fold(events).state()).isEqualTo(AccountStatus.COMPLETED);
        events.addAll(sale.closed());
        assertThat(fold(events).state()).isEqualTo(AccountStatus.CLOSED);
        assertThat(AccountViews.of(fold(events), Instant.EPOCH).closureBlockers())
                .isEmpty();
    }

    @Test
    void is_funding_until_every_planned_payment_is_here_in_full() {
        var view = AccountViews.of(fold(after(sale.opened(), sale.partlyPaidIn())), Instant.EPOCH);

        assertThat(view.state()).isEqualTo(AccountStatus.FUNDING);
        assertThat(view.plan().getLast().received()).isEqualTo(Amount.of(Money.yuan(300)));
        assertThat(view.plan().getLast().missing()).isEqualTo(Amount.of(Money.yuan(600)));
        assertThat(view.releasable()).isEqualTo(Amount.of(Money.ZERO));
    }

    @Test
    void is_releasable_again_after_a_failed_release() {
        var view = AccountViews.of(
                fold(after(
                        sale.opened(),
                        sale.paidIn(),
                        sale.releasable(),
                        sale.released("R-1", Sale.PRICE),
                        sale.failed("R-1", Sale.PRICE))),
                Instant.EPOCH);

        assertThat(view.state()).isEqualTo(AccountStatus.RELEASABLE);
        assertThat(view.releasable()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(view.releases().getFirst().state()).isEqualTo(Release.State.FAILED);
    }

    @Test
    void takes_undecided_requests_off_what_is_releasable() {
        var requested = List.<DomainEvent>of(sale.requested("R-1", Money.yuan(700)));

        var view =
                AccountViews.of(fold(after(sale.opened(), sale.paidIn(), sale.releasable(), requested)), Instant.EPOCH);

        assertThat(view.releasable()).isEqualTo(Amount.of(Money.yuan(300)));
    }

    @Test
    void names_every_blocker_of_a_closure_at_once() {
        var account = fold(after(
                sale.opened(),
                sale.paidIn(),
                sale.overpaid(),
                sale.releasable(),
                sale.released("R-1", Money.yuan(600)),
                List.of(sale.requested("R-2", Money.yuan(400)))));

        assertThat(AccountViews.blockers(account, Instant.EPOCH))
                .extracting(blocker -> blocker.kind())
                .containsExactly(
                        Kind.NOT_COMPLETED,
                        Kind.BALANCE_NOT_ZERO,
                        Kind.RELEASE_UNDECIDED,
                        Kind.PAYOUT_IN_TRANSIT,
                        Kind.EXCESS_UNDECIDED);
    }

    /** T21. */
    @Test
    void is_kept_open_by_what_was_paid_too_much_until_a_refund_brought_it_back() {
        var before = fold(after(sale.opened(), sale.paidIn(), sale.overpaid()));
        var excess = before.excess().getFirst();
        assertThat(excess.isRefunding()).isFalse();

        var refunding = after(
                sale.opened(),
                sale.paidIn(),
                sale.overpaid(),
                List.of(new ExcessRefunding(sale.account(), excess.receipt(), excess.amount())));
        assertThat(AccountViews.blockers(fold(refunding), Instant.EPOCH))
                .contains(new ClosureBlocker(
                        Kind.REFUND_IN_TRANSIT, excess.receipt().value(), excess.amount()))
                .extracting(ClosureBlocker::kind)
                .doesNotContain(Kind.EXCESS_UNDECIDED);
        assertThat(MoneyPlaces.of(fold(refunding), List.of(), Map.of(), Instant.EPOCH))
                .filteredOn(place -> place.where() == MoneyPlace.Where.SET_APART)
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.nextStep())
                            .isEqualTo("More than the plan expects: a refund brings it to its payer.");
                    assertThat(place.since()).isEqualTo(excess.since());
                });
        var returned = List.of(new ExcessReturned(sale.account(), excess.receipt(), excess.amount()));
        assertThat(fold(after(refunding, returned)).excess()).isEmpty();
    }

    @Test
    void tells_for_every_fen_where_it_is() {
        var account = fold(after(
                sale.opened(),
                sale.paidIn(),
                sale.overpaid(),
                sale.releasable(),
                sale.released("R-1", Money.yuan(600)),
                List.of(sale.requested("R-2", Money.yuan(300)))));

        var places = MoneyPlaces.of(account, List.of(), Map.of(), Instant.EPOCH);

        assertThat(places)
                .extracting(place -> place.where() + " " + place.amount().value())
                .containsExactly("HELD 100.00", "ASKED_FOR 300.00", "ON_ITS_WAY 600.00", "SET_APART 5.00");
    }

    @Test
    void tells_what_the_orders_in_force_hold_at_the_moment_of_reading() {
        var order = new FreezeOrder("F-1", FreezeKind.DISPUTE, "B-1", Optional.of(Money.yuan(700)), Optional.empty());
        var noon = Instant.parse("2026-11-22T04:00:00Z");
        var frozen = new FundsFrozen(sale.account(), order, Optional.of(noon), 1, Money.ZERO, List.of(), "olga");
        var account = fold(after(sale.opened(), sale.paidIn(), sale.releasable(), List.of(frozen)));

        var before = AccountViews.of(account, noon.minusMillis(1));
        assertThat(before.effectiveFrozen()).isEqualTo(Amount.of(Money.yuan(700)));
        assertThat(before.releasable()).isEqualTo(Amount.of(Money.yuan(300)));
        assertThat(before.flags()).containsExactly(FreezeKind.DISPUTE);
        assertThat(before.freezes().getFirst().inForce()).isTrue();
        assertThat(before.closureBlockers())
                .extracting(AccountView.Blocker::kind)
                .contains(Kind.FREEZE_IN_FORCE);

        var after = AccountViews.of(account, noon);
        assertThat(after.effectiveFrozen()).isEqualTo(Amount.of(Money.ZERO));
        assertThat(after.releasable()).isEqualTo(Amount.of(Sale.PRICE));
        assertThat(after.flags()).isEmpty();
        assertThat(after.freezes().getFirst().inForce()).isFalse();
    }

    @Test
    void takes_what_a_court_has_taken_off_its_order() {
        var order =
                new FreezeOrder("F-1", FreezeKind.JUDICIAL, "COURT-7", Optional.of(Money.yuan(700)), Optional.empty());
        var payout = PayoutId.ofRelease(sale.account(), "D-1");
        var court = new BankAccountRef("T", "105100000017", "H", BankAccountRef.AccountClass.CORPORATE);
        var amount = Money.yuan(600);
        var frozen = new FundsFrozen(sale.account(), order, Optional.of(Instant.MAX), 1, Money.ZERO, List.of(), "olga");
        var asked = new DeductionRequested(sale.account(), "D-1", "F-1", amount, court, List.of(), "olga");
        var taken = new FundsDeducted(
                sale.account(), "D-1", "F-1", payout, court, amount, Money.ZERO, Sale.CUSTODY, Optional.empty());
        var history = after(sale.opened(), sale.paidIn(), sale.releasable(), List.of(frozen, asked, taken));
        var account = fold(history);

        var view = AccountViews.of(account, Instant.EPOCH);
        assertThat(view.state()).isEqualTo(AccountStatus.RELEASING);
        assertThat(view.effectiveFrozen()).isEqualTo(Amount.of(Money.yuan(100)));
        assertThat(view.releases().getFirst().orderNo()).isEqualTo("F-1");
        assertThat(MoneyPlaces.of(account, List.of(), Map.of(), Instant.EPOCH))
                .extracting(place -> place.where() + " " + place.amount().value())
                .containsExactly("HELD 400.00", "ON_ITS_WAY 600.00");
        var failed = new ReleaseFailed(sale.account(), "D-1", payout, amount, "CARD", Optional.empty());
        assertThat(AccountViews.of(fold(after(history, List.of(failed))), Instant.EPOCH)
                        .effectiveFrozen())
                .isEqualTo(Amount.of(Money.yuan(700)));
    }

    @Test
    void waits_for_the_sellers_hold_back_and_counts_it_apart_from_the_price() {
        var terms = sale.opened().stream()
                .flatMap(event -> event instanceof EscrowAccountOpened e ? Stream.of(e.terms()) : Stream.empty())
                .findFirst()
                .orElseThrow();
        var agreed = new TermsAmended(
                sale.account(),
                new EscrowTerms(
                        terms.agreementVersion(),
                        terms.plan(),
                        terms.releaseConditions(),
                        terms.tiers(),
                        Optional.empty(),
                        Optional.of(new HoldbackTerms(HoldbackSource.PAID_BY_SELLER, Money.yuan(50), 5))));
        var history = after(sale.opened(), List.of(agreed), sale.paidIn(), sale.releasable());
        var missing = AccountViews.of(fold(history), Instant.EPOCH);
        assertThat(missing.state()).isEqualTo(AccountStatus.FUNDING);
        assertThat(missing.holdback().toBePaidIn()).isEqualTo(Amount.of(Money.yuan(50)));
        assertThat(missing.closureBlockers().getFirst().amount()).isEqualTo(Amount.of(Money.yuan(50)));
        assertThat(MoneyPlaces.of(fold(history), List.of(), Map.of(), Instant.EPOCH)
                        .getFirst()
                        .blockers())
                .contains(new MoneyPlace.Blocker("PAYMENT_MISSING", "HOLDBACK_DEPOSIT", Amount.of(Money.yuan(50))));

        var divided = List.<DomainEvent>of(
                new TerminationRequested(sale.account(), "BOTH_AGREE", List.of(), "acme-system"),
                new TerminationPlanAgreed(sale.account(), 1, allToSeller(), List.of(), "acme-system", 1),
                new TerminationExecuted(sale.account(), 1, allToSeller(), Sale.CUSTODY, Optional.empty()));
        var terminated = AccountViews.of(fold(after(history, divided)), Instant.EPOCH);
        assertThat(terminated.state()).isEqualTo(AccountStatus.TERMINATING);
        assertThat(terminated.holdback().toBePaidIn()).isEqualTo(Amount.of(Money.ZERO));

        var funded = new HoldbackFunded(sale.account(), sale.receipt("9"), Money.yuan(50), Money.yuan(50));
        var complete = AccountViews.of(fold(after(history, List.of(funded))), Instant.EPOCH);
        assertThat(complete.state()).isEqualTo(AccountStatus.RELEASABLE);
        assertThat(complete.holdback().paidIn()).isEqualTo(Amount.of(Money.yuan(50)));
        assertThat(complete.buckets().holdback()).isEqualTo(Amount.of(Money.yuan(50)));
        assertThat(complete.releasable()).isEqualTo(Amount.of(Sale.PRICE));

        var reversed = new JournalReversed(
                sale.account(),
                sale.receipt("9"),
                1,
                JournalReversed.Credited.HOLDBACK,
                Money.yuan(50),
                Money.ZERO,
                1,
                Optional.empty());
        var again = AccountViews.of(fold(after(history, List.of(funded, reversed))), Instant.EPOCH);
        assertThat(again.state()).isEqualTo(AccountStatus.FUNDING);
        assertThat(again.total()).isEqualTo(Amount.of(Sale.PRICE));
    }

    private static List<TerminationLeg> allToSeller() {
        return List.of(new TerminationLeg(
                "Y-1", new Payee("P-seller", Sale.SELLERS_ACCOUNT), Sale.PRICE, Money.ZERO, Optional.empty()));
    }

    private AccountState fold(List<DomainEvent> events) {
        AccountState state = null;
        var position = 0L;
        var sequence = 0L;
        for (var event : events) {
            position++;
            if (event.source().equals(sale.account())) {
                state = folding.after(
                        state,
                        new Booked(
                                position,
                                sale.account().value(),
                                sequence++,
                                Instant.EPOCH.plusSeconds(position),
                                event.getClass().getSimpleName(),
                                Map.of(),
                                event));
            }
        }
        return Objects.requireNonNull(state);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // Read only.
    private static List<DomainEvent> after(List<? extends DomainEvent>... parts) {
        return Arrays.stream(parts).<DomainEvent>flatMap(List::stream).toList();
    }
}
