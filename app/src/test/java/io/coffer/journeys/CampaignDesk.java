package io.coffer.journeys;

import java.time.Duration;

/** Two people of the institution let a campaign of the day pay a part of one price. */
record CampaignDesk(Clerk clerk) {

    private static final String PATH = "/v1/promotion-campaigns";

    static String path(PlannedOrder order) {
        return PATH + "/PC:acme:" + order.no();
    }

    void open(PlannedOrder order) {
        clerk.say("operator-1", PATH, body(order), order.no() + "-campaign");
        clerk.agree("AR:_:campaign:acme:" + order.no(), "checker-1");
        clerk.read("acme", path(order), seen -> seen.at("/state").equals("APPROVED"));
    }

    private static String body(PlannedOrder order) {
        var discount = Day.yuan(order.discount());
        return """
            {"tenant":"acme","campaignNo":"%s","funder":%s,"budget":%s,"most":%s,"threshold":%s,\
            "from":"%s","until":"%s"}\
            """.formatted(
                        order.no(),
                        funder(order),
                        HomeSale.cny(discount),
                        HomeSale.cny(discount),
                        HomeSale.cny(Day.yuan(order.price())),
                        order.expiresAt().minus(Duration.ofDays(1)),
                        order.expiresAt());
    }

    private static String funder(PlannedOrder order) {
        return order.kind() == OrderKind.DISCOUNTED_BY_US
                ? PromotionsTest.OWN
                : "{\"kind\":\"POST_BILLED\",\"name\":\"RENTAL-OPERATOR\"}";
    }

    /** The order says it, and its campaign gives it. */
    static String discounted(PlannedOrder order, String body) {
        return body.replaceFirst("}$", """
            ,"discount":{"campaignNo":"%s","amount":%s}}""".formatted(order.no(), HomeSale.cny(Day.yuan(order.discount()))));
    }
}
