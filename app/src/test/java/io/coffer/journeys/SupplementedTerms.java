package io.coffer.journeys;

/** After the first money all parties sign a second payment. */
final class SupplementedTerms implements Twist {

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        desk.account(sale, account -> account.at("/state").equals("FUNDED"));
        var terms = Reply.JSON
                .readTree(HomeSale.opening(sale.contract(), Day.yuan(sale.price()), Day.yuan(sale.part())))
                .path("terms");
        desk.say(
                sale.tenant(),
                sale.path() + "/supplements",
                """
                {"supplementNo":1,"terms":%s,"signatures":[%s,%s]}""".formatted(terms, HomeSale.answer("buyer-1"), HomeSale.answer("seller-1")),
                sale,
                "supplement");
        var second = sale.arrivals().getLast();
        desk.tell(sale, desk.notice(sale, second, desk.number(sale)), "second");
        desk.account(sale, account -> account.at("/plan/1/missing/value").equals("0.00"));
    }
}
