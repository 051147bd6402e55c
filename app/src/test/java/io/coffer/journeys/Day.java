package io.coffer.journeys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A day's sales, made of one number: the same seed is the same day. */
record Day(long seed, List<PlannedSale> sales) {

    private static final int AT_LEAST = 5;
    private static final int AT_ONCE = 8;

    /** Every rare case at least five times; what is left of the day is mostly plain. */
    static Day of(long seed, int size) {
        var random = new Random(seed);
        var kinds = new ArrayList<PlannedSale.Kind>();
        for (var kind : PlannedSale.Kind.values()) {
            kinds.addAll(Collections.nCopies(AT_LEAST, kind));
        }
        var all = PlannedSale.Kind.values();
        while (kinds.size() < size) {
            kinds.add(random.nextInt(10) < 7 ? PlannedSale.Kind.PLAIN : all[random.nextInt(all.length)]);
        }
        Collections.shuffle(kinds, random);
        var name = "D" + Long.toString(seed, 36).replace("-", "n") + "-";
        return new Day(
                seed,
                IntStream.range(0, kinds.size())
                        .mapToObj(no -> PlannedSale.of(name + no, kinds.get(no), random))
                        .toList());
    }

    /** Lives through it, a few sales at a time. */
    void happenAt(SaleDesk desk) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var underWay = sales.stream()
                    .<Future<?>>map(sale -> threads.submit(() -> carryOut(sale, desk)))
                    .toList();
            for (var sale : underWay) {
                sale.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new AssertionError("The day of seed " + seed + " went wrong", failure.getCause());
        }
    }

    private static void carryOut(PlannedSale sale, SaleDesk desk) {
        try {
            desk.carryOut(sale);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(sale.toString(), failure);
        }
    }

    static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
