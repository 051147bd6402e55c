package io.coffer.query.kernel;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events to rows. The tables are in {@code projections/<name>.sql}; every generation has them in a schema of its own,
 * which is the search path while a batch is applied. No side effects: no command, no mail, no call.
 */
public interface Projection {

    /** In lower snake case: part of schema names. */
    String name();

    /** Whether events of this stream matter here. Asked before an event is decoded. */
    boolean concerns(String aggregateId);

    /** Applies events in the order of the log, in the transaction that also stores the position. */
    void apply(List<Booked> events, JdbcTemplate rows);

    /**
     * Whether one aggregate's events may wait aside while others go on. Otherwise the whole projection stops at an event
     * that it cannot take.
     */
    boolean parks();

    /**
     * For one feeder alone, which then may remember what it wrote. The feeder asks for another one when a batch failed,
     * and stops when anybody else has written: nothing remembered can be older than the rows.
     */
    default Projection forOneFeeder() {
        return this;
    }

    /** Called outside the failed transaction when the projection stopped. */
    default void stoppedAt(Poison poison, JdbcTemplate query) {}
}
