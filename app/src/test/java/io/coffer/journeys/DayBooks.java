package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.journeys.PlannedSale.Arrival;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** Holds what Coffer and the bank say at the end of a day against the day's own arithmetic, to the fen. */
record DayBooks(Day day, Function<String, Client> clients, Data data) {

    void close() {
        var head = data.head();
        var soft = new SoftAssertions();
        totals(soft, head);
        for (var sale : day.sales()) {
            account(soft, sale, head);
        }
        bank(soft);
        var equations = auditor().get("/v1/ledger/equations", head);
        soft.assertThat(equations.at("/allHold")).as(equations.text()).isEqualTo("true");
        soft.assertThat(data.number("select count(*) from command.policy_letter"))
                .as("parked events")
                .isZero();
        assertThat(soft.errorsCollected()).as("seed %d", day.seed()).isEmpty();
    }

    private void totals(SoftAssertions soft, long head) {
        var books = auditor().get("/v1/ledger/trial-balance", head).json();
        var balances = new TreeMap<String, String>();
        for (var line : books.at("/books/0/accounts")) {
            balances.put(line.path("code").asString(), line.at("/balance/value").asString());
        }
        var expected = new TreeMap<>(Map.of(
                "R1002", sum(sale -> sale.cameIn() - sale.paid()),
                "R2001", sum(PlannedSale::left),
                "R2101", sum(PlannedSale::suspended),
                "R2102", sum(PlannedSale::excess),
                "R2104", "0.00",
                "R2105", "0.00"));
        soft.assertThat(balances).isEqualTo(expected);
    }

    private void account(SoftAssertions soft, PlannedSale sale, long head) {
        var account = clients.apply(sale.tenant()).get("/v1/escrow-accounts/" + sale.account(), head);
        soft.assertThat(account.at("/buckets/available/value")).as("%s", sale).isEqualTo(Day.yuan(sale.left()));
        soft.assertThat(account.at("/buckets/inRelease/value")).as("%s", sale).isEqualTo("0.00");
        soft.assertThat(account.at("/setApart/value")).as("%s", sale).isEqualTo(Day.yuan(sale.excess()));
        soft.assertThat(account.at("/state")).as("%s", sale).isEqualTo(sale.endsAs());
        if (sale.cameIn() > sale.suspended()) {
            soft.assertThat(balance("R2001", sale.account() + ".AVAILABLE"))
                    .as("%s", sale)
                    .isEqualTo(Day.yuan(sale.left()));
        }
        for (Arrival arrival : sale.arrivals()) {
            soft.assertThat(balance("R2101", HomeSale.receipt(arrival.coreNo())))
                    .as("%s", sale)
                    .isEqualTo(Day.yuan(sale.suspended() > 0 ? arrival.amount() : 0));
        }
    }

    private String balance(String code, String subLedger) {
        var entries = auditor()
                .get("/v1/ledger/accounts/" + code + "/" + subLedger + "/entries")
                .items();
        return entries.isEmpty()
                ? "no entry"
                : entries.getLast().path("balance").asString();
    }

    /** The bank's own journal: one debit for every payout that was to be paid, none for any other. */
    private void bank(SoftAssertions soft) {
        var debits = new TreeMap<String, String>();
        for (var line : journal()) {
            if (line.path("kind").asString().equals("DEBIT")) {
                debits.merge(
                        line.path("payoutNo").asString(), line.path("amount").asString(), (a, b) -> a + " and " + b);
            }
        }
        var expected = new TreeMap<String, String>();
        day.sales().forEach(sale -> sale.debits().forEach((payout, fen) -> expected.put(payout, Day.yuan(fen))));
        soft.assertThat(debits).isEqualTo(expected);
    }

    private Iterable<JsonNode> journal() {
        try {
            return Files.readAllLines(data.directory().resolve("bank/journal.ndjson")).stream()
                    .<JsonNode>map(Reply.JSON::readTree)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String sum(ToLongFunction<PlannedSale> amount) {
        return Day.yuan(day.sales().stream().mapToLong(amount).sum());
    }

    private Client auditor() {
        return clients.apply("auditor");
    }
}
