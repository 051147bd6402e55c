package io.coffer.eventstore;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells failures apart by SQL state and constraint. */
final class Failures {

    static final String OPERATION_KEY = "operation_key_pkey";

    private static final Set<String> EVENT_KEYS = Set.of("event_sequence_key", "event_event_id_key");
    private static final String UNIQUE_VIOLATION = "23505";

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
        return brokenUniqueConstraint(failure).filter(EVENT_KEYS::contains).isPresent();
    }

    static Optional<String> brokenUniqueConstraint(Exception failure) {
        return failure instanceof PSQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())
                ? Optional.ofNullable(serverMessage(sql)).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }

    /** Whether the server's detail names this value, as in "Key (aggregate_id, sequence)=(A, 5) already exists". */
    static boolean names(SQLException failure, String value) {
        ServerErrorMessage message = failure instanceof PSQLException sql ? serverMessage(sql) : null;
        String detail = message == null ? null : message.getDetail();
        return detail != null && detail.contains("=(" + value + ")");
    }

    private static @Nullable ServerErrorMessage serverMessage(PSQLException failure) {
        return failure.getServerErrorMessage();
    }
}
