package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.journeys.PlannedSale.Arrival;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Holds what Coffer and the bank say at the end of a day against the day's own arithmetic, to the fen. */
record DayBooks(Day day, Function<String, Client> clients, Data data) {

    // After a long day the views may still have to read the last of it, and a rebuilt one all of it.
    private static final Duration LONGEST = Duration.ofMinutes(20);

    void close() {
        var head = data.head();
        var findings = Findings.none();
        var orders = new OrderBooks(day, clients, data, findings, head);
        totals(findings, head, orders);
        bank(findings, orders);
        awaitView(day.sales().getFirst().tenant(), day.sales().getFirst().path(), head);
        day.forEach(sale -> account(findings, sale, head), orders::check);
        orders.journalAgainstReads();
        new ClosedBooks(day, auditor(), data, findings, head).check();
        var equations = auditor().get("/v1/ledger/equations", head);
        findings.same("equations", equations.at("/allHold") + equations.text(), "true" + equations.text());
        findings.same("parked events", data.number("select count(*) from command.policy_letter"), 0L);
        assertThat(findings.wrong()).as("seed %d", day.seed()).isEmpty();
    }

    private Reply awaitView(String client, String path, long head) {
        return Until.is(
                LONGEST,
                () -> clients.apply(client)
                        .ask("GET", path + "?min-position=" + head, null)
                        .answer(),
                answer -> answer.status() == 200);
    }

    private void totals(Findings findings, long head, OrderBooks orders) {
        var books = awaitView("auditor", "/v1/ledger/trial-balance", head).json();
        var balances = new TreeMap<String, String>();
        for (var line : books.at("/books/0/accounts")) {
            balances.put(line.path("code").asString(), line.at("/balance/value").asString());
        }
        var untold = day.untold().stream().mapToLong(Arrival::amount).sum();
        var nobodys = untold + day.first().amount();
        var sums = new TreeMap<>(Map.of(
                "R1002",
                sum(PlannedSale::cameIn) + nobodys - sum(PlannedSale::paid),
                "R2001",
                sum(PlannedSale::left),
                "R2101",
                sum(PlannedSale::suspended) + nobodys,
                "R2102",
                sum(PlannedSale::excess),
                "R2103",
                0L,
                "R2104",
                0L,
                "R2105",
                0L));
        orders.totals((code, fen) -> sums.merge(code, fen, Long::sum));
        var expected = new TreeMap<String, String>();
        sums.forEach((code, fen) -> expected.put(code, Day.yuan(fen)));
        findings.same("balances", balances, expected);
    }

    private void account(Findings findings, PlannedSale sale, long head) {
        var account = clients.apply(sale.tenant()).get(sale.path(), head);
        var at = sale.toString();
        findings.same(at + " available", account.at("/buckets/available/value"), Day.yuan(sale.left()));
        findings.same(at + " in release", account.at("/buckets/inRelease/value"), "0.00");
        findings.same(at + " set apart", account.at("/setApart/value"), Day.yuan(sale.excess()));
        findings.same(at + " state", account.at("/state"), sale.endsAs());
        if (sale.isCredited()) {
            findings.same(at + " R2001", balance("R2001", sale.account() + ".AVAILABLE"), Day.yuan(sale.left()));
        }
        for (var arrival : sale.arrivals()) {
            var receipt = sale.receipt(arrival);
            findings.same(at + " " + receipt, balance("R2101", receipt), Day.yuan(sale.suspended(arrival)));
        }
    }

    private String balance(String code, String subLedger) {
        var entries = auditor()
                .get("/v1/ledger/accounts/" + code + "/" + subLedger + "/entries?limit=200")
                .items();
        return entries.isEmpty()
                ? "no entry"
                : entries.getLast().path("balance").asString();
    }

    /** The bank's own journal: one debit for every payout that was to be paid, none for any other. */
    private void bank(Findings findings, OrderBooks orders) {
        var debits = new TreeMap<String, String>();
        for (var line : BankJournal.of(data)) {
            if (line.path("kind").asString().equals("DEBIT")) {
                debits.merge(
                        line.path("payoutNo").asString(), line.path("amount").asString(), (a, b) -> a + " and " + b);
            }
        }
        var expected = new TreeMap<>(orders.debits());
        day.sales().forEach(sale -> sale.debits().forEach((payout, fen) -> expected.put(payout, Day.yuan(fen))));
        findings.same("debits", debits, expected);
    }

    private long sum(ToLongFunction<PlannedSale> amount) {
        return day.sales().stream().mapToLong(amount).sum();
    }

    private Client auditor() {
        return clients.apply("auditor");
    }
}
