package io.coffer.query.replay;

import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.query.kernel.EventReading;
import io.coffer.query.kernel.Moves;
import io.coffer.query.kernel.Projection;

/**
 * What every worker of this process feeds with.
 *
 * @param news wakes workers up when the log has grown
 * @param moves wakes readers up when rows have
 */
record Feeding(EventLog log, EventReading reading, Databases databases, NewEvents news, Moves moves) {

    Generations generations() {
        return new Generations(databases.rows());
    }

    GenerationSchemas schemas() {
        return new GenerationSchemas(databases);
    }

    /** From where the generation stands; fails when it is fed no more. */
    Feeder feeder(Projection projection, GenerationId id) {
        var generation = generations().find(id).orElseThrow();
        if (!generation.isFed()) {
            throw new BatchTransactions.PositionMoved(id);
        }
        return new Feeder(projection, generation, log, reading, databases);
    }
}
