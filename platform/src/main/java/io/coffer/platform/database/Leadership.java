package io.coffer.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Which of several nodes does a job: the one whose session holds an advisory lock. The lock dies with the session. It only
 * saves double work; what keeps the work right is that its position moves once.
 */
public final class Leadership implements AutoCloseable {

    private static final int VALID_TIMEOUT_S = 2;

    private final DataSource source;
    private final String job;
    private @Nullable Connection session;

    public Leadership(DataSource source, String job) {
        this.source = source;
        this.job = job;
    }

    /** Takes or confirms the lead. Throws when the server cannot be asked, and then the lead is not ours. */
    public synchronized boolean isOurs() {
        var held = session;
        if (held != null) {
            if (isAlive(held)) {
                return true;
            }
            close();
        }
        return tryTake();
    }

    private boolean tryTake() {
        try {
            var connection = source.getConnection();
            var taken = false;
            try {
                taken = isLocked(connection);
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            if (taken) {
                session = connection;
            }
            return taken;
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("Cannot ask for the lock of " + job, failure);
        }
    }

    private boolean isLocked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, job);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    // A look at the server, not at the driver's memory: a cut connection has lost the lock.
    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(VALID_TIMEOUT_S);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        var held = session;
        session = null;
        if (held != null) {
            // Unlock before the pool takes the session back: there it would live on, and the lock with it.
            try (held;
                    var statement = held.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException _) {
                // A session that cannot be spoken to any more holds no lock.
            }
        }
    }
}
