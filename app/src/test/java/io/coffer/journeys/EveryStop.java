package io.coffer.journeys;

import java.util.Map;
import java.util.TreeMap;

/** The police, fraud prevention and a missing document each stop every release; two people lift each. */
final class EveryStop implements Twist {

    private static final Map<String, String> ORDERS =
            new TreeMap<>(Map.of("F-1", "EMERGENCY_STOP", "F-2", "RISK", "F-3", "DOC_PENDING"));

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        ORDERS.forEach((orderNo, kind) -> desk.say(
                "operator-1",
                sale.path() + "/freezes",
                """
                {"orderNo":"%s","kind":"%s","authority":"OFFICE","evidence":%s}""".formatted(orderNo, kind, HomeSale.PAPER),
                sale,
                "freeze-" + orderNo));
        desk.account(sale, account -> account.json().path("flags").size() == ORDERS.size());
        ORDERS.keySet().forEach(orderNo -> {
            desk.say(
                    "operator-1",
                    sale.path() + "/freezes/" + orderNo + "/release",
                    """
                    {"authority":"OFFICE","evidence":%s}""".formatted(HomeSale.PAPER),
                    sale,
                    "unfreeze-" + orderNo);
            desk.agree("AR:_:unfreeze:" + sale.tenant() + ":" + sale.contract() + ":" + orderNo + ":1", "checker-1");
        });
        desk.account(sale, account -> account.json().path("flags").isEmpty());
    }
}
