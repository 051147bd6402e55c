package io.coffer.journeys;

/** An operator finds out whose money it is. */
final class AssignedMoney implements Twist {

    @Override
    public String number(String own) {
        return SaleDesk.nobodys(own);
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.assign(sale, sale.receipt(sale.arrivals().getFirst()), sale.account());
    }
}
