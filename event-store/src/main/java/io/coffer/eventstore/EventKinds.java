package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The numbers of kinds. What was learned once holds for ever: a kind is never changed. */
final class EventKinds {

    private static final String NUMBER_OF = "SELECT store.kind_of(?, ?, ?)";
    private static final String KIND_OF = "SELECT aggregate_type, name, revision FROM store.event_kind WHERE kind = ?";

    private final Statements statements;
    private final ReentrantLock asking = new ReentrantLock();
    private final ConcurrentHashMap<EventKind, Integer> numbers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, EventKind> kinds = new ConcurrentHashMap<>();

    EventKinds(Statements statements) {
        this.statements = statements;
    }

    /** Gives the kind a number if it has none yet. Of many that meet a new kind at once, one asks for all. */
    int numberOf(EventKind kind) {
        Integer known = numbers.get(kind);
        if (known != null) {
            return known;
        }
        asking.lock();
        try {
            Integer found = numbers.get(kind);
            if (found == null) {
                found = ask(kind);
                numbers.put(kind, found);
            }
            return found;
        } finally {
            asking.unlock();
        }
    }

    private int ask(EventKind kind) {
        return Math.toIntExact(statements.queryLong("Looking for the number of " + kind, NUMBER_OF, statement -> {
            statement.setString(1, kind.aggregateType());
            statement.setString(2, kind.name());
            statement.setString(3, kind.revision());
        }));
    }

    /** Asks on the connection that the row comes from: a second one at the same time could exhaust a pool. */
    EventKind kindOf(int number, ResultSet row) throws SQLException {
        EventKind known = kinds.get(number);
        if (known != null) {
            return known;
        }
        EventKind found = read(number, row.getStatement().getConnection());
        kinds.put(number, found);
        return found;
    }

    private static EventKind read(int number, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KIND_OF)) {
            statement.setInt(1, number);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new EventStoreException("Events are of kind %d, which is not in the store".formatted(number));
                }
                return new EventKind(row.getString(1), row.getString(2), row.getString(3));
            }
        }
    }
}
