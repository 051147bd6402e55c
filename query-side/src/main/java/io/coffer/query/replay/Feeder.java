package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.StoredEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes one generation from position to position. Not for several threads. */
final class Feeder {

    private final Projection projection;
    private Projection own;
    private final GenerationId id;
    private final EventLog log;
    private final EventReading reading;
    private final Pages pages;
    private final BatchTransactions transactions;
    private final DeadLetters letters;
    private final Rate rate = new Rate();
    private final Set<String> parked;
    private BatchTransactions.Standing standing;

    Feeder(Projection projection, Generation generation, EventLog log, EventReading reading, Databases databases) {
        this(projection, generation, log, reading, databases, new Pages(projection, log, reading));
    }

    @SuppressWarnings("TooManyParameters") // The last only for tests of other page sizes.
    Feeder(
            Projection projection,
            Generation generation,
            EventLog log,
            EventReading reading,
            Databases databases,
            Pages pages) {
        this.pages = pages;
        this.projection = projection;
        this.own = projection.forOneFeeder();
        this.id = generation.id();
        this.log = log;
        this.reading = reading;
        this.transactions = new BatchTransactions(databases.rows());
        this.letters = new DeadLetters(databases.rows());
        this.parked = letters.aggregates(id);
        this.standing = new BatchTransactions.Standing(generation.position(), generation.lettersTaken());
    }

    long position() {
        return standing.position();
    }

    /** Takes the next batch; false when there is none. Throws {@link Poison} where the projection has to stop. */
    boolean next() {
        if (!parked.isEmpty()) {
            retryLetters();
        }
        var page = pages.after(position());
        if (page.isEmpty()) {
            return false;
        }
        takeOrSplit(page.lines());
        return true;
    }

    private void take(List<Page.Line> lines) {
        var waiting = new ArrayList<StoredEvent>();
        var events = new ArrayList<Booked>();
        for (var line : lines) {
            if (parked.contains(line.stored().aggregateId())) {
                waiting.add(line.stored());
            } else {
                var event = line.orPoison();
                if (event != null) {
                    events.add(event);
                }
            }
        }
        var last = lines.getLast().stored().position();
        rate.add(lines.size());
        var progress = new BatchTransactions.Progress(last, rate.perSecond());
        forgettingOnFailure(() -> transactions.move(id, standing, progress, rows -> {
            if (!events.isEmpty()) {
                own.apply(events, rows);
            }
            waiting.forEach(event -> DeadLetters.park(rows, id, event, "Waits behind an earlier event"));
        }));
        standing = standing.at(last);
    }

    // What was remembered in a transaction that failed is not what the rows say.
    private void forgettingOnFailure(Runnable transaction) {
        var done = false;
        try {
            transaction.run();
            done = true;
        } finally {
            if (!done) {
                own = projection.forOneFeeder();
            }
        }
    }

    // Halves of halves: an event that cannot be taken is found in a few attempts, and those around it stay together.
    private void takeOrSplit(List<Page.Line> lines) {
        try {
            take(lines);
        } catch (RuntimeException failure) {
            if (Transient.is(failure)) {
                throw failure;
            }
            if (lines.size() == 1) {
                refuse(lines.getFirst().stored(), poison(lines.getFirst().stored(), failure));
            } else {
                var half = lines.size() / 2;
                takeOrSplit(lines.subList(0, half));
                takeOrSplit(lines.subList(half, lines.size()));
            }
        }
    }

    private void refuse(StoredEvent event, Poison poison) {
        if (!projection.parks()) {
            throw poison;
        }
        park(event, poison);
    }

    private void park(StoredEvent event, Poison poison) {
        var progress = new BatchTransactions.Progress(event.position(), rate.perSecond());
        transactions.move(
                id, standing, progress, rows -> DeadLetters.park(rows, id, event, String.valueOf(poison.getMessage())));
        standing = standing.at(event.position());
        parked.add(event.aggregateId());
    }

    private void retryLetters() {
        for (var letter : letters.toRetry(id)) {
            var event = log.after(letter - 1, 1).getFirst();
            try {
                forgettingOnFailure(() -> transactions.takeLetter(id, standing, rows -> {
                    var read = Page.line(event, reading).orPoison();
                    if (read != null) {
                        own.apply(List.of(read), rows);
                    }
                    DeadLetters.taken(rows, id, letter);
                }));
                standing = standing.afterLetter();
            } catch (RuntimeException failure) {
                if (Transient.is(failure)) {
                    throw failure;
                }
                var poison = poison(event, failure);
                letters.failedAgain(id, event.aggregateId(), letter, String.valueOf(poison.getMessage()));
                break;
            }
        }
        parked.clear();
        parked.addAll(letters.aggregates(id));
    }

    // Messages of foreign exceptions may quote payloads; only our own reasons are kept.
    private static Poison poison(StoredEvent event, RuntimeException failure) {
        return failure instanceof Poison poison && poison.position() == event.position()
                ? poison
                : new Poison(
                        event.position(),
                        event.name(),
                        "Cannot be applied: " + failure.getClass().getSimpleName());
    }
}
