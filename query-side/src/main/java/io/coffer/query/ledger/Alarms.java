package io.coffer.query.ledger;

import io.coffer.query.ledger.LedgerWatchman.Failure;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Equations that did not hold, once per first event and merchant. */
final class Alarms {

    // What only a generation says that is being built stops nobody: the live one may know better.
    private static final String RAISE = """
        insert into query.alarm as known (equation, first_position, merchant, event_name, detail, confirmed)
        values (?, ?, ?, ?, ?, ? or exists (
            select from query.generation
             where projection = ? and state = 'LIVE' and current_schema() = 'query_' || projection || '_g' || generation))
        on conflict (equation, first_position, merchant) do update
            set event_name = excluded.event_name, detail = excluded.detail, confirmed = true
          where excluded.confirmed and not known.confirmed
        """;

    private Alarms() {}

    static void raise(JdbcTemplate jdbc, String equation, long position, String event, String detail) {
        raise(jdbc, equation, new Failure(position, event, detail, Optional.empty()));
    }

    /** Within the schema of a generation, which says whether it counts. */
    static void raise(JdbcTemplate jdbc, String equation, Failure failure) {
        put(jdbc, equation, failure, false);
    }

    /** Of a failure that was seen in the live generation. */
    static void confirm(JdbcTemplate jdbc, String equation, Failure failure) {
        put(jdbc, equation, failure, true);
    }

    private static void put(JdbcTemplate jdbc, String equation, Failure failure, boolean confirmed) {
        jdbc.update(
                RAISE,
                equation,
                failure.position(),
                failure.merchant().orElse(""),
                failure.event(),
                failure.detail(),
                confirmed,
                LedgerProjection.NAME);
    }
}
