package io.coffer.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part that only a simulated bank has: scripts in, testimony out. */
final class SimulatorApi {

    static final int LINES_MAX = 10_000;
    static final int DELAY_MILLIS_MAX = 600_000;

    private static final Pattern SCRIPT_KEY = Pattern.compile("[A-Za-z0-9._:*-]{1,200}");
    private static final Pattern BEHAVIOUR =
            Pattern.compile(Stream.of(Behaviour.values()).map(Behaviour::name).collect(Collectors.joining("|")));

    private final BankSettings settings;
    private final Scripts scripts;
    private final Ledger ledger;
    private final Recipients recipients;
    private final Arrivals arrivals;
    private final Returns returns;

    @SuppressWarnings("TooManyParameters") // Everything that tests steer.
    SimulatorApi(
            BankSettings settings,
            Scripts scripts,
            Ledger ledger,
            Recipients recipients,
            Arrivals arrivals,
            Returns returns) {
        this.settings = settings;
        this.scripts = scripts;
        this.ledger = ledger;
        this.recipients = recipients;
        this.arrivals = arrivals;
        this.returns = returns;
    }

    List<Route> routes() {
        List<Route> own = List.of(
                new Route("GET", "/simulator/scripts", _ -> Reply.ok(scripts.all())),
                new Route("PUT", "/simulator/scripts/*", this::script),
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

    private Reply script(Call call) {
        String key = call.lastSegment();
        if (!SCRIPT_KEY.matcher(key).matches()) {
            throw BankProblem.badInput("A script is for a payout number, a pattern with *, or default.");
        }
        Fields fields = call.fields();
        fields.only("behaviour", "delayMillis", "code", "message");
        String code = fields.optional("code", Fields.NUMBER);
        String message = fields.optional("message", Fields.WORDS);
        Script script = new Script(
                Behaviour.valueOf(fields.required("behaviour", BEHAVIOUR)),
                fields.number(
                        "delayMillis", Math.toIntExact(settings.times().lateBy().toMillis()), DELAY_MILLIS_MAX),
                code == null ? Script.REFUSAL_CODE : code,
                message == null ? Script.REFUSAL_MESSAGE : message);
        scripts.put(key, script);
        return Reply.ok(script);
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
        scripts.reset();
        return Reply.ok(Map.of("status", "RESET"));
    }

    /** All debits; {@code payoutsDebitedTwice} must stay zero. */
    private record Total(
            long payouts, long debits, long payoutsDebitedTwice, Fen amount, long returns, String currency) {}
}
