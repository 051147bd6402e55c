package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Own cash for a merchant's fees. What is out is paid back by money of B before anything becomes available, so what is
 * available and what is open are never both above zero. What is only promised is not owed: nobody pays it back.
 *
 * @param open the oldest first; what was paid back is forgotten
 * @param promised to refunds that did not take it yet
 */
record Advances(List<Advance> open, List<Promise> promised) {

    Advances {
        open = List.copyOf(open);
        promised = List.copyOf(promised);
    }

    /** What is open for one order. */
    record Advance(String orderNo, Money amount) {

        private Advance less(Money part) {
            return new Advance(orderNo, amount.minus(part));
        }
    }

    /** What a refund may take. */
    record Promise(RefundId refund, Money amount) {}

    /** What is paid back of one advance, and what of it stays open. */
    record Recovery(String orderNo, Money amount, Money left) {}

    static Advances none() {
        return new Advances(List.of(), List.of());
    }

    /** What the merchant owes, or will. */
    Money total() {
        return Stream.concat(
                        open.stream().map(Advance::amount), promised.stream().map(Promise::amount))
                .reduce(Money.ZERO, Money::plus);
    }

    Optional<Advance> of(String orderNo) {
        return open.stream()
                .filter(advance -> advance.orderNo().equals(orderNo))
                .findFirst();
    }

    Optional<Promise> promisedTo(FeeTaker taker) {
        return promised.stream().filter(isTo(taker)).findFirst();
    }

    /** The same, that of one order in front: its own reservation pays for it first. */
    Advances beginningWith(String orderNo) {
        var next = new ArrayList<Advance>();
        of(orderNo).ifPresent(next::add);
        open.stream().filter(advance -> !advance.orderNo().equals(orderNo)).forEach(next::add);
        return new Advances(next, promised);
    }

    /** What this money pays back, in order, until it or the debt ends. */
    List<Recovery> recoveredBy(Money money) {
        var recoveries = new ArrayList<Recovery>();
        var rest = money;
        for (var advance : open) {
            var part = rest.min(advance.amount());
            if (part.isZero()) {
                break;
            }
            rest = rest.minus(part);
            recoveries.add(
                    new Recovery(advance.orderNo(), part, advance.amount().minus(part)));
        }
        return recoveries;
    }

    Advances with(FeeAdvanced event) {
        return new Advances(joined(new Advance(event.orderNo(), event.amount())), promised);
    }

    Advances with(RefundFeeGranted event) {
        if (event.advanced().isZero()) {
            return this;
        }
        var next = new ArrayList<>(promised);
        next.add(new Promise(event.refund(), event.advanced()));
        return new Advances(open, next);
    }

    /** Own cash that its taker was promised is out from now on. */
    Advances with(FeeReservationTaken event) {
        return promisedTo(event.taker())
                .map(promise -> new Advances(
                        joined(new Advance(promise.refund().value(), promise.amount())), withoutPromise(event.taker())))
                .orElse(this);
    }

    Advances less(RefundAdvanceWithdrawn event) {
        return new Advances(open, withoutPromise(new FeeTaker.Refund(event.refund())));
    }

    Advances less(AdvanceRecovered event) {
        return new Advances(
                open.stream()
                        .map(advance ->
                                advance.orderNo().equals(event.orderNo()) ? advance.less(event.amount()) : advance)
                        .filter(advance -> !advance.amount().isZero())
                        .toList(),
                promised);
    }

    private List<Advance> joined(Advance newest) {
        var next = new ArrayList<>(open);
        next.add(newest);
        return next;
    }

    private List<Promise> withoutPromise(FeeTaker taker) {
        return promised.stream().filter(Predicate.not(isTo(taker))).toList();
    }

    private static Predicate<Promise> isTo(FeeTaker taker) {
        return promise -> taker.equals(new FeeTaker.Refund(promise.refund()));
    }
}
