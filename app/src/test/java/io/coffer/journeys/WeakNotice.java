package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;

/** The bank tells of the money without its core number, and once more with it. */
final class WeakNotice implements Twist {

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        var arrival = sale.arrivals().getFirst();
        var strong = desk.notice(sale, arrival, desk.number(sale));
        desk.tell(sale, SaleDesk.weak(strong, arrival.coreNo()), "weak");
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        desk.tell(sale, strong, "strong");
    }

    @Override
    public String receipt(PlannedSale sale, Arrival arrival) {
        return SaleDesk.weakReceipt(arrival.coreNo());
    }
}
