package io.coffer.command.splits;

import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitLeg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What payees give back for one refund.
 *
 * @param gaps what each that answered lacks of its leg; nothing once it has set that aside
 */
record SplitReturn(List<SplitLeg> legs, Map<MerchantFeeAccountId, Money> gaps, Stage stage) {

    enum Stage {
        /** Nobody is asked before other people agreed to the refund. */
        PROMISED,
        STARTED,
        RETURNED,
        CANCELLED
    }

    SplitReturn {
        legs = List.copyOf(legs);
        gaps = Map.copyOf(gaps);
    }

    /** Wanted no more before it was promised. */
    static SplitReturn never() {
        return new SplitReturn(List.of(), Map.of(), Stage.CANCELLED);
    }

    static SplitReturn promised(List<SplitLeg> legs) {
        return new SplitReturn(legs, Map.of(), Stage.PROMISED);
    }

    boolean stands() {
        return stage != Stage.CANCELLED;
    }

    Optional<Money> gapOf(MerchantFeeAccountId payee) {
        return Optional.ofNullable(gaps.get(payee));
    }

    /** Whether every payee has set its leg aside. */
    boolean isComplete() {
        return legs.stream()
                .allMatch(leg -> gapOf(leg.payee()).filter(Money::isZero).isPresent());
    }

    SplitReturn told(MerchantFeeAccountId payee, Money gap) {
        var next = new HashMap<>(gaps);
        next.put(payee, gap);
        return new SplitReturn(legs, next, stage);
    }

    SplitReturn at(Stage next) {
        return new SplitReturn(legs, gaps, next);
    }
}
