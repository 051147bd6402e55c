package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FrozenFunds;
import io.coffer.api.accounts.FrozenFunds.Claim;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.ledger.Bucket;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which orders hold an account's money at a moment, and how much of it they still want. */
final class FreezeClaims {

    private FreezeClaims() {}

    static FrozenFunds of(OpenAccount account, Instant at) {
        return frozen(account, orders(account, at));
    }

    /** As if another order had just arrived. */
    static FrozenFunds of(OpenAccount account, FreezeOrder another, Instant at) {
        return frozen(
                account,
                Stream.concat(orders(account, at).stream(), Stream.of(another)).toList());
    }

    private static List<FreezeOrder> orders(OpenAccount account, Instant at) {
        return account.freezes().inForce(at).stream().map(Freeze::order).toList();
    }

    private static FrozenFunds frozen(OpenAccount account, List<FreezeOrder> orders) {
        return new FrozenFunds(
                account.buckets().available(),
                account.buckets().holdback(),
                orders.stream()
                        .filter(order -> order.kind().holdsAmount())
                        .map(order -> claim(account, order))
                        .toList(),
                orders.stream().anyMatch(order -> !order.kind().holdsAmount()));
    }

    private static Claim claim(OpenAccount account, FreezeOrder order) {
        var wanted = order.amount().map(amount -> amount.above(deducted(account, order.orderNo())));
        if (order.item().isEmpty()) {
            return new Claim(order.orderNo(), wanted, Optional.empty());
        }
        if (order.item().get() == PaymentItem.HOLDBACK_DEPOSIT) {
            return new Claim(order.orderNo(), wanted, Optional.of(Bucket.HOLDBACK));
        }
        var received = account.funding().of(order.item().get());
        return new Claim(
                order.orderNo(),
                Optional.of(wanted.map(received::min).orElse(received)),
                Optional.of(Bucket.AVAILABLE));
    }

    /** What the order's court has taken already is not wanted again, unless its payout failed or its money is back. */
    private static Money deducted(OpenAccount account, String orderNo) {
        return account.deductions().takenUnder(orderNo).stream()
                .filter(deductionNo -> !account.returns().isRestored(deductionNo))
                .flatMap(deductionNo -> account.releases().find(deductionNo).stream())
                .filter(Release::isTaken)
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
