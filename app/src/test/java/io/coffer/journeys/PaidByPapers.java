package io.coffer.journeys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The bank paid and never says so; its papers do, with the number under which it booked, and two people believe them. */
final class PaidByPapers implements Twist {

    @Override
    public String releaseIs() {
        return "APPROVED";
    }

    @Override
    public void afterRelease(PlannedSale sale, SaleDesk desk) {
        var coreNo = desk.debitOf(sale.payout("R-1"));
        // The bank's numbers begin with its date.
        var bankDate = LocalDate.parse(coreNo.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        desk.showPapers(sale, """
                {"result":"SUCCEEDED","coreNo":"%s","bankDate":"%s"}""".formatted(coreNo, bankDate));
        desk.account(sale, account -> account.at("/releases/0/state").equals("PAID"));
    }
}
