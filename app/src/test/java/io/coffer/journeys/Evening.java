package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.journeys.PlannedSale.Arrival;
import io.coffer.journeys.PlannedSale.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The statements of the bank's day: all its lines but a few of each kind that it lost, and a few of which nobody had told. */
record Evening(Day day, Function<String, Client> clients, Data data) {

    private static final String NOTICED_ON = "2026-11-22";

    /** One day of one custody account. */
    private record Place(String custody, String date) {}

    void comes() {
        var statements = new HashMap<Place, List<StatedLine>>();
        var lost = lost();
        for (var sale : day.sales()) {
            sale.arrivals().stream()
                    .filter(arrival -> !lost.contains(arrival))
                    .forEach(arrival -> add(statements, sale, arrival));
        }
        day.untold()
                .forEach(arrival -> linesOf(statements, HomeSale.CUSTODY, NOTICED_ON)
                        .add(StatedLine.of(arrival, NOTICED_ON, "62220000000000009999", "RECORDED")));
        orders(statements);
        var lostReturns = debitsAndReturns(statements);
        statements.forEach(this::send);
        var head = data.head();
        assertThat(differences("MISSING_IN_BANK", head))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                lost.stream().map(arrival -> HomeSale.receipt(arrival.coreNo())), lostReturns.stream())
                        .toList());
        assertThat(differences("MISSING_IN_BOOK", head))
                .containsExactlyInAnyOrderElementsOf(day.untold().stream()
                        .map(arrival -> HomeSale.receipt(arrival.coreNo()))
                        .toList());
        assertThat(differences("AMOUNT", head)).isEmpty();
        assertThat(differences("POSSIBLE_TWIN", head)).isEmpty();
    }

    /** What was transferred for orders, and what a channel transferred by itself. */
    private void orders(Map<Place, List<StatedLine>> statements) {
        var told = linesOf(statements, HomeSale.CUSTODY, NOTICED_ON);
        told.add(StatedLine.of(day.first(), NOTICED_ON, HomeSale.PAYER, "CONFIRMED"));
        for (var order : day.orders()) {
            order.arrivals()
                    .forEach(
                            arrival -> told.add(StatedLine.of(arrival, NOTICED_ON, order.payerAccount(), "CONFIRMED")));
        }
        var seen = new HashSet<String>();
        for (var line : BankJournal.of(data)) {
            var coreNo = line.path("coreNo").asString();
            if (line.path("kind").asString().equals("INCOMING") && seen.add(coreNo)) {
                var date = line.path("bankDate").asString();
                var fen = Long.parseLong(line.path("amount").asString().replace(".", ""));
                linesOf(statements, HomeSale.CUSTODY, date)
                        .add(StatedLine.of(new Arrival(coreNo, fen, 1), date, HomeSale.PAYER, "CONFIRMED"));
            }
        }
    }

    private List<Arrival> lost() {
        return day.sales().stream()
                .filter(sale -> sale.kind() == Kind.PLAIN)
                .flatMap(sale -> sale.arrivals().stream())
                .limit(Day.AT_LEAST)
                .toList();
    }

    private static void add(Map<Place, List<StatedLine>> statements, PlannedSale sale, Arrival arrival) {
        // Two weak notices of one amount: the statement is the first to tell one from the other.
        var outcome = sale.kind() == Kind.TWINS ? "IDENTIFIED" : "CONFIRMED";
        linesOf(statements, sale.custody(), NOTICED_ON)
                .add(StatedLine.of(arrival, NOTICED_ON, sale.payerAccount(), outcome));
    }

    /** All that the bank wrote down of payouts, but the first returns; gives what it lost. */
    private List<String> debitsAndReturns(Map<Place, List<StatedLine>> statements) {
        var custody = new HashMap<String, String>();
        var lost = new ArrayList<String>();
        for (var line : BankJournal.of(data)) {
            var payout = line.path("payoutNo").asString();
            var date = line.path("bankDate").asString();
            switch (line.path("kind").asString()) {
                case "INSTRUCTION" ->
                    custody.put(payout, line.path("custodyAccount").asString());
                case "DEBIT" ->
                    linesOf(statements, custody.getOrDefault(payout, ""), date)
                            .add(StatedLine.ofPayout(line, "OUT", "RECEIPT"));
                case "RETURN" -> {
                    var from = custody.getOrDefault(payout, "");
                    if (lost.size() < Day.AT_LEAST) {
                        lost.add("BR:" + HomeSale.BANK + ":" + from + ":" + date + ":IN:"
                                + line.path("coreNo").asString());
                    } else {
                        linesOf(statements, from, date).add(StatedLine.ofPayout(line, "IN", "RETURN"));
                    }
                }
                default -> {}
            }
        }
        return lost;
    }

    private static List<StatedLine> linesOf(Map<Place, List<StatedLine>> statements, String custody, String date) {
        return statements.computeIfAbsent(new Place(custody, date), _ -> new ArrayList<>());
    }

    private void send(Place place, List<StatedLine> lines) {
        var in = lines.stream()
                .filter(StatedLine::in)
                .mapToLong(StatedLine::amount)
                .sum();
        var out = lines.stream().mapToLong(StatedLine::amount).sum() - in;
        var header = """
                {"header":{"bankCode":"%s","custodyAccount":"%s","bankDate":"%s","openingBalance":%s,\
                "closingBalance":%s,"count":%d,"total":%s}}
                """.formatted(
                        HomeSale.BANK,
                        place.custody(),
                        place.date(),
                        HomeSale.cny(Day.yuan(out)),
                        HomeSale.cny(Day.yuan(in)),
                        lines.size(),
                        HomeSale.cny(Day.yuan(in + out)));
        var answer = clients.apply("bank-adapter")
                .ask(
                        "POST",
                        "/v1/bank/statements",
                        header
                                + String.join(
                                        "", lines.stream().map(StatedLine::row).toList()))
                .as("application/x-ndjson")
                .key(day.seed() + "-" + place.custody() + "-" + place.date())
                .answer()
                .isAccepted();
        var outcomes = new TreeMap<Integer, String>();
        answer.text()
                .lines()
                .map(Reply.JSON::readTree)
                .forEach(line -> outcomes.put(
                        line.path("line").asInt(), line.path("outcome").asString()));
        assertThat(outcomes.values())
                .as("%s", place)
                .containsExactlyElementsOf(
                        Stream.of(Stream.of("OPENED"), lines.stream().map(StatedLine::outcome), Stream.of("COMPLETED"))
                                .flatMap(part -> part)
                                .toList());
    }

    private List<String> differences(String kind, long position) {
        return clients
                .apply("operator-1")
                .get("/v1/receipts/differences?limit=200&kind=" + kind, position)
                .isAccepted()
                .items()
                .stream()
                .map(found -> found.at("/receipt/id").asString())
                .toList();
    }
}
