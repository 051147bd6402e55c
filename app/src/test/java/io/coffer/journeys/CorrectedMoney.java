package io.coffer.journeys;

/** An operator credits the wrong account, and two people put it right. */
final class CorrectedMoney implements Twist {

    @Override
    public String number(String own) {
        return SaleDesk.nobodys(own);
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        var wrong = sale.contract() + "-X";
        desk.say(sale.tenant(), "/v1/escrow-accounts", HomeSale.opening(wrong, Day.yuan(sale.price())), sale, "wrong");
        var receipt = sale.receipt(sale.arrivals().getFirst());
        desk.assign(sale, receipt, "EA:" + sale.tenant() + ":" + wrong);
        desk.receiptIs(receipt, "CONSUMED");
        desk.say(
                "operator-1",
                "/v1/receipts/" + receipt + "/corrections",
                "{\"account\":\"" + sale.account() + "\"}",
                sale,
                "correction");
        desk.agree("AR:_:receipt:" + receipt + ":1", "checker-1");
    }
}
