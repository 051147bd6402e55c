package io.coffer.journeys;

import java.util.Map;

/** Money that is nobody's goes back to its payer. */
final class MoneySentBack implements Twist {

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
        var receipt = sale.receipt(sale.arrivals().getFirst());
        desk.receiptIs(receipt, "SUSPENDED");
        desk.sendBack(sale, receipt);
        desk.receiptIs(receipt, "RETURNED");
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of("PY:" + sale.receipt(sale.arrivals().getFirst()) + ":1", sale.cameIn());
    }

    @Override
    public String endsAs() {
        return "OPENED";
    }
}
