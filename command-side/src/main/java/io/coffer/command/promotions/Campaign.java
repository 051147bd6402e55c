package io.coffer.command.promotions;

import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.promotions.CampaignEvent.CampaignApproved;
import io.coffer.api.promotions.CampaignEvent.CampaignCreated;
import io.coffer.api.promotions.CampaignEvent.CampaignEnded;
import io.coffer.api.promotions.CampaignEvent.CampaignRejected;
import io.coffer.api.promotions.CampaignEvent.DiscountConsumed;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignEvent.DiscountReturnUndone;
import io.coffer.api.promotions.CampaignEvent.DiscountReturned;
import io.coffer.api.promotions.CampaignEvent.DiscountUnlocked;
import io.coffer.api.promotions.CampaignTerms;
import io.coffer.api.refunds.RefundId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A campaign that was created. {@code budget = left + locked + consumed} holds by construction: what is left is the rest, and what
 * refunds give back is not given a second time, so that a refund that is cancelled can take it again.
 *
 * @param locked order by order
 * @param consumed what orders were paid with
 * @param orders all that ever consumed a discount
 * @param returned what refunds gave back, refund by refund
 */
record Campaign(
        CampaignTerms terms,
        Stage stage,
        Map<PaymentOrderId, Money> locked,
        Money consumed,
        Set<PaymentOrderId> orders,
        Map<RefundId, Money> returned)
        implements CampaignState {

    enum Stage {
        PROPOSED,
        APPROVED,
        REJECTED,
        ENDED
    }

    Campaign {
        locked = Map.copyOf(locked);
        orders = Set.copyOf(orders);
        returned = Map.copyOf(returned);
    }

    static Campaign of(CampaignCreated event) {
        return new Campaign(event.terms(), Stage.PROPOSED, Map.of(), Money.ZERO, Set.of(), Map.of());
    }

    Money left() {
        return terms.budget().minus(consumed).minus(locked.values().stream().reduce(Money.ZERO, Money::plus));
    }

    /** What the funder bears: what orders were paid with, less what refunds gave back. */
    Money borne() {
        return consumed.minus(returned.values().stream().reduce(Money.ZERO, Money::plus));
    }

    @Override
    public Campaign after(CampaignEvent event) {
        return switch (event) {
            case CampaignCreated e -> throw new IllegalStateException("Created twice: " + e.campaign());
            case CampaignApproved _ -> at(Stage.APPROVED);
            case CampaignRejected _ -> at(Stage.REJECTED);
            case CampaignEnded _ -> at(Stage.ENDED);
            case DiscountLocked e -> {
                var next = new HashMap<>(locked);
                next.put(e.order(), e.amount());
                yield with(next, consumed, orders);
            }
            case DiscountUnlocked e -> with(without(e.order()), consumed, orders);
            case DiscountConsumed e -> {
                var next = new HashSet<>(orders);
                next.add(e.order());
                yield with(without(e.order()), consumed.plus(e.amount()), next);
            }
            case DiscountReturned e -> {
                var next = new HashMap<>(returned);
                next.put(e.refund(), e.amount());
                yield new Campaign(terms, stage, locked, consumed, orders, next);
            }
            case DiscountReturnUndone e -> {
                var next = new HashMap<>(returned);
                next.remove(e.refund());
                yield new Campaign(terms, stage, locked, consumed, orders, next);
            }
        };
    }

    private Map<PaymentOrderId, Money> without(PaymentOrderId order) {
        var next = new HashMap<>(locked);
        next.remove(order);
        return next;
    }

    private Campaign at(Stage next) {
        return new Campaign(terms, next, locked, consumed, orders, returned);
    }

    private Campaign with(Map<PaymentOrderId, Money> nextLocked, Money nextConsumed, Set<PaymentOrderId> nextOrders) {
        return new Campaign(terms, stage, nextLocked, nextConsumed, nextOrders, returned);
    }
}
