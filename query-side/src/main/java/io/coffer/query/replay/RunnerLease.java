package io.coffer.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to feed the projections: an advisory lock that lives as long as its connection, so a dead node loses it by
 * itself. It only saves double work; what keeps rows right is that a position moves once.
 */
final class RunnerLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunnerLease.class);

    // "COFFERQ" in ASCII: any number will do, as long as every node takes the same.
    private static final long LOCK = 0x434f4646455251L;
    private static final int VALID_TIMEOUT_S = 2;

    private final DataSource dataSource;
    private @Nullable Connection holder;

    RunnerLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes or confirms the lease. */
    synchronized boolean isHeld() {
        try {
            if (holder != null && holder.isValid(VALID_TIMEOUT_S)) {
                return true;
            }
            close();
            return take();
        } catch (SQLException failure) {
            LOG.debug("No lease on the projections: {}", failure.getMessage());
            close();
            return false;
        }
    }

    private boolean take() throws SQLException {
        var connection = dataSource.getConnection();
        var taken = false;
        try {
            taken = tryLock(connection);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
        if (taken) {
            holder = connection;
        }
        return taken;
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @Override
    public synchronized void close() {
        var held = holder;
        holder = null;
        if (held == null) {
            return;
        }
        try (held;
                var statement = held.createStatement()) {
            // A pooled connection goes on living after close; the lock must not.
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException failure) {
            LOG.debug("The lease's connection was gone already: {}", failure.getMessage());
        }
    }
}
