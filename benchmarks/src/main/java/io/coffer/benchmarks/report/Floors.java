package io.coffer.benchmarks.report;

import static io.coffer.benchmarks.append.AppendMeasurement.load;
import static io.coffer.benchmarks.append.AppendProgram.OURS;
import static io.coffer.benchmarks.append.AppendProgram.STOCK;
import static io.coffer.benchmarks.append.AppendProgram.TUNED;
import static io.coffer.benchmarks.http.LoadProgram.AMENDING;
import static io.coffer.benchmarks.http.LoadProgram.OPENING;
import static io.coffer.benchmarks.report.Floor.atLeast;
import static io.coffer.benchmarks.report.Floor.atMost;

import io.coffer.benchmarks.http.LoadProgram;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.report.Floor.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The floors that the store was built to. */
record Floors(Figures figures) {

    private static final String APPEND = "append";
    private static final String REPLAY = "replay";

    List<Floor> all() {
        return Stream.of(append(), bytes(), http(), replay(), history(), loads(), lag())
                .flatMap(List::stream)
                .toList();
    }

    private List<Floor> append() {
        return List.of(
                atLeast(
                        "Append, 256 clients: against the tuned stock engine's best load",
                        3,
                        Form.TIMES,
                        ratio(appended(OURS, load(256)), tunedBest())),
                atLeast(
                        "Append, 256 clients: against limit A",
                        1.8,
                        Form.TIMES,
                        ratio(appended(OURS, load(256)), appended("limit A", "best"))),
                atLeast(
                        "Append, 1024 clients: share of limit B",
                        0.30,
                        Form.PERCENT,
                        ratio(appended(OURS, load(1_024)), appended("limit B", "best"))),
                atLeast(
                        "Append, 1 client: against the tuned stock engine",
                        1,
                        Form.TIMES,
                        ratio(appended(OURS, load(1)), appended(TUNED, load(1)))));
    }

    private List<Floor> bytes() {
        return List.of(atMost(
                "Bytes per event, indexes included: share of the stock engine's",
                0.60,
                Form.PERCENT,
                ratio(median("bytes", OURS, "home sales"), median("bytes", STOCK, "home sales"))));
    }

    private List<Floor> http() {
        return List.of(
                atLeast(
                        "HTTP, 64 connections, opening accounts: against the stock engine's defaults",
                        5,
                        Form.TIMES,
                        ratio(served(OURS, OPENING), served(STOCK, OPENING))),
                atLeast(
                        "HTTP, 64 connections, amending accounts: against the stock engine's defaults",
                        5,
                        Form.TIMES,
                        ratio(served(OURS, AMENDING), served(STOCK, AMENDING))),
                atLeast(
                        "HTTP, 64 connections, opening accounts: share of an empty handler",
                        0.22,
                        Form.PERCENT,
                        ratio(served(OURS, OPENING), served(LoadProgram.EMPTY, OPENING))));
    }

    private List<Floor> replay() {
        return List.of(
                atLeast("Replay, trivial handler", 30_000, Form.RATE, replayed("coffer, trivial")),
                atLeast("Replay into ledger and balances", 20_000, Form.RATE, replayed("coffer, ledger and balances")),
                atLeast(
                        "Replay into ledger and balances: against the stock default with the same handlers",
                        15,
                        Form.TIMES,
                        ratio(
                                replayed("coffer, ledger and balances"),
                                replayed("axon-jdbc, tracking, ledger and balances"))));
    }

    private List<Floor> history() {
        return Stream.of("command", "load of an account", "read of an account")
                .map(subject -> atMost(
                        "10,000,000 events of history against 100,000: " + subject,
                        1.2,
                        Form.TIMES,
                        ratio(
                                median("history", subject, "10000000 events"),
                                median("history", subject, "100000 events"))))
                .toList();
    }

    private List<Floor> loads() {
        return List.of(atMost(
                "Load of an aggregate of 10,000 events, against one of 100",
                2,
                Form.TIMES,
                ratio(
                        median("loads", "10000 events", "one at a time"),
                        median("loads", "100 events", "one at a time"))));
    }

    private List<Floor> lag() {
        return List.of(atMost(
                "From the commit in one process to the read in another, median",
                50,
                Form.MILLIS,
                median("lag", "commit to read", "two processes")));
    }

    private Optional<Double> tunedBest() {
        return figures.all().stream()
                .filter(figure ->
                        figure.part().equals(APPEND) && figure.subject().equals(TUNED))
                .map(Figure::median)
                .max(Double::compare);
    }

    private Optional<Double> appended(String subject, String at) {
        return median(APPEND, subject, at);
    }

    private Optional<Double> replayed(String subject) {
        return median(REPLAY, subject, "one pass");
    }

    private Optional<Double> served(String subject, String at) {
        return median("http", subject, at);
    }

    private Optional<Double> median(String part, String subject, String at) {
        return figures.find(part, subject, at).map(Figure::median);
    }

    static Optional<Double> ratio(Optional<Double> ours, Optional<Double> others) {
        return ours.flatMap(mine -> others.map(other -> mine / other));
    }
}
