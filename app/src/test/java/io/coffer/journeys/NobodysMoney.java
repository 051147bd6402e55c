package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import java.util.Map;

/** The payer names a number that nobody has, and nobody finds out whose money it is. */
final class NobodysMoney implements Twist {

    @Override
    public String number(String own) {
        return SaleDesk.nobodys(own);
    }

    @Override
    public boolean isReleased() {
        return false;
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.receiptIs(sale.receipt(sale.arrivals().getFirst()), "SUSPENDED");
    }

    @Override
    public boolean isSuspended(PlannedSale sale, Arrival arrival) {
        return true;
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of();
    }

    @Override
    public String endsAs() {
        return "OPENED";
    }
}
