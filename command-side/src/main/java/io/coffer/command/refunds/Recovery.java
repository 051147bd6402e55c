package io.coffer.command.refunds;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far payees have given back what a refund counts on.
 *
 * @param done the splits of which all that was planned is back
 * @param gaps what each payee lacks of its part, of the splits that are not
 */
record Recovery(Set<SplitId> done, Map<String, Money> gaps) {

    Recovery {
        done = Set.copyOf(done);
        gaps = Map.copyOf(gaps);
    }

    static Recovery none() {
        return new Recovery(Set.of(), Map.of());
    }

    boolean lacks() {
        return gaps.values().stream().anyMatch(gap -> !gap.isZero());
    }

    Optional<Money> gapOf(SplitId split, MerchantFeeAccountId payee) {
        return Optional.ofNullable(gaps.get(key(split, payee)));
    }

    Recovery told(SplitId split, MerchantFeeAccountId payee, Money gap) {
        var next = new HashMap<>(gaps);
        next.put(key(split, payee), gap);
        return new Recovery(done, next);
    }

    Recovery with(SplitId split) {
        var next = new HashSet<>(done);
        next.add(split);
        return new Recovery(next, gaps);
    }

    private static String key(SplitId split, MerchantFeeAccountId payee) {
        return split + " " + payee;
    }
}
