package io.coffer.query.audit;

import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's events, found by their positions. */
record Feeds(JdbcClient jdbc) {

    /** The positions of a tenant's next events; as many as the answer has, whoever else was busy in between. */
    List<Long> positions(String tenant, long after, int limit) {
        return jdbc.sql("""
            select position from query.feed
             where tenant = :tenant and position > :after order by position limit :limit
            """)
                .param("tenant", tenant)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** The events at these positions; neighbours, such as those of one command, are read at once. */
    static List<StoredEvent> at(List<Long> positions, EventLog log) {
        var events = new ArrayList<StoredEvent>();
        var from = 0;
        while (from < positions.size()) {
            var to = from + 1;
            while (to < positions.size() && positions.get(to) == positions.get(to - 1) + 1) {
                to++;
            }
            events.addAll(log.after(positions.get(from) - 1, to - from));
            from = to;
        }
        return events;
    }
}
