package io.coffer.journeys;

/** The bank tells of one booking over two amounts; the statement of its day says that the first one was right. */
final class ContradictedNotice implements Twist {

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        var arrival = sale.arrivals().getFirst();
        desk.receiptIs(sale.receipt(arrival), "CONSUMED");
        var other = new PlannedSale.Arrival(arrival.coreNo(), arrival.amount() + 1, 1);
        desk.tell(sale, desk.notice(sale, other, desk.number(sale)), "contradiction");
    }
}
