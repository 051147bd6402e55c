package io.coffer.journeys;

import java.util.Map;

/** The bank gives the money back; it is paid again by two people, comes back again, and is restored. */
final class ReturnedTwice implements Twist {

    @Override
    public String releaseIs() {
        return "RETURNED";
    }

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        var release = sale.path() + "/releases/R-1";
        desk.say(sale.tenant(), release + "/reissues", null, sale, "reissue");
        desk.agree("AR:" + sale.tenant() + ":reissue:" + sale.contract() + ":R-1:1", "checker-1");
        desk.account(
                sale,
                account -> account.at("/releases/0/state").equals("RETURNED")
                        && account.at("/releases/0/returnedPayoutId").equals(sale.payout("R-1:1")));
        desk.say(sale.tenant(), release + "/restoration", null, sale, "restoration");
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(sale.payout("R-1"), sale.released(), sale.payout("R-1:1"), sale.released());
    }

    @Override
    public long cameBack(PlannedSale sale) {
        return 2 * sale.released();
    }

    @Override
    public String endsAs() {
        return "RELEASABLE";
    }
}
