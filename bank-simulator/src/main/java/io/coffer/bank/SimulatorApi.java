package io.coffer.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part that only a simulated bank has: money and questions in, testimony out. */
final class SimulatorApi {

    static final int LINES_MAX = 10_000;

    private final List<Scripts> scripts;
    private final Ledger ledger;
    private final Recipients recipients;
    private final Arrivals arrivals;
    private final Returns returns;

    @SuppressWarnings("TooManyParameters") // Everything that tests steer.
    SimulatorApi(List<Scripts> scripts, Ledger ledger, Recipients recipients, Arrivals arrivals, Returns returns) {
        this.scripts = scripts;
        this.ledger = ledger;
        this.recipients = recipients;
        this.arrivals = arrivals;
        this.returns = returns;
    }

    List<Route> routes() {
        List<Route> own = List.of(
                new Route("POST", "/simulator/returns/*", this::giveBack),
                new Route("POST", "/simulator/incoming", this::incoming),
                new Route("GET", "/simulator/journal", this::journal),
                new Route(
                        "GET", "/simulator/debits", _ -> Reply.ok(ledger.books().debits())),
                new Route("GET", "/simulator/debits/total", _ -> total()),
                new Route("GET", "/simulator/health", _ -> Reply.ok(Map.of("status", "UP"))),
                new Route("POST", "/simulator/reset", _ -> reset()));
        return Stream.concat(own.stream(), recipients.routes().stream()).toList();
    }

    private Reply giveBack(Call call) {
        BankPayout payout = ledger.books().find(call.lastSegment());
        if (payout == null) {
            throw new BankProblem(404, "NOT_FOUND", "There is no such payout number.");
        }
        Entry.Return back = returns.giveBack(payout);
        var _ = returns.tell(payout);
        return Reply.ok(back);
    }

    private Reply incoming(Call call) {
        return Reply.ok(arrivals.arrive(Arrivals.Money.from(call.fields())));
    }

    private Reply journal(Call call) {
        int after = call.number("after", 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 1_000, LINES_MAX);
        String lines;
        try {
            lines = new String(ledger.journal().lines(after, limit), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (call.accepts("application/x-ndjson")) {
            return new Reply.Sent(200, "application/x-ndjson", lines);
        }
        return new Reply.Sent(200, "application/json", "[" + lines.strip().replace("\n", ",\n") + "]");
    }

    private Reply total() {
        List<BankPayout.DebitCount> debits = ledger.books().debits();
        Fen amount = debits.stream().map(BankPayout.DebitCount::amount).reduce(Fen.ZERO, Fen::plus);
        long count = debits.stream().mapToLong(BankPayout.DebitCount::count).sum();
        long repeated = debits.stream().filter(debit -> debit.count() > 1).count();
        long returned =
                debits.stream().mapToLong(BankPayout.DebitCount::returns).sum();
        return Reply.ok(new Total(debits.size(), count, repeated, amount, returned, PayoutRequest.CURRENCY));
    }

    private Reply reset() {
        scripts.forEach(Scripts::reset);
        return Reply.ok(Map.of("status", "RESET"));
    }

    /** All debits; {@code payoutsDebitedTwice} must stay zero. */
    private record Total(
            long payouts, long debits, long payoutsDebitedTwice, Fen amount, long returns, String currency) {}
}
