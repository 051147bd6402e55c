package io.coffer.command.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which of several nodes does a job: the one whose session holds an advisory lock. The lock dies with the session. */
final class Leadership implements AutoCloseable {

    private final DataSource source;
    private final String job;
    private @Nullable Connection session;

    Leadership(DataSource source, String job) {
        this.source = source;
        this.job = job;
    }

    synchronized boolean isOurs() {
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
            try (var statement = connection.prepareStatement("select pg_try_advisory_lock(hashtext(?)::bigint)")) {
                statement.setString(1, job);
                try (var row = statement.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        session = connection;
                        return true;
                    }
                }
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask for the lock of " + job, e);
        }
    }

    // A look at the server, not at the driver's memory: a cut connection has lost the lock.
    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(2);
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
