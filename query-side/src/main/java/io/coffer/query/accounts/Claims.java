package io.coffer.query.accounts;

import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FrozenFunds;
import io.coffer.api.accounts.FrozenFunds.Claim;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.ledger.Bucket;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/** Which orders hold an account's money at a moment, and how much of it they still want. */
final class Claims {

    private Claims() {}

    static FrozenFunds of(AccountState account, Instant at) {
        var inForce = account.freezes().stream()
                .filter(freeze -> freeze.isInForce(at))
                .map(Freeze::order)
                .toList();
        return new FrozenFunds(
                account.buckets().available(),
                account.buckets().holdback(),
                inForce.stream()
                        .filter(order -> order.kind().holdsAmount())
                        .map(order -> claim(account, order))
                        .toList(),
                inForce.stream().anyMatch(order -> !order.kind().holdsAmount()));
    }

    private static Claim claim(AccountState account, FreezeOrder order) {
        var wanted = order.amount().map(amount -> amount.above(deducted(account, order.orderNo())));
        if (order.item().isEmpty()) {
            return new Claim(order.orderNo(), wanted, Optional.empty());
        }
        if (order.item().get() == PaymentItem.HOLDBACK_DEPOSIT) {
            return new Claim(order.orderNo(), wanted, Optional.of(Bucket.HOLDBACK));
        }
        var received = account.received(order.item().get());
        return new Claim(
                order.orderNo(),
                Optional.of(wanted.map(received::min).orElse(received)),
                Optional.of(Bucket.AVAILABLE));
    }

    /** What the order's court has taken already is not wanted again, unless its payout failed or its money is back. */
    private static Money deducted(AccountState account, String orderNo) {
        return account.releases().stream()
                .filter(release -> release.orderNo().filter(orderNo::equals).isPresent())
                .filter(Claims::isTaken)
                .map(Release::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static boolean isTaken(Release deduction) {
        return switch (deduction.state()) {
            case APPROVED, PAID, RETURNED, REISSUE_REQUESTED, REISSUED -> true;
            case REQUESTED, RESTORED, FAILED, REJECTED -> false;
        };
    }
}
