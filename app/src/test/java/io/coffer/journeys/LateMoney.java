package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;

/** Money comes in when the account is closed; it is nobody's. */
final class LateMoney implements Twist {

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        var number = desk.number(sale);
        desk.close(sale);
        var late = sale.arrivals().getLast();
        desk.tell(sale, desk.notice(sale, late, number), "late");
        desk.receiptIs(sale.receipt(late), "SUSPENDED");
    }

    @Override
    public boolean isSuspended(PlannedSale sale, Arrival arrival) {
        return arrival.equals(sale.arrivals().getLast());
    }

    @Override
    public String endsAs() {
        return "CLOSED";
    }
}
