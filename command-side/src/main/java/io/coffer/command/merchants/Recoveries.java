package io.coffer.command.merchants;

import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Own cash that is out comes back out of what is available before anybody else may have that. */
final class Recoveries {

    private Recoveries() {}

    /** What this much available money pays back, the oldest advance first: set aside for it, and taken at once. */
    static List<FeeAccountEvent> of(Advances advances, MerchantFeeAccountId account, Money available) {
        var events = new ArrayList<FeeAccountEvent>();
        for (var recovery : advances.recoveredBy(available)) {
            var taker = new FeeTaker.Recovery(recovery.orderNo());
            events.add(new FeeReserved(account, taker, recovery.amount()));
            events.add(new AdvanceRecovered(account, recovery.orderNo(), taker, recovery.amount(), recovery.left()));
        }
        return events;
    }
}
