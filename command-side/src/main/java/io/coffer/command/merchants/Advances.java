package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Own cash that is out for a merchant's fees. Money of B pays it back before anything becomes available, so what is available
 * and what is open are never both above zero.
 *
 * @param open the oldest first; what was paid back is forgotten
 */
record Advances(List<Advance> open) {

    Advances {
        open = List.copyOf(open);
    }

    /** What is open for one order. */
    record Advance(String orderNo, Money amount) {

        private Advance less(Money part) {
            return new Advance(orderNo, amount.minus(part));
        }
    }

    /** What is paid back of one advance, and what of it stays open. */
    record Recovery(String orderNo, Money amount, Money left) {}

    static Advances none() {
        return new Advances(List.of());
    }

    Money total() {
        return open.stream().map(Advance::amount).reduce(Money.ZERO, Money::plus);
    }

    Optional<Advance> of(String orderNo) {
        return open.stream()
                .filter(advance -> advance.orderNo().equals(orderNo))
                .findFirst();
    }

    /** The same, that of one order in front: its own reservation pays for it first. */
    Advances beginningWith(String orderNo) {
        var next = new ArrayList<Advance>();
        of(orderNo).ifPresent(next::add);
        open.stream().filter(advance -> !advance.orderNo().equals(orderNo)).forEach(next::add);
        return new Advances(next);
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
        var next = new ArrayList<>(open);
        next.add(new Advance(event.orderNo(), event.amount()));
        return new Advances(next);
    }

    Advances less(AdvanceRecovered event) {
        return new Advances(open.stream()
                .map(advance -> advance.orderNo().equals(event.orderNo()) ? advance.less(event.amount()) : advance)
                .filter(advance -> !advance.amount().isZero())
                .toList());
    }
}
