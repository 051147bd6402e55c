package io.coffer.journeys;

import java.util.Map;

/** Buyer and seller want out: the buyer gets a part of his money back to where it came from, the seller the rest. */
final class Termination implements Twist {

    @Override
    public boolean isReleased() {
        return false;
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        desk.say(sale.tenant(), sale.path() + "/termination", """
                {"reason":"BOTH_AGREE","evidence":%s}""".formatted(HomeSale.EVIDENCE), sale, "termination");
        var receipt = HomeSale.receipt(sale.arrivals().getFirst().coreNo());
        desk.say(
                sale.tenant(),
                sale.path() + "/termination/plans",
                """
                {"legs":[{"legNo":"Y-1","partyId":"buyer-1","amount":%s,"receipt":"%s"},
                         {"legNo":"Y-2","partyId":"seller-1","amount":%s}],
                 "signatures":[%s,%s]}""".formatted(
                                HomeSale.cny(Day.yuan(sale.part())),
                                receipt,
                                HomeSale.cny(Day.yuan(sale.price() - sale.part())),
                                HomeSale.answer("buyer-1"),
                                HomeSale.answer("seller-1")),
                sale,
                "termination-plan");
        var approval = "AR:" + sale.tenant() + ":terminate:" + sale.contract() + ":1";
        desk.agree(approval, "checker-1");
        if (sale.price() > SaleDesk.TWO_CHECKERS_ABOVE) {
            desk.agree(approval, "checker-2");
        }
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(sale.payout("Y-1"), sale.part(), sale.payout("Y-2"), sale.price() - sale.part());
    }

    @Override
    public String endsAs() {
        return "TERMINATED";
    }
}
