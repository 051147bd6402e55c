package io.coffer.eventstore;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Tells failures apart by SQL state. */
final class Failures {

    // Lock timeout, cancelled, deadlock, serialization, idle transaction ended, read-only standby, I/O error.
    private static final Set<String> TRANSIENT_STATES =
            Set.of("55P03", "57014", "40P01", "40001", "25P03", "25006", "58030");
    // Connection, insufficient resources (disk full, too many connections), operator intervention (shutdown).
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "57");

    private Failures() {}

    static AxonException explained(String attempt, SQLException failure) {
        return isTransient(failure)
                ? new EventStoreUnavailableException(attempt + ": the event store is unavailable", failure)
                : new EventStoreException(attempt, failure);
    }

    static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null
                        && (TRANSIENT_STATES.contains(state)
                                || TRANSIENT_CLASSES.contains(state.substring(0, Math.min(2, state.length())))));
    }

    static boolean isDuplicateEvent(Exception failure) {
        return failure instanceof UniqueViolation violation && !violation.isOfOperationKey();
    }
}
