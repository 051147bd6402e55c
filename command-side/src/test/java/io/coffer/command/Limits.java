package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What may leave an account at most: 1.1.4 of {@code domain.md}, from events and the ledger alone, as the text has it. */
final class Limits {

    private final Map<EscrowAccountId, Account> accounts = new HashMap<>();
    private final Books books;

    Limits(Books books) {
        this.books = books;
    }

    /** Asked before the event is booked: is it one that may be? */
    void witness(DomainEvent event, Instant now) {
        if (event instanceof EscrowEvent fact) {
            var account = accounts.computeIfAbsent(fact.account(), Account::new);
            account.assertAllowed(fact, now);
            account.remember(fact);
        }
    }

    private static final class Order {
        private final FreezeOrder order;
        private Optional<Instant> expiresAt;
        private long taken;

        Order(FundsFrozen event) {
            this.order = event.order();
            this.expiresAt = event.expiresAt();
        }

        boolean isInForce(Instant now) {
            return expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
        }

        long wanted() {
            return order.amount().map(Money::minorUnits).orElse(Long.MAX_VALUE) - taken;
        }
    }

    private final class Account {
        private final EscrowAccountId id;
        private final Map<String, Order> orders = new LinkedHashMap<>();
        private final Map<String, Long> undecided = new HashMap<>();
        private final Map<String, FundsDeducted> deductions = new HashMap<>();
        private final Map<String, TerminationLeg> parts = new HashMap<>();
        private final Map<BankReceiptId, Long> credits = new HashMap<>();
        private final Map<String, Long> fromHoldback = new HashMap<>();
        private List<Party> parties = List.of();
        private long loan;
        private long kept;
        private long paidIn;
        private boolean isDivided;

        Account(EscrowAccountId id) {
            this.id = id;
        }

        void assertAllowed(EscrowEvent event, Instant now) {
            switch (event) {
                case ReleaseRequested e ->
                    atMost(pending() + e.amount().minorUnits(), releasable(bucket("AVAILABLE"), now), e);
                case ReleaseApproved e -> atMost(e.amount().minorUnits(), releasable(bucket("AVAILABLE"), now), e);
                case ReleaseReissued e -> {
                    var amount = e.amount().minorUnits();
                    var available = bucket("AVAILABLE");
                    if (!isAboutItems(now)) {
                        atMost(amount, releasable(available + amount, now) - releasable(available, now), e);
                    }
                }
                case FundsDeducted e -> {
                    if (!isAboutItems(now)) {
                        atMost(e.amount().minorUnits(), effective(e.orderNo(), now), e);
                    }
                }
                case HoldbackReleased e -> atMost(PayoutLeg.total(e.legs()).minorUnits(), releasableHoldback(now), e);
                case TerminationExecuted e -> assertDividesAll(e, now);
                case EscrowFunded e -> assertNotDivided(e);
                case HoldbackFunded e -> assertNotDivided(e);
                case JournalReversed e -> {
                    if (e.credited() != JournalReversed.Credited.EXCESS) {
                        assertNotDivided(e);
                    }
                    switch (e.credited()) {
                        case EXPECTED ->
                            atMost(pending() + e.amount().minorUnits(), releasable(bucket("AVAILABLE"), now), e);
                        case HOLDBACK -> atMost(e.amount().minorUnits(), releasableHoldback(now), e);
                        case EXCESS -> {
                            // Was never the account's to spend.
                        }
                    }
                }
                default -> {
                    // Takes nothing out.
                }
            }
        }

        void remember(EscrowEvent event) {
            switch (event) {
                case ReleaseRequested e ->
                    undecided.put(e.releaseNo(), e.amount().minorUnits());
                case ReleaseApproved e -> undecided.remove(e.releaseNo());
                case ReleaseRejected e -> undecided.remove(e.releaseNo());
                case FundsFrozen e -> orders.put(e.order().orderNo(), new Order(e));
                case FreezeRenewed e ->
                    Objects.requireNonNull(orders.get(e.orderNo())).expiresAt = Optional.of(e.expiresAt());
                case FundsUnfrozen e -> orders.remove(e.orderNo());
                case FreezeExpired e -> orders.remove(e.orderNo());
                case FundsDeducted e -> {
                    deductions.put(e.deductionNo(), e);
                    fromHoldback.put(e.deductionNo(), e.fromHoldback().minorUnits());
                    taken(e, e.amount().minorUnits());
                }
                case ReleaseFailed e -> givenBack(e.releaseNo());
                case ReturnedMoneyRestored e -> givenBack(e.releaseNo());
                case EscrowAccountOpened e -> parties = e.parties();
                case PaymentItemPartiallyFunded e -> cameIn(e.item(), e.received());
                case PaymentItemSettled e -> cameIn(e.item(), e.received());
                case EscrowFunded e -> credits.merge(e.receipt(), e.amount().minorUnits(), Long::sum);
                case JournalReversed e -> {
                    switch (e.credited()) {
                        case EXPECTED -> credits.merge(e.receipt(), -e.amount().minorUnits(), Long::sum);
                        case HOLDBACK -> paidIn -= e.amount().minorUnits();
                        case EXCESS -> {
                            // Nobody had it.
                        }
                    }
                }
                case HoldbackReserved e -> kept += e.amount().minorUnits();
                case HoldbackFunded e -> paidIn += e.amount().minorUnits();
                case HoldbackReleased e ->
                    e.legs()
                            .forEach(leg ->
                                    fromHoldback.put(leg.legNo(), leg.amount().minorUnits()));
                case TerminationExecuted e -> {
                    isDivided = true;
                    e.legs().forEach(leg -> parts.put(leg.legNo(), leg));
                }
                default -> {
                    // Changes no limit.
                }
            }
        }

        private void cameIn(PaymentItem item, Money received) {
            if (item == PaymentItem.LOAN_PROCEEDS) {
                loan = received.minorUnits();
            }
        }

        /** All of it leaves or nothing; the loan to lenders, and of no receipt more than it brought. */
        private void assertDividesAll(TerminationExecuted event, Instant now) {
            var total = PayoutLeg.total(event.legs()).minorUnits();
            var available = bucket("AVAILABLE");
            var holdback = bucket("HOLDBACK");
            assertThat(total).as("what is divided by %s", event).isEqualTo(available + holdback);
            assertThat(bucket("IN_RELEASE") + pending())
                    .as("what is on its way")
                    .isZero();
            assertThat(releasable(available, now) + releasableHoldback(now))
                    .as("what no order holds")
                    .isEqualTo(total);
            var all = new ArrayList<>(parts.values());
            all.addAll(event.legs());
            var lentHere = Math.min(total - sellersOwn(total), loan - sum(parts.values(), this::isToLender));
            assertThat(sum(event.legs(), this::isToLender))
                    .as("the loan of %s", event)
                    .isGreaterThanOrEqualTo(lentHere);
            credits.forEach((receipt, brought) ->
                    atMost(sum(all, leg -> leg.receipt().filter(receipt::equals).isPresent()), brought, event));
        }

        /** Of the price nothing is expected any more, and of no seller; and nothing was a mistake. */
        private void assertNotDivided(EscrowEvent event) {
            assertThat(isDivided).as("divided before %s", event).isFalse();
        }

        /** What the seller paid in and has not got back; the price that was kept goes first, whoever got it. */
        private long sellersOwn(long balance) {
            var spent =
                    fromHoldback.values().stream().mapToLong(Long::longValue).sum();
            var unspent = Math.min(paidIn, paidIn + kept - spent);
            return Math.clamp(unspent - sum(parts.values(), leg -> has(PartyRole.SELLER, leg)), 0, balance);
        }

        private long sum(Collection<TerminationLeg> legs, Predicate<TerminationLeg> which) {
            return legs.stream()
                    .filter(which)
                    .mapToLong(leg -> leg.amount().minorUnits())
                    .sum();
        }

        private boolean isToLender(TerminationLeg leg) {
            return has(PartyRole.LENDER, leg);
        }

        private boolean has(PartyRole role, TerminationLeg leg) {
            return parties.stream()
                    .anyMatch(party -> party.role() == role
                            && party.partyId().equals(leg.payee().partyId()));
        }

        private void givenBack(String itemNo) {
            parts.remove(itemNo);
            fromHoldback.remove(itemNo);
            var deduction = deductions.remove(itemNo);
            if (deduction != null) {
                taken(deduction, -deduction.amount().minorUnits());
            }
        }

        private void taken(FundsDeducted deduction, long fen) {
            var order = orders.get(deduction.orderNo());
            if (order != null) {
                order.taken += fen;
            }
        }

        private long pending() {
            return undecided.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Orders about one payment or the hold-back only tighten it; without them it is still a limit, if not the closest one. */
        private long releasable(long available, Instant now) {
            var holdback = bucket("HOLDBACK");
            var frozen = frozen(available + holdback, now);
            return isStopped(now) ? 0 : Math.max(0, available - Math.max(0, frozen - holdback));
        }

        private long releasableHoldback(Instant now) {
            var available = bucket("AVAILABLE");
            var holdback = bucket("HOLDBACK");
            var frozen = frozen(available + holdback, now);
            return isStopped(now) ? 0 : Math.max(0, holdback - Math.max(0, frozen - available));
        }

        private boolean isStopped(Instant now) {
            return orders.values().stream()
                    .anyMatch(
                            order -> order.isInForce(now) && !order.order.kind().holdsAmount());
        }

        private long frozen(long balance, Instant now) {
            var frozen = 0L;
            for (var order : orders.values()) {
                if (order.isInForce(now)
                        && order.order.kind().holdsAmount()
                        && order.order.item().isEmpty()) {
                    frozen += Math.min(order.wanted(), Math.max(0, balance - frozen));
                }
            }
            return frozen;
        }

        private long effective(String orderNo, Instant now) {
            var left = bucket("AVAILABLE") + bucket("HOLDBACK");
            for (var order : orders.values()) {
                if (order.isInForce(now) && order.order.kind().holdsAmount()) {
                    var holds = Math.min(order.wanted(), left);
                    if (order.order.orderNo().equals(orderNo)) {
                        return holds;
                    }
                    left -= holds;
                }
            }
            return 0;
        }

        private boolean isAboutItems(Instant now) {
            return orders.values().stream()
                    .anyMatch(
                            order -> order.isInForce(now) && order.order.item().isPresent());
        }

        private long bucket(String name) {
            return books.balance(AccountCode.R2001, id.value() + "." + name);
        }

        private void atMost(long fen, long limit, EscrowEvent event) {
            assertThat(fen).as("what may leave by %s", event).isLessThanOrEqualTo(limit);
        }
    }
}
