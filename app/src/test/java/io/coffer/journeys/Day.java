package io.coffer.journeys;

import io.coffer.journeys.PlannedSale.Arrival;
import io.coffer.journeys.PlannedSale.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A day's sales and payment orders, made of one number: the same seed is the same day.
 *
 * @param first nobody's money that is there before everything else: refunds by transfer leave before channels settle
 * @param untold money that comes in and that the bank tells of in the evening only
 */
record Day(long seed, List<PlannedSale> sales, List<PlannedOrder> orders, Arrival first, List<Arrival> untold) {

    static final int AT_LEAST = 5;

    private static final int MANY = 3;

    // Most of a sale is waiting, for a bank that is late by script and for what happens behind the answers.
    private static final int AT_ONCE = Integer.getInteger("coffer.day.at-once", 48);
    private static final int TELL_EVERY = 1_000;
    private static final long MORE_THAN_ANY_PRICE = 3_000_000_00;
    /** One refund in so many orders ({@code domain.md} 5.2), beside the rare cases. */
    private static final int REFUNDED_OF = 250;

    /** Every rare case at least five times; what is left of the day is mostly plain. */
    static Day of(long seed, int size, int ordered) {
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
        var orders = orders(name, random, ordered);
        return new Day(
                seed,
                IntStream.range(0, kinds.size())
                        .mapToObj(no -> PlannedSale.of(name, no, kinds.get(no), random))
                        .toList(),
                orders,
                new Arrival(name + "F", 2 * MORE_THAN_ANY_PRICE, 1),
                IntStream.range(0, AT_LEAST)
                        .mapToObj(no -> new Arrival(name + "U" + no, MORE_THAN_ANY_PRICE + no, 0))
                        .toList());
    }

    /** Every rare case at least five times; of the others one in 250 is refunded. */
    private static List<PlannedOrder> orders(String name, Random random, int size) {
        var kinds = new ArrayList<OrderKind>();
        for (var kind : OrderKind.values()) {
            kinds.addAll(Collections.nCopies(kind.isUsual() ? 1 : AT_LEAST, kind));
        }
        var all = OrderKind.values();
        while (kinds.size() < size) {
            var usual = random.nextInt(4) == 0 ? OrderKind.TRANSFERRED : OrderKind.PAID;
            kinds.add(random.nextInt(REFUNDED_OF) == 0 ? all[random.nextInt(all.length)] : usual);
        }
        Collections.shuffle(kinds, random);
        // The same word in every repeat of a step.
        var expiresAt = Instant.now().plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.SECONDS);
        return IntStream.range(0, kinds.size())
                .mapToObj(at -> PlannedOrder.of(name, at, kinds.get(at), random, expiresAt))
                .toList();
    }

    /** Lives through it, many sales and orders at a time. */
    void happenAt(Clerk clerk, Supplier<SimulatedBank> bank) {
        clerk.say(
                "bank-adapter",
                "/v1/bank/notices",
                HomeSale.notice(first.coreNo(), "-", yuan(first.amount())).replace("\"virtualAccount\":\"-\",", ""),
                first.coreNo());
        var saleDesk = new SaleDesk(clerk, bank);
        var orderDesk = new OrderDesk(clerk, bank);
        forEach(saleDesk::carryOut, orderDesk::carryOut);
    }

    private record Step(int waits, Runnable what) {}

    /** Many at a time; ends with the first that goes wrong. */
    void forEach(Consumer<PlannedSale> saleStep, Consumer<PlannedOrder> orderStep) {
        var all = new ArrayList<Step>();
        sales.forEach(sale -> all.add(new Step(1, () -> named(sale, saleStep))));
        orders.forEach(order -> all.add(new Step(order.wishes().size(), () -> named(order, orderStep))));
        Collections.shuffle(all, new Random(seed));
        // What waits for one refund after the other begins before the rest, or all wait for it in the end.
        all.sort(Comparator.comparing(step -> step.waits() < MANY));
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var steps = new ExecutorCompletionService<Void>(threads);
            all.forEach(step -> steps.submit(step.what(), null));
            try {
                for (var done = 1; done <= all.size(); done++) {
                    steps.take().get();
                    if (done % TELL_EVERY == 0) {
                        System.out.println(done + " sales and orders");
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

    private static <T> void named(T planned, Consumer<T> step) {
        try {
            step.accept(planned);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(planned.toString(), failure);
        }
    }

    static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
