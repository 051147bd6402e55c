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

    static final int BATCH_EVENTS = 500;

    private final Projection projection;
    private final GenerationId id;
    private final EventLog log;
    private final EventReading reading;
    private final BatchTransactions transactions;
    private final DeadLetters letters;
    private final Rate rate = new Rate();
    private final Set<String> parked;
    private long position;

    Feeder(Projection projection, Generation generation, EventLog log, EventReading reading, Databases databases) {
        this.projection = projection;
        this.id = generation.id();
        this.log = log;
        this.reading = reading;
        this.transactions = new BatchTransactions(databases.rows());
        this.letters = new DeadLetters(databases.rows());
        this.parked = letters.aggregates(id);
        this.position = generation.position();
    }

    long position() {
        return position;
    }

    /** Takes the next batch; false when there is none. Throws {@link Poison} where the projection has to stop. */
    boolean next() {
        if (!parked.isEmpty()) {
            retryLetters();
        }
        var stored = log.after(position, BATCH_EVENTS);
        if (stored.isEmpty()) {
            return false;
        }
        try {
            take(stored);
        } catch (RuntimeException failure) {
            if (Transient.is(failure)) {
                throw failure;
            }
            oneByOne(stored);
        }
        return true;
    }

    private void take(List<StoredEvent> stored) {
        var waiting = new ArrayList<StoredEvent>();
        var events = new ArrayList<Booked>();
        for (var event : stored) {
            if (parked.contains(event.aggregateId())) {
                waiting.add(event);
            } else if (projection.concerns(event.aggregateId())) {
                events.add(read(event));
            }
        }
        var last = stored.getLast().position();
        rate.add(stored.size());
        transactions.move(id, position, new BatchTransactions.Progress(last, rate.perSecond()), rows -> {
            if (!events.isEmpty()) {
                projection.apply(events, rows);
            }
            waiting.forEach(event -> DeadLetters.park(rows, id, event, "Waits behind an earlier event"));
        });
        position = last;
    }

    private void oneByOne(List<StoredEvent> stored) {
        for (var event : stored) {
            try {
                take(List.of(event));
            } catch (RuntimeException failure) {
                if (Transient.is(failure)) {
                    throw failure;
                }
                var poison = poison(event, failure);
                if (!projection.parks()) {
                    throw poison;
                }
                park(event, poison);
            }
        }
    }

    private void park(StoredEvent event, Poison poison) {
        var progress = new BatchTransactions.Progress(event.position(), rate.perSecond());
        transactions.move(
                id, position, progress, rows -> DeadLetters.park(rows, id, event, String.valueOf(poison.getMessage())));
        position = event.position();
        parked.add(event.aggregateId());
    }

    private void retryLetters() {
        for (var letter : letters.toRetry(id)) {
            var event = log.after(letter - 1, 1).getFirst();
            try {
                transactions.within(id, rows -> {
                    projection.apply(List.of(read(event)), rows);
                    DeadLetters.taken(rows, id, letter);
                });
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

    private Booked read(StoredEvent event) {
        try {
            return reading.read(event);
        } catch (RuntimeException failure) {
            throw new Poison(
                    event.position(),
                    event.name(),
                    "Cannot be read: " + failure.getClass().getSimpleName());
        }
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
