package io.coffer.benchmarks.http;

import io.coffer.benchmarks.measure.Compilers;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A load generator of one thread, in a process of its own: it must cost little, for it shares the machine. All servers are
 * there from the beginning and have their windows in turn, for the machine is not as fast in one minute as in the next.
 */
public final class LoadProgram {

    public static final String ACCOUNTS = "/v1/escrow-accounts";

    /** The contender that does nothing. */
    public static final String EMPTY = "empty handler";

    /** Each request opens another account, or comes to a handler that does nothing. */
    public static final String OPENING = "64 connections";

    /** Each request amends one of the accounts that are there, in turn. */
    public static final String AMENDING = "64 connections, accounts that are there";

    private final String token;
    private final Pace pace;

    private LoadProgram(String token, Pace pace) {
        this.token = token;
        this.pace = pace;
    }

    /** Arguments: token, pace, the words of {@link #contender} for each, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        var load = new LoadProgram(arguments[0], Pace.named(arguments[1]));
        var contenders = new ArrayList<Contender>();
        try {
            for (var at = 2; at < arguments.length - 1; at += 4) {
                contenders.add(Contender.of(List.of(arguments).subList(at, at + 4)));
            }
            var figures = new ArrayList<>(load.opening(contenders));
            figures.addAll(load.amending(
                    contenders.stream().filter(Contender::keepsAccounts).toList()));
            Figures.report(figures, Path.of(arguments[arguments.length - 1]));
        } finally {
            for (var contender : contenders) {
                contender.client.close();
            }
        }
    }

    /** What the program is told of one contender. */
    public static List<String> contender(String subject, ServedProcess served, String path) {
        return List.of(subject, Integer.toString(served.port()), path, Long.toString(served.pid()));
    }

    private record Contender(String subject, String path, Compilers compilers, Client client) {

        static Contender of(List<String> words) throws IOException {
            return new Contender(
                    words.get(0),
                    words.get(2),
                    new Compilers(Long.parseLong(words.get(3))),
                    new Client(Integer.parseInt(words.get(1))));
        }

        boolean keepsAccounts() {
            return path.equals(ACCOUNTS);
        }
    }

    /** One contender under one load. */
    private record Entry(Contender contender, Request request, double compiling, Series series) {}

    private List<Figure> opening(List<Contender> contenders) throws Exception {
        var entries = new ArrayList<Entry>();
        for (var contender : contenders) {
            entries.add(warm(contender, Request.opening(contender.path, token), pace.scaled(8, 2, 1)));
        }
        return inTurn(entries, OPENING);
    }

    private List<Figure> amending(List<Contender> contenders) throws Exception {
        var accounts = pace.scaled(4_096, 4_096, 128);
        var entries = new ArrayList<Entry>();
        for (var contender : contenders) {
            contender.client.openFirst(Request.opening(contender.path, token), accounts);
            entries.add(warm(contender, Request.amending(token, accounts), pace.scaled(3, 1, 1)));
        }
        return inTurn(entries, AMENDING);
    }

    /** With rests in between, in which the server's compilers catch up. */
    private Entry warm(Contender contender, Request request, int rounds) throws Exception {
        var each = pace.window().multipliedBy(2);
        var compiling = contender.compilers.warmUp(rounds, pace.scaled(80, 3, 1), () -> {
            contender.client.load(request, each);
            Thread.sleep(each);
        });
        return new Entry(contender, request, compiling, new Series());
    }

    private List<Figure> inTurn(List<Entry> entries, String at) throws IOException {
        for (var left = pace.scaled(12, 3, 1); left > 0; left--) {
            for (var entry : entries) {
                entry.contender.client.measure(
                        entry.request, pace.settle(), pace.window().multipliedBy(2), entry.series);
            }
        }
        return entries.stream()
                .map(entry -> entry.series.figure(entry.contender.subject, at, entry.compiling))
                .toList();
    }
}
