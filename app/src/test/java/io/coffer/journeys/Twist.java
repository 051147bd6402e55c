package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import java.util.Map;

/** What happens in a sale besides its plain course, and what that leaves behind. A new kind of case is one small class. */
interface Twist {

    /** With what the sale begins. */
    default String opening(PlannedSale sale) {
        return HomeSale.opening(sale.contract(), Day.yuan(sale.price())).replace(HomeSale.CUSTODY, sale.custody());
    }

    /** The number that the payer names; it may be nobody's. */
    default String number(String own) {
        return own;
    }

    /** Whether the seller is promised anything. */
    default boolean isReleased() {
        return true;
    }

    /** The bank has told of the money. */
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

    /** The receipt that an arrival makes. */
    default String receipt(PlannedSale sale, Arrival arrival) {
        return HomeSale.receipt(arrival.coreNo());
    }

    /** Whether an arrival is nobody's in the end. */
    default boolean isSuspended(PlannedSale sale, Arrival arrival) {
        return false;
    }

    default String endsAs() {
        return "COMPLETED";
    }
}
