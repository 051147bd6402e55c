package io.coffer.benchmarks.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.query.kernel.EventReading;
import javax.sql.DataSource;

/** Reads the log from end to end and decodes every event: nobody who replays can be faster on one thread. */
public record StoredRows(DataSource rows, EventReading reading) {

    private static final int FETCH = 5_000;

    /** Gives the position of the last event. */
    public long readAll() {
        var log = new EventLog(rows);
        var position = 0L;
        while (true) {
            var some = log.after(position, FETCH);
            if (some.isEmpty()) {
                return position;
            }
            some.forEach(reading::read);
            position = some.getLast().position();
        }
    }
}
