package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;

/**
 * Two bookings of one amount are told without core number, and one of them with it: nobody guesses which, and nothing is
 * booked by it until the statement of the day decides.
 */
final class PossibleTwins implements Twist {

    @Override
    public String opening(PlannedSale sale) {
        var half = Day.yuan(sale.price() / 2);
        return HomeSale.opening(sale.contract(), half, half).replace(HomeSale.CUSTODY, sale.custody());
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        var number = desk.number(sale);
        for (var arrival : sale.arrivals()) {
            desk.tell(
                    sale,
                    SaleDesk.weak(desk.notice(sale, arrival, number), arrival.coreNo()),
                    "weak-" + arrival.coreNo());
        }
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        desk.tell(sale, desk.notice(sale, sale.arrivals().getFirst(), number), "strong");
    }

    @Override
    public String receipt(PlannedSale sale, Arrival arrival) {
        return SaleDesk.weakReceipt(arrival.coreNo());
    }
}
