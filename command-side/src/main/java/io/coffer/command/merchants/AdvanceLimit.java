package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.money.Money;
import java.util.Optional;

/**
 * How much own cash may be out for a merchant's fees.
 *
 * @param granted the most that open advances may add up to
 * @param requestNo how often another limit was asked for
 * @param asked what the latest request asks for, until it is carried out; an earlier one is void by then
 */
record AdvanceLimit(Money granted, int requestNo, Optional<Money> asked) {

    static AdvanceLimit none() {
        return new AdvanceLimit(Money.ZERO, 0, Optional.empty());
    }

    boolean isAsked(int number, Money limit) {
        return requestNo == number && asked.filter(limit::equals).isPresent();
    }

    AdvanceLimit asked(AdvanceLimitRequested event) {
        return new AdvanceLimit(granted, event.requestNo(), Optional.of(event.limit()));
    }

    AdvanceLimit set(AdvanceLimitSet event) {
        return new AdvanceLimit(event.limit(), requestNo, Optional.empty());
    }
}
