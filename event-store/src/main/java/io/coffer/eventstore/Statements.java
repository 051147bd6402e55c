package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs each statement on a connection of its own, as a transaction of its own. */
record Statements(DataSource dataSource) {

    interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    interface RowsReader<T> {
        T read(ResultSet rows, Connection connection) throws SQLException;
    }

    <T> List<T> query(String attempt, String sql, Binder binder, RowReader<T> reader) {
        return queryAll(attempt, sql, binder, (rows, _) -> {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        });
    }

    /** For a reader that goes through the rows more than once (they are in memory anyway) or asks further. */
    <T> T queryAll(String attempt, String sql, Binder binder, RowsReader<T> reader) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(
                        sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows, connection);
            }
        } catch (SQLException failure) {
            throw Failures.explained(attempt, failure);
        }
    }

    long queryLong(String attempt, String sql, Binder binder) {
        return query(attempt, sql, binder, row -> row.getLong(1)).getFirst();
    }

    void execute(String sql, Binder binder) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            statement.execute();
        }
    }

    // A pool may hand out connections with auto-commit off; store.append must commit by itself.
    Connection connection() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
