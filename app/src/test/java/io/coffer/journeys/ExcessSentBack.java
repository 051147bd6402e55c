package io.coffer.journeys;

import java.util.Map;

/** What the plan did not expect goes back to its payer; then the account closes. */
final class ExcessSentBack implements Twist {

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        desk.sendBack(sale, sale.receipt(sale.arrivals().getFirst()));
        desk.account(sale, account -> account.at("/setApart/value").equals("0.00"));
        desk.close(sale);
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(
                sale.payout("R-1"),
                sale.released(),
                "PY:" + sale.receipt(sale.arrivals().getFirst()) + ":1",
                sale.part());
    }

    @Override
    public String endsAs() {
        return "CLOSED";
    }
}
