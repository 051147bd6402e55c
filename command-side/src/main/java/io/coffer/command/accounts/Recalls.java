package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which payouts are called back because of an order ({@code domain.md} 1.1.4): money that was promised before it came and
 * that the bank may not have yet. What a court has taken goes on.
 */
final class Recalls {

    private Recalls() {}

    static List<PayoutId> becauseOf(FreezeOrder order, Money shortfall, OpenAccount state) {
        return order.kind().holdsAmount() ? covering(shortfall, state) : all(state);
    }

    /** As few as cover what the order misses: whoever is called back must be approved anew. */
    private static List<PayoutId> covering(Money shortfall, OpenAccount state) {
        var largestFirst = state.promisesToParties().stream()
                .sorted(Comparator.comparing(Release::amount).reversed())
                .toList();
        var recalled = new ArrayList<PayoutId>();
        var missing = shortfall;
        for (var release : largestFirst) {
            if (missing.isZero()) {
                break;
            }
            recalled.add(release.toBeRecalled().orElseThrow());
            missing = missing.above(release.amount());
        }
        return recalled;
    }

    private static List<PayoutId> all(OpenAccount state) {
        var promised = state.promisesToParties().stream().map(Release::toBeRecalled);
        var paidAgain = state.returns().open().values().stream().map(Returned::paidAgainBy);
        return Stream.concat(promised, paidAgain).flatMap(Optional::stream).toList();
    }
}
