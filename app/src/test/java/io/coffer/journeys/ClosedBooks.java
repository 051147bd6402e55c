package io.coffer.journeys;

/** Every date that the channel ended is the same in the books, in its file and at the bank. */
record ClosedBooks(Day day, Client auditor, Data data, Findings findings, long head) {

    void check() {
        var closed = ClosedDate.of(day, data);
        for (var date : closed) {
            var settlement = auditor.get(date.path(), head);
            findings.same(date.id(), settlement.at("/state"), "AGREED");
            findings.same(date.id() + " brought", settlement.at("/ledger/settled"), date.net());
            findings.same(date.id() + " owes", settlement.at("/ledger/balance"), "0.00");
            findings.same(date.id() + " file", settlement.at("/file/version"), date.isListedWrongly() ? "2" : "1");
        }
        var planned =
                day.orders().stream().filter(order -> order.kind().endsDate()).count();
        findings.same("dates that ended, at least", closed.size() >= planned, true);
    }
}
