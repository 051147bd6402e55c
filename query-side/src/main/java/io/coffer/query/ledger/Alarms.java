package io.coffer.query.ledger;

import org.springframework.jdbc.core.JdbcTemplate;

/** Equations that did not hold, once per first event. */
final class Alarms {

    private Alarms() {}

    static void raise(JdbcTemplate jdbc, String equation, long position, String event, String detail) {
        jdbc.update("""
                insert into query.alarm (equation, first_position, event_name, detail) values (?, ?, ?, ?)
                on conflict (equation, first_position) do nothing
                """, equation, position, event, detail);
    }
}
