package io.coffer.command.payments;

import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RouteWish;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What of an order's payments is promised to refunds, done ones too. It decides alone how much of a payment goes back, so that
 * two refunds at one moment can never be more than the payment (R1, C8).
 */
record PromisedRefunds(Map<RefundId, Promise> all) {

    PromisedRefunds {
        all = Map.copyOf(all);
    }

    /**
     * One refund.
     *
     * @param isAlone whether nobody else must agree to it
     * @param admittedAt when the order promised it
     */
    record Promise(String paymentNo, AdmittedRefund facts, boolean isAlone, Instant admittedAt, Standing standing) {

        /** Whether it takes something of its payment. */
        boolean stands() {
            return standing != Standing.DISMISSED;
        }

        Promise now(Standing next) {
            return new Promise(paymentNo, facts, isAlone, admittedAt, next);
        }

        /** Whether it is what is asked for under its number now. */
        boolean isThe(String payment, AdmitRefund wish) {
            return standing == Standing.PROMISED
                    && paymentNo.equals(payment)
                    && facts.price().equals(wish.amount())
                    && facts.recovery().equals(wish.recovery())
                    && wish(facts.route()) == wish.route();
        }

        private static RouteWish wish(RefundRoute route) {
            return switch (route) {
                case RefundRoute.Channel _, RefundRoute.Transfer _ -> RouteWish.ORIGINAL;
                case RefundRoute.Reroute _ -> RouteWish.REROUTE;
                case RefundRoute.Reversal _ -> RouteWish.REVERSAL;
            };
        }
    }

    enum Standing {
        PROMISED,
        /** It takes nothing, and its number stays taken. */
        DISMISSED,
        /** It was dismissed, and its payer may have it, or has it. */
        REINSTATED
    }

    static PromisedRefunds none() {
        return new PromisedRefunds(Map.of());
    }

    Optional<Promise> of(RefundId refund) {
        return Optional.ofNullable(all.get(refund));
    }

    Money total(String paymentNo) {
        return sum(paymentNo, _ -> true, AdmittedRefund::price);
    }

    Money feeTotal(String paymentNo) {
        return sum(paymentNo, _ -> true, AdmittedRefund::feeGap);
    }

    /** What goes back, or went back, of a payment without a second person (R6). */
    Money alone(String paymentNo) {
        return sum(paymentNo, Promise::isAlone, AdmittedRefund::price);
    }

    private Money sum(String paymentNo, Predicate<Promise> which, Function<AdmittedRefund, Money> what) {
        return standing(paymentNo).stream()
                .filter(which)
                .map(Promise::facts)
                .map(what)
                .reduce(Money.ZERO, Money::plus);
    }

    Money discountTotal(String paymentNo) {
        return sum(
                paymentNo,
                _ -> true,
                facts -> facts.discount().map(Discount::amount).orElse(Money.ZERO));
    }

    int count(String paymentNo) {
        return standing(paymentNo).size();
    }

    Optional<Instant> latest(String paymentNo) {
        return standing(paymentNo).stream().map(Promise::admittedAt).max(Comparator.naturalOrder());
    }

    PromisedRefunds with(RefundAdmitted event, Instant bookedAt) {
        return with(
                event.refund(),
                new Promise(event.paymentNo(), event.facts(), !event.needsSecondPerson(), bookedAt, Standing.PROMISED));
    }

    PromisedRefunds without(RefundId refund) {
        return now(refund, Standing.DISMISSED);
    }

    PromisedRefunds withAgain(RefundId refund) {
        return now(refund, Standing.REINSTATED);
    }

    private PromisedRefunds now(RefundId refund, Standing standing) {
        return of(refund).map(old -> with(refund, old.now(standing))).orElse(this);
    }

    private PromisedRefunds with(RefundId refund, Promise promise) {
        var next = new HashMap<>(all);
        next.put(refund, promise);
        return new PromisedRefunds(next);
    }

    private List<Promise> standing(String paymentNo) {
        return all.values().stream()
                .filter(promise -> promise.stands() && promise.paymentNo().equals(paymentNo))
                .toList();
    }
}
