package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundResolved;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may go back of a payment at most, and whose money a refund may touch: R1, R4, C8 and C12 of {@code domain.md}, from
 * events and the ledger alone.
 */
final class RefundLimits {

    private final Map<PaymentOrderId, PaymentOrderCreated> orders = new HashMap<>();
    private final Map<Promise, RefundAdmitted> promises = new LinkedHashMap<>();
    private final Map<Promise, RefundAdmitted> dismissed = new HashMap<>();
    private final Map<RefundId, TerminationLeg> parts = new HashMap<>();
    private final Map<Excess, ExcessPromised> excesses = new HashMap<>();
    private final Map<RefundId, Refund> refunds = new LinkedHashMap<>();
    private final Set<Excess> granted = new HashSet<>();
    private final ReceiptDoubts doubts = new ReceiptDoubts();
    private final Books books;

    RefundLimits(Books books) {
        this.books = books;
    }

    /** A number may be asked for at two orders; only one of them gets it. */
    private record Promise(PaymentOrderId order, RefundId refund) {}

    /** Two receipts may be asked for one number; only one of them gets it. */
    private record Excess(BankReceiptId receipt, RefundId refund) {}

    /** What happened to one refund's money. */
    private static final class Refund {
        private final RefundRequested requested;
        private final List<PayoutId> payouts = new ArrayList<>();
        private final List<RefundOutcome> claims = new ArrayList<>();
        private final Set<Integer> untrue = new HashSet<>();
        private boolean isFunded;
        private long paid;
        private boolean wasPaid;
        private boolean wasMadeVoid;
        private long feeBack;
        private Optional<Money> feeTold = Optional.empty();

        Refund(RefundRequested requested) {
            this.requested = requested;
        }

        Money amount() {
            return requested.facts().amount();
        }
    }

    void witness(DomainEvent event) {
        doubts.witness(event);
        switch (event) {
            case PaymentOrderCreated e -> orders.put(e.order(), e);
            case RefundAdmitted e -> promised(e);
            case RefundDismissed e -> dismissed(new Promise(e.order(), e.refund()));
            case RefundReinstated e -> reinstated(new Promise(e.order(), e.refund()));
            case RefundResultContradicted e -> of(e.refund()).claims.add(e.claimed());
            case RefundResolved(var refund, var _, RefundFinding.OnContradiction(var no, var verdict), var _)
            when verdict == ClaimVerdict.NOT_TRUE -> of(refund).untrue.add(no);
            case TerminationExecuted e ->
                e.legs().forEach(leg -> leg.refund().ifPresent(refund -> parts.put(refund, leg)));
            case ExcessPromised e ->
                assertThat(excesses.put(new Excess(e.receipt(), e.refund()), e))
                        .as("promised before %s", e)
                        .isNull();
            case ExcessPromiseEnded e -> ended(e);
            case ExcessGranted e -> {
                assertThat(doubts.isDoubtful(e.receipt()))
                        .as("whether what %s gives is in doubt", e)
                        .isFalse();
                granted.add(new Excess(e.receipt(), e.refund()));
            }
            case RefundRequested e -> requested(e);
            case RefundFunded e -> funded(e);
            case RefundSucceeded e -> {
                of(e.refund()).wasMadeVoid = reversal(e.refund()).isPresent();
                paid(e.refund(), e.amount().minorUnits(), e);
            }
            case RefundShortageRecorded e ->
                of(e.refund()).feeTold =
                        Optional.of(feeTold(of(e.refund()).claims.get(e.contradictionNo() - 1)));
            case RefundFeeReturned e -> feeBack(e);
            case RefundCancelled e -> cancelled(e);
            case RefundBounced e -> paid(e.refund(), -e.amount().minorUnits(), e);
            case PayoutCreated(var payout, RefundTransfer(var refund, var _), var amount, var _, var _) -> {
                assertThat(amount)
                        .as("what goes out by %s", payout)
                        .isEqualTo(of(refund).amount());
                of(refund).payouts.add(payout);
            }
            case PayoutSucceeded e -> transferred(e.from(), e.amount().minorUnits(), e);
            case PayoutReturned e -> transferred(e.from(), -e.amount().minorUnits(), e);
            default -> {
                // Pays nobody back.
            }
        }
        assertTouchesItsOwn(event);
    }

    Collection<RefundId> refunds() {
        return refunds.keySet();
    }

    RefundRequested request(RefundId refund) {
        return of(refund).requested;
    }

    List<PayoutId> payouts(RefundId refund) {
        return of(refund).payouts;
    }

    /** How the channel was to make its payment void. */
    Optional<RefundRoute.Reversal> reversal(RefundId refund) {
        return request(refund).facts().route() instanceof RefundRoute.Reversal reversal
                ? Optional.of(reversal)
                : Optional.empty();
    }

    /** A payment that is void costs nobody a fee, and one that is not costs all of it but what its channel says. */
    void assertCostsNothing(RefundId id) {
        var refund = of(id);
        var order = refund.requested.order().flatMap(this::created).orElseThrow();
        var isBorne = order.feeTerm().bearer() != FeeBearer.PAYER;
        if (refund.wasMadeVoid || refund.feeTold.isEmpty()) {
            assertThat(refund.feeBack)
                    .as("what came back of the fee with %s", id)
                    .isEqualTo(refund.wasMadeVoid && isBorne ? order.fee().minorUnits() : 0);
        }
    }

    private static Money feeTold(RefundOutcome claimed) {
        return claimed instanceof RefundOutcome.Done done
                ? done.fee().map(RefundOutcome.ReturnedFee::amount).orElse(Money.ZERO)
                : Money.ZERO;
    }

    /**
     * A payment's fee comes back once, but for a fen of every part of it by rounding. With what a channel did beside that comes what
     * it says, and nothing by definition.
     */
    private void feeBack(RefundFeeReturned event) {
        var refund = of(event.refund());
        refund.feeBack += event.amount().minorUnits();
        refund.feeTold.ifPresentOrElse(
                told -> assertThat(event.amount().minorUnits())
                        .as("what came back of the fee by %s", event)
                        .isLessThanOrEqualTo(told.minorUnits()),
                () -> assertComesBackOnce(refund));
    }

    private void assertComesBackOnce(Refund refund) {
        var request = refund.requested;
        var ofPayment = refunds.values().stream()
                .filter(other -> other.feeTold.isEmpty())
                .filter(other -> other.requested.order().equals(request.order())
                        && other.requested.paymentNo().equals(request.paymentNo()))
                .mapToLong(other -> other.feeBack)
                .filter(fee -> fee > 0)
                .summaryStatistics();
        var fee = request.order().flatMap(this::created).orElseThrow().fee().minorUnits();
        assertThat(ofPayment.getSum())
                .as("what came back of the fee of %s", request.paymentNo())
                .isLessThanOrEqualTo(fee + Math.max(0, ofPayment.getCount() - 1));
    }

    /** What channels would send invoices for: not the fees of payments that are void. */
    long invoiced(Collection<PaymentCaptured> captures) {
        var billed = captures.stream()
                .filter(capture -> capture.settling() == PaymentWay.Settling.GROSS)
                .filter(capture -> capture.bearer() == FeeBearer.PLATFORM)
                .filter(capture -> refunds.values().stream()
                        .noneMatch(refund -> refund.wasMadeVoid
                                && refund.requested.order().equals(Optional.of(capture.order()))
                                && refund.requested
                                        .paymentNo()
                                        .equals(capture.capture().tradeNo())))
                .mapToLong(capture -> capture.fee().minorUnits());
        return billed.sum();
    }

    boolean isFunded(RefundId refund) {
        return of(refund).isFunded;
    }

    /** Whether its order still keeps the amount for it, or its plan. */
    boolean isPromised(RefundId refund) {
        return of(refund)
                .requested
                .order()
                .map(order -> promises.containsKey(new Promise(order, refund)))
                .orElseGet(() -> parts.containsKey(refund) || isOfExcess(refund));
    }

    Optional<PaymentOrderCreated> created(PaymentOrderId order) {
        return Optional.ofNullable(orders.get(order));
    }

    /** Whether its channel says against its earlier word that the payer has it, and nobody found that untrue. */
    boolean mayBePaid(RefundId refund) {
        var claims = of(refund).claims;
        return IntStream.rangeClosed(1, claims.size())
                .filter(no -> !of(refund).untrue.contains(no))
                .anyMatch(no -> claims.get(no - 1) instanceof RefundOutcome.Done);
    }

    private void dismissed(Promise promise) {
        dismissed.put(promise, Objects.requireNonNull(promises.remove(promise), promise::toString));
    }

    private void reinstated(Promise promise) {
        promises.put(promise, Objects.requireNonNull(dismissed.remove(promise), promise::toString));
    }

    private void promised(RefundAdmitted event) {
        assertThat(promises.put(new Promise(event.order(), event.refund()), event))
                .as("promised before %s", event)
                .isNull();
        var ofPayment = promises.values().stream()
                .filter(promise -> promise.order().equals(event.order())
                        && promise.paymentNo().equals(event.paymentNo()))
                .map(promise -> promise.facts().amount().minorUnits())
                .mapToLong(Long::longValue)
                .sum();
        assertThat(ofPayment)
                .as("C8 after %s", event)
                .isLessThanOrEqualTo(
                        created(event.order()).orElseThrow().price().minorUnits());
    }

    private void requested(RefundRequested event) {
        event.order().ifPresentOrElse(order -> requestedBy(order, event), () -> requestedByPlan(event));
        assertThat(refunds.put(event.refund(), new Refund(event))).isNull();
    }

    private void requestedBy(PaymentOrderId order, RefundRequested event) {
        var promise = promises.get(new Promise(order, event.refund()));
        assertThat(promise).as("what %s was promised", event).isNotNull();
        assertThat(event.facts()).isEqualTo(Objects.requireNonNull(promise).facts());
    }

    /** Whether its receipt keeps what was paid too much for it, or gave it that. */
    private boolean isOfExcess(RefundId refund) {
        return request(refund).facts().source() instanceof RefundSource.Overpayment(var _, var receipt)
                && excesses.containsKey(new Excess(receipt, refund));
    }

    /** Only what no refund has taken is anybody else's again. */
    private void ended(ExcessPromiseEnded event) {
        assertThat(excesses.remove(new Excess(event.receipt(), event.refund())))
                .as("the promise of %s", event)
                .isNotNull();
        var refund = refunds.get(event.refund());
        if (refund != null
                && refund.requested.facts().source() instanceof RefundSource.Overpayment(var _, var receipt)) {
            assertThat(receipt.equals(event.receipt()) && refund.isFunded)
                    .as("whether %s has what %s frees", event.refund(), event)
                    .isFalse();
        }
    }

    private void requestedByPlan(RefundRequested event) {
        if (event.facts().source() instanceof RefundSource.Overpayment(var account, var receipt)) {
            var promise = Objects.requireNonNull(excesses.get(new Excess(receipt, event.refund())), event::toString);
            assertThat(event.facts().amount()).isEqualTo(promise.amount());
            assertThat(account).isEqualTo(promise.account());
            return;
        }
        var part = parts.get(event.refund());
        assertThat(part).as("the part of %s", event).isNotNull();
        assertThat(event.facts().amount())
                .isEqualTo(Objects.requireNonNull(part).amount());
    }

    /** What the payer of a terminated contract had once goes to nobody else. */
    private void cancelled(RefundCancelled event) {
        if (parts.remove(event.refund()) != null) {
            assertThat(of(event.refund()).wasPaid).as("paid before %s", event).isFalse();
        }
    }

    private void funded(RefundFunded event) {
        var refund = of(event.refund());
        assertThat(refund.isFunded).as("took its money before %s", event).isFalse();
        assertThat(event.amount()).isEqualTo(refund.amount());
        assertThat(event.from()).isEqualTo(refund.requested.facts().source());
        if (event.from() instanceof RefundSource.Overpayment(var _, var receipt)) {
            assertThat(granted).as("what its receipt gave").contains(new Excess(receipt, event.refund()));
        }
        refund.isFunded = true;
    }

    private void transferred(PayoutSource from, long fen, DomainEvent event) {
        if (from instanceof RefundTransfer(var refund, var _)) {
            paid(refund, fen, event);
        }
    }

    /** Nothing of it before it is promised, never more than that, and nothing any more once the order has the promise back. */
    private void paid(RefundId id, long fen, DomainEvent event) {
        var refund = of(id);
        refund.paid += fen;
        refund.wasPaid = true;
        assertThat(refund.paid)
                .as("what the payer has after %s", event)
                .isBetween(0L, isPromised(id) ? refund.amount().minorUnits() : 0L);
    }

    private Refund of(RefundId refund) {
        return Objects.requireNonNull(refunds.get(refund), refund::value);
    }

    /** R4: of customers' money a refund's journals name its own source, its own merchant and itself, and nobody else. */
    private void assertTouchesItsOwn(DomainEvent event) {
        if (!(event instanceof RefundEvent refund)) {
            return;
        }
        var lines = Postings.of(event, Postings.CURRENT).stream()
                .flatMap(journal -> journal.postings().stream())
                .map(line -> line.account().toString());
        var facts = request(refund.refund()).facts();
        var itself = AccountCode.R2103 + "." + refund.refund();
        var own = Set.of(source(facts.source()), itself, itself + ":REROUTE");
        assertThat(lines)
                .as("R4 of %s", event)
                .filteredOn(line -> line.matches("R2(00|10).*"))
                .allMatch(line -> own.contains(line)
                        || facts.merchant()
                                .filter(merchant -> line.startsWith(AccountCode.R2004 + "." + merchant + "."))
                                .isPresent()
                        || line.startsWith(AccountCode.R2105 + ".PY:" + refund.refund() + ":"));
    }

    private static String source(RefundSource source) {
        return switch (source) {
            case RefundSource.ContractPayment(var contract, var order) ->
                AccountCode.R2003 + "." + contract + ":" + order.outTradeNo() + ".RESERVED";
            case RefundSource.ExcessCapture(var order, var tradeNo) -> AccountCode.R2102 + "." + order + ":" + tradeNo;
            case RefundSource.ExcessReceipt(var _, var receipt) -> AccountCode.R2102 + "." + receipt.subLedger();
            case RefundSource.Overpayment(var _, var receipt) -> AccountCode.R2102 + "." + receipt.subLedger();
            case RefundSource.EscrowLeg(var account, var _) -> AccountCode.R2001 + "." + account + ".IN_RELEASE";
        };
    }

    /** C12: what lies with a refund, on its way or given back is all of it or nothing. */
    long held(RefundId refund) {
        var ways = of(refund).payouts.stream()
                .mapToLong(payout -> books.balance(AccountCode.R2104, payout.value())
                        + books.balance(AccountCode.R2105, payout.value()))
                .sum();
        return books.balance(AccountCode.R2103, refund.value())
                + books.balance(AccountCode.R2103, refund + ":REROUTE")
                + ways;
    }
}
