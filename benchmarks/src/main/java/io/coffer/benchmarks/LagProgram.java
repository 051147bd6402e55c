package io.coffer.benchmarks;

import io.coffer.benchmarks.append.LongNotebooks;
import io.coffer.benchmarks.postgres.Database;
import java.util.concurrent.TimeUnit;

/** A writer in a process of its own: one event at a time, with pauses in which nothing happens. */
final class LagProgram {

    private static final int PAUSE_MS = 20;

    private LagProgram() {}

    /** Arguments: database, number of events. */
    public static void main(String[] arguments) throws Exception {
        var database = new Database(arguments[0]);
        var events = Integer.parseInt(arguments[1]);
        try (var rows = database.asRuntime().pool(2);
                var notebooks = new LongNotebooks(rows)) {
            for (var sequence = 0; sequence < events; sequence++) {
                notebooks.write("LAG", sequence, sequence + 1);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }
}
