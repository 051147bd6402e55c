package io.coffer.journeys;

import java.util.Map;

/** The bank never says what became of the payout; its papers say that it paid nothing, and two people believe them. */
final class SettledByPapers implements Twist {

    @Override
    public String releaseIs() {
        return "APPROVED";
    }

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        desk.showPapers(sale, """
                {"result":"REFUSED","code":"NEVER_ARRIVED","bankDate":"2026-11-22"}""");
        desk.account(sale, account -> account.at("/releases/0/state").equals("FAILED"));
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of();
    }

    @Override
    public String endsAs() {
        return "RELEASABLE";
    }
}
