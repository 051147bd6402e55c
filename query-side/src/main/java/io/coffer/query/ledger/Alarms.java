package io.coffer.query.ledger;

import io.coffer.query.ledger.LedgerWatchman.Failure;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Equations that did not hold, once per first event. */
final class Alarms {

    private Alarms() {}

    static void raise(JdbcTemplate jdbc, String equation, long position, String event, String detail) {
        raise(jdbc, equation, new Failure(position, event, detail, Optional.empty()));
    }

    static void raise(JdbcTemplate jdbc, String equation, Failure failure) {
        jdbc.update(
                """
                insert into query.alarm (equation, first_position, event_name, detail, merchant) values (?, ?, ?, ?, ?)
                on conflict (equation, first_position) do nothing
                """,
                equation,
                failure.position(),
                failure.event(),
                failure.detail(),
                failure.merchant().orElse(null));
    }
}
