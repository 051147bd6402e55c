package io.coffer.journeys;

import java.util.Map;

/** A part stays until the handover, from the price or from the seller; the buyer claims one fen of it. */
final class HeldBack implements Twist {

    @Override
    public String opening(PlannedSale sale) {
        return HomeSale.withHoldback(Twist.super.opening(sale), source(sale), Day.yuan(sale.kept()));
    }

    private static String source(PlannedSale sale) {
        return isPaidIn(sale) ? "PAID_BY_SELLER" : "FROM_BUYER_PAYMENT";
    }

    private static boolean isPaidIn(PlannedSale sale) {
        return sale.kind() == PlannedSale.Kind.HELD_BACK_BY_SELLER;
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.say(sale.tenant(), sale.path() + "/payees", HomeSale.buyer("6217000000009000"), sale, "buyer");
        if (isPaidIn(sale)) {
            var notice = desk.notice(sale, sale.arrivals().getLast(), desk.number(sale));
            desk.tell(sale, notice.replace("王强", "李梅"), "seller-pays");
        }
    }

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        var holdback = sale.path() + "/holdback";
        if (!isPaidIn(sale)) {
            desk.say(sale.tenant(), holdback, null, sale, "hold-back");
        }
        desk.account(sale, account -> account.at("/state").equals("HELD_BACK"));
        desk.say(
                sale.tenant(),
                holdback + "/handover",
                """
                {"signatures":[%s,%s]}""".formatted(HomeSale.answer("buyer-1"), HomeSale.answer("seller-1")),
                sale,
                "handover");
        desk.say(
                sale.tenant(),
                holdback + "/claims",
                """
                {"claimNo":"K-1","partyId":"buyer-1","amount":%s,"evidence":%s}""".formatted(HomeSale.cny("0.01"), HomeSale.EVIDENCE),
                sale,
                "claim");
        desk.say(sale.tenant(), holdback + "/claims/K-1/acceptance", HomeSale.answer("seller-1"), sale, "acceptance");
        desk.say(
                sale.tenant(),
                holdback + "/settlements",
                """
                {"legs":[{"legNo":"L-1","partyId":"seller-1","amount":%s},
                         {"legNo":"L-2","partyId":"buyer-1","amount":%s,"claimNo":"K-1"}]}""".formatted(HomeSale.cny(Day.yuan(sale.kept() - 1)), HomeSale.cny("0.01")),
                sale,
                "settlement");
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(sale.payout("R-1"), sale.released(), sale.payout("L-1"), sale.kept() - 1, sale.payout("L-2"), 1L);
    }
}
