package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import io.coffer.journeys.PlannedSale.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A day's sales, made of one number: the same seed is the same day.
 *
 * @param untold money that comes in and that the bank tells of in the evening only
 */
record Day(long seed, List<PlannedSale> sales, List<Arrival> untold) {

    static final int AT_LEAST = 5;

    // Most of a sale is waiting, for a bank that is late by script and for what happens behind the answers.
    private static final int AT_ONCE = Integer.getInteger("coffer.day.at-once", 48);
    private static final int TELL_EVERY = 1_000;
    private static final long MORE_THAN_ANY_PRICE = 3_000_000_00;

    /** Every rare case at least five times; what is left of the day is mostly plain. */
    static Day of(long seed, int size) {
        var random = new Random(seed);
        var kinds = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            kinds.addAll(Collections.nCopies(AT_LEAST, kind));
        }
        var all = Kind.values();
        while (kinds.size() < size) {
            kinds.add(random.nextInt(10) < 7 ? Kind.PLAIN : all[random.nextInt(all.length)]);
        }
        Collections.shuffle(kinds, random);
        var name = "D" + Long.toString(seed, 36).replace("-", "n") + "-";
        return new Day(
                seed,
                IntStream.range(0, kinds.size())
                        .mapToObj(no -> PlannedSale.of(name, no, kinds.get(no), random))
                        .toList(),
                IntStream.range(0, AT_LEAST)
                        .mapToObj(no -> new Arrival(name + "U" + no, MORE_THAN_ANY_PRICE + no, 0))
                        .toList());
    }

    /** Lives through it, many sales at a time. */
    void happenAt(SaleDesk desk) {
        forEach(desk::carryOut);
    }

    /** Many at a time; ends with the first that goes wrong. */
    void forEach(Consumer<PlannedSale> step) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var steps = new ExecutorCompletionService<Void>(threads);
            sales.forEach(sale -> steps.submit(() -> named(sale, step), null));
            try {
                for (var done = 1; done <= sales.size(); done++) {
                    steps.take().get();
                    if (done % TELL_EVERY == 0) {
                        System.out.println(done + " sales");
                    }
                }
            } catch (InterruptedException stopped) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw new AssertionError("The day of seed " + seed + " went wrong", failure.getCause());
            }
        }
    }

    private static void named(PlannedSale sale, Consumer<PlannedSale> step) {
        try {
            step.accept(sale);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(sale.toString(), failure);
        }
    }

    static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
