package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Which aggregates the streams are. Only the first event of a stream says so, and that holds for ever; a reader of many
 * events meets it before the others, or asks. The ids of the latest streams are kept, and of others as long as there is
 * room.
 */
final class Streams {

    private static final int KEPT_MAX = 65_536;

    // Not a join: the planner might walk through all events of a long stream for its first.
    private static final String IDS_OF = """
            SELECT s.stream, (SELECT e.aggregate_id FROM store.event e
                              WHERE e.stream = s.stream AND e.aggregate_id IS NOT NULL ORDER BY e.sequence LIMIT 1)
            FROM unnest(?) AS s (stream)
            """;

    private record Known(int stream, String id) {}

    // Each stream has its place, so that neighbours do not push each other out. Threads may overwrite each other's
    // entries: what is lost is asked for again.
    private final @Nullable Known[] known;

    Streams() {
        this(KEPT_MAX);
    }

    Streams(int keptMax) {
        this.known = new @Nullable Known[keptMax];
    }

    @Nullable
    String idOf(int stream) {
        Known found = known[stream % known.length];
        return found != null && found.stream == stream ? found.id : null;
    }

    void learn(int stream, String id) {
        known[stream % known.length] = new Known(stream, id);
    }

    /** All of them in one query, on a connection that is there: a second one at the same time could exhaust a pool. */
    Map<Integer, String> ask(Set<Integer> streams, Connection connection) throws SQLException {
        Map<Integer, String> ids = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(IDS_OF)) {
            int[] numbers = streams.stream().mapToInt(Integer::intValue).toArray();
            statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int4", numbers));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getInt(1), row.getString(2));
                    learn(row.getInt(1), row.getString(2));
                }
            }
        }
        return ids;
    }
}
