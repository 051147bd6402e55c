package io.coffer.platform.vault;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Connections of the vault's own. It never joins a caller's transaction: what it reports as kept is committed, whatever
 * becomes of the caller.
 */
record VaultConnections(DataSource dataSource) {

    /** Some statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Each statement is a transaction, so that it costs one round trip. */
    <T> T run(String task, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw explained(task, failure);
        }
    }

    /** All statements or none. */
    <T> T runAsOne(String task, Work<T> work) {
        return run(task, connection -> {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static Array bytes(Connection connection, Collection<byte[]> bytes) throws SQLException {
        return connection.createArrayOf("bytea", bytes.toArray(byte[][]::new));
    }

    // Spring's words for an unavailable database, which the edge knows already.
    private static RuntimeException explained(String task, SQLException failure) {
        var known = new SQLStateSQLExceptionTranslator().translate("The vault could not " + task, null, failure);
        return known != null ? known : new UncategorizedSQLException("The vault could not " + task, null, failure);
    }
}
