package io.coffer.journeys;

/** The buyer holds everything for a while, and two people let it go. */
final class LiftedDispute implements Twist {

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.say(sale.tenant(), sale.path() + "/freezes", """
                {"orderNo":"F-1","kind":"DISPUTE","authority":"buyer-1","evidence":[]}""", sale, "freeze");
        desk.account(sale, account -> account.at("/effectiveFrozen/value").equals(Day.yuan(sale.price())));
        desk.say(sale.tenant(), sale.path() + "/freezes/F-1/release", """
                {"authority":"buyer-1","evidence":[]}""", sale, "unfreeze");
        desk.agree("AR:_:unfreeze:" + sale.tenant() + ":" + sale.contract() + ":F-1:1", "checker-1");
        desk.account(sale, account -> account.at("/effectiveFrozen/value").equals("0.00"));
    }
}
