package io.coffer.journeys;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Buyer and seller want out: the buyer gets a part of the money back to where it came from, the seller the rest, or the lender
 * his loan.
 */
final class Termination implements Twist {

    @Override
    public String opening(PlannedSale sale) {
        return isLent(sale)
                ? HomeSale.lent(sale.contract(), Day.yuan(sale.part()), Day.yuan(sale.price() - sale.part()))
                : Twist.super.opening(sale);
    }

    private static boolean isLent(PlannedSale sale) {
        return sale.kind() == PlannedSale.Kind.TERMINATED_WITH_LOAN;
    }

    @Override
    public boolean isReleased() {
        return false;
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        if (isLent(sale)) {
            lend(sale, desk);
        }
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        desk.say(sale.tenant(), sale.path() + "/termination", """
                {"reason":"BOTH_AGREE","evidence":%s}""".formatted(HomeSale.EVIDENCE), sale, "termination");
        var receipt = HomeSale.receipt(sale.arrivals().getFirst().coreNo());
        desk.say(
                sale.tenant(),
                sale.path() + "/termination/plans",
                """
                {"legs":[{"legNo":"Y-1","partyId":"buyer-1","amount":%s,"receipt":"%s"},
                         {"legNo":"Y-2","partyId":"%s","amount":%s}],
                 "signatures":[%s]}""".formatted(
                                HomeSale.cny(Day.yuan(sale.part())),
                                receipt,
                                isLent(sale) ? "lender-1" : "seller-1",
                                HomeSale.cny(Day.yuan(sale.price() - sale.part())),
                                signatures(sale)),
                sale,
                "termination-plan");
        var approval = "AR:" + sale.tenant() + ":terminate:" + sale.contract() + ":1";
        desk.agree(approval, "checker-1");
        if (sale.price() > SaleDesk.TWO_CHECKERS_ABOVE) {
            desk.agree(approval, "checker-2");
        }
    }

    /** What the buyer paid must be here first: the plan takes money in its order. */
    private static void lend(PlannedSale sale, SaleDesk desk) {
        desk.account(sale, account -> account.at("/state").equals("FUNDING"));
        var notice = desk.notice(sale, sale.arrivals().getLast(), desk.number(sale));
        desk.tell(sale, notice.replace("王强", "某银行"), "lender-pays");
        desk.say(sale.tenant(), sale.path() + "/payees", HomeSale.lender("6217000000009000"), sale, "lender");
    }

    private static String signatures(PlannedSale sale) {
        return Stream.of("buyer-1", "seller-1", "lender-1")
                .limit(isLent(sale) ? 3 : 2)
                .map(HomeSale::answer)
                .collect(Collectors.joining(","));
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(
                "PY:RF:" + sale.account() + ":Y-1:1", sale.part(), sale.payout("Y-2"), sale.price() - sale.part());
    }

    @Override
    public String endsAs() {
        return "TERMINATED";
    }
}
