package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;

/** What a merchant of the day does, and whoever transfers money to it or to its orders. */
record MerchantDesk(Clerk clerk) {

    private static final String LIMIT = "100.00";

    /** Opens the fee account, with what it has from the beginning and what it may be lent. */
    void open(PlannedOrder order) {
        clerk.say("acme", Shop.PATH, Shop.opening(order.merchant()), order.no() + "-shop");
        if (order.kind().toppedUp() > 0) {
            topUp(order, 1);
        }
        if (order.kind().isLent()) {
            var path = Shop.PATH + "/" + order.feeAccount();
            clerk.say("operator-1", path + "/advance-limits", Shop.limit(LIMIT), order.no() + "-limit");
            clerk.agree("AR:_:advance:acme:" + order.merchant() + ":1", "checker-1");
            clerk.read("acme", path, seen -> seen.at("/advanceLimit/value").equals(LIMIT));
        }
    }

    /** Money to the merchant's own number; waits until it is there, or went into what was lent. */
    void topUp(PlannedOrder order, int time) {
        var path = Shop.PATH + "/" + order.feeAccount();
        var before = clerk.read("acme", path, seen -> seen.json().has("virtualAccountNumber"));
        receive(order, arrival(order, order.no() + ".B" + time), before.at("/virtualAccountNumber"));
        clerk.read(
                "acme",
                path,
                seen -> !seen.at("/available/value").equals("0.00")
                        && (time == 1 || seen.at("/advanced/value").equals("0.00")));
    }

    static Arrival arrival(PlannedOrder order, String coreNo) {
        return order.arrivals().stream()
                .filter(arrival -> arrival.coreNo().equals(coreNo))
                .findFirst()
                .orElseThrow();
    }

    void receive(PlannedOrder order, Arrival arrival, String number) {
        clerk.say(
                "bank-adapter",
                "/v1/bank/notices",
                HomeSale.notice(arrival.coreNo(), number, Day.yuan(arrival.amount()))
                        .replace(HomeSale.PAYER, order.payerAccount()),
                arrival.coreNo() + "-notice");
    }
}
