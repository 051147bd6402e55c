package io.coffer.query.replay;

import io.coffer.eventstore.EventStoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot answer now from an event that cannot be taken at all. */
final class Transient {

    // Connection, transaction rollback, resources, object in use, operator intervention, I/O error.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private Transient() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EventStoreUnavailableException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof BatchTransactions.PositionMoved
                    || (cause instanceof SQLException sql && isTransient(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}
