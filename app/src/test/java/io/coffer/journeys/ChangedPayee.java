package io.coffer.journeys;

/** Two people change the seller's account; for a day nothing more is promised to the seller. */
final class ChangedPayee implements Twist {

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        desk.say(
                sale.tenant(),
                sale.path() + "/payee-changes",
                HomeSale.payee("6217000000009001"),
                sale,
                "payee-change");
        desk.agree("AR:" + sale.tenant() + ":payee:" + sale.contract() + ":1", "checker-1");
        desk.account(sale, account -> account.json().at("/payees/0").has("effectiveFrom"));
        desk.isRefused(sale, sale.path() + "/releases", """
                {"releaseNo":"R-2","partyId":"seller-1","amount":%s}""".formatted(HomeSale.cny("0.01")), "PAYEE_NOT_EFFECTIVE");
    }

    @Override
    public String endsAs() {
        return "RELEASABLE";
    }
}
