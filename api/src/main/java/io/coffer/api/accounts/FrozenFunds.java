package io.coffer.api.accounts;

import io.coffer.api.ledger.Bucket;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the freezes in force leave of an account's money ({@code domain.md} 1.1.4). Orders queue by arrival: each holds what
 * the earlier ones leave, and catches money that comes in later.
 *
 * @param queue the orders that hold an amount, by arrival
 * @param stopped whether an order stops every release
 */
public record FrozenFunds(Money available, Money holdback, List<Claim> queue, boolean stopped) {

    /**
     * What one order wants to hold.
     *
     * @param amount absent: all there is
     * @param only the one bucket it counts against
     */
    public record Claim(String orderNo, Optional<Money> amount, Optional<Bucket> only) {}

    /** What is to be taken from either bucket. */
    public record Draw(Money fromAvailable, Money fromHoldback) {}

    private record Held(Money anywhere, Money onAvailable, Money onHoldback) {

        static final Held NOTHING = new Held(Money.ZERO, Money.ZERO, Money.ZERO);

        Held plus(Money amount, Optional<Bucket> only) {
            return switch (only.orElse(Bucket.IN_RELEASE)) {
                case AVAILABLE -> new Held(anywhere, onAvailable.plus(amount), onHoldback);
                case HOLDBACK -> new Held(anywhere, onAvailable, onHoldback.plus(amount));
                case IN_RELEASE -> new Held(anywhere.plus(amount), onAvailable, onHoldback);
            };
        }

        Money total() {
            return anywhere.plus(onAvailable).plus(onHoldback);
        }
    }

    public FrozenFunds {
        queue = List.copyOf(queue);
    }

    /** What the order holds at the moment; zero for one that is not in the queue. */
    public Money effective(String orderNo) {
        var before = Held.NOTHING;
        for (var claim : queue) {
            var holds = caught(claim, before);
            if (claim.orderNo().equals(orderNo)) {
                return holds;
            }
            before = before.plus(holds, claim.only());
        }
        return Money.ZERO;
    }

    public Money effectiveFrozen() {
        return held().total();
    }

    /** What may leave the available money. */
    public Money releasable() {
        var held = held();
        return stopped
                ? Money.ZERO
                : available.above(held.onAvailable()).above(held.anywhere().above(holdback.above(held.onHoldback())));
    }

    /** As if this much more were available. */
    public FrozenFunds with(Money more) {
        return new FrozenFunds(available.plus(more), holdback, queue, stopped);
    }

    /** How much of money that came back no order would catch, if the available money took it in. */
    public Money uncaught(Money cameBack) {
        return with(cameBack).releasable().above(releasable());
    }

    /** Whether the order would catch any of money that came back, if the available money took it in. */
    public boolean catches(String orderNo, Money cameBack) {
        return with(cameBack).effective(orderNo).exceeds(effective(orderNo));
    }

    /** What may leave the hold-back. */
    public Money releasableHoldback() {
        var held = held();
        return stopped
                ? Money.ZERO
                : holdback.above(held.onHoldback()).above(held.anywhere().above(available.above(held.onAvailable())));
    }

    /** From where an order's own money is taken; what an earlier order holds in one bucket stays there. */
    public Draw draw(String orderNo, Money amount) {
        var before = Held.NOTHING;
        for (var claim : queue) {
            if (claim.orderNo().equals(orderNo)) {
                break;
            }
            before = before.plus(caught(claim, before), claim.only());
        }
        var fromAvailable = amount.min(available.above(before.onAvailable()));
        return new Draw(fromAvailable, amount.minus(fromAvailable));
    }

    private Held held() {
        var held = Held.NOTHING;
        for (var claim : queue) {
            held = held.plus(caught(claim, held), claim.only());
        }
        return held;
    }

    private Money caught(Claim claim, Held before) {
        var free = available.plus(holdback).above(before.total());
        var room = switch (claim.only().orElse(Bucket.IN_RELEASE)) {
            case AVAILABLE -> free.min(available.above(before.onAvailable()));
            case HOLDBACK -> free.min(holdback.above(before.onHoldback()));
            case IN_RELEASE -> free;
        };
        return claim.amount().map(room::min).orElse(room);
    }
}
