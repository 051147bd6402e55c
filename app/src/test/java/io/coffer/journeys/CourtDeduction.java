package io.coffer.journeys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A court holds a part and takes it; the seller gets nothing. */
final class CourtDeduction implements Twist {

    // One word for all repeats of a step: a repeat has the same content.
    private final Instant until = Instant.now().plus(300, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);

    @Override
    public boolean isReleased() {
        return false;
    }

    @Override
    public void beforeRelease(PlannedSale sale, SaleDesk desk) {
        var amount = HomeSale.cny(Day.yuan(sale.part()));
        desk.say("operator-1", sale.path() + "/freezes", """
                {"orderNo":"F-1","kind":"JUDICIAL","authority":"COURT-7","amount":%s,"expiresAt":"%s","evidence":%s}""".formatted(amount, until, HomeSale.PAPER), sale, "freeze");
        desk.say("operator-1", sale.path() + "/deductions", """
                {"deductionNo":"D-1","orderNo":"F-1","amount":%s,"evidence":%s,
                 "courtAccount":{"bankCode":"105100000017","accountNumber":"11001000000000001"}}""".formatted(amount, HomeSale.PAPER), sale, "deduct");
        desk.agree("AR:_:deduct:" + sale.tenant() + ":" + sale.contract() + ":D-1", "checker-1");
        desk.account(sale, account -> account.at("/releases/0/state").equals("PAID"));
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of(sale.payout("D-1"), sale.part());
    }

    @Override
    public String endsAs() {
        return "FUNDED";
    }
}
