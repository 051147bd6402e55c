package io.coffer.journeys;

import java.util.Map;

/** What happens in a sale besides its plain course, and what that leaves behind. A new kind of case is one small class. */
interface Twist {

    /** Whether the seller is promised anything. */
    default boolean isReleased() {
        return true;
    }

    /** All money has come in. */
    default void beforeRelease(PlannedSale sale, SaleDesk desk) {}

    /** The bank has had its first word about the release. */
    default void afterRelease(PlannedSale sale, SaleDesk desk) {}

    /** How the bank's first word leaves the release. */
    default String releaseIs() {
        return "PAID";
    }

    /** What the bank is to have paid, by payout. */
    default Map<String, Long> debits(PlannedSale sale) {
        return sale.released() == 0 ? Map.of() : Map.of(sale.payout("R-1"), sale.released());
    }

    /** How much of it the bank gave back. */
    default long cameBack(PlannedSale sale) {
        return 0;
    }

    default String endsAs() {
        return "COMPLETED";
    }
}
