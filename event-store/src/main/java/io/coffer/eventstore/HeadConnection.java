package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection that hears of new heads. */
record HeadConnection(Connection connection, PreparedStatement headQuery) implements AutoCloseable {

    private static final int QUIET_MILLIS = 250;
    // A server that is gone without a word must not keep the listener for ever.
    private static final int ANSWER_MILLIS_MAX = 3_000;
    private static final Executor AT_ONCE = Runnable::run;

    static HeadConnection open(DataSource dataSource, String headQuery) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(AT_ONCE, ANSWER_MILLIS_MAX);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN store_head");
            }
            return new HeadConnection(connection, connection.prepareStatement(headQuery));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Asked after LISTEN, so that no append falls between the two. */
    long head() throws SQLException {
        try (ResultSet row = headQuery.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The newest head heard; when nothing is heard for a while, the head asked for. */
    long next() throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(QUIET_MILLIS);
        return heard == null || heard.length == 0 ? head() : named(heard[heard.length - 1]);
    }

    // Every role of the database may notify, and say what it likes.
    private long named(PGNotification notification) throws SQLException {
        try {
            return Long.parseLong(notification.getParameter());
        } catch (NumberFormatException notOurs) {
            return head();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
