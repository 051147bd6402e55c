package io.coffer.eventstore;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/** Data sources that behave as some do in the field. */
final class Flawed {

    private Flawed() {}

    static DataSource withoutAutoCommit(DataSource source) {
        return wrapping(source, connection -> connection.setAutoCommit(false));
    }

    static DataSource endedByServer(DataSource source, DataSource owner) {
        return wrapping(
                source,
                connection -> TestDatabase.execute(
                        owner,
                        "SELECT pg_terminate_backend("
                                + connection.unwrap(PgConnection.class).getBackendPID() + ", 5000)"));
    }

    private interface Preparation {
        void of(Connection connection) throws SQLException;
    }

    private static DataSource wrapping(DataSource source, Preparation preparation) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    if (result instanceof Connection connection) {
                        preparation.of(connection);
                    }
                    return result;
                });
    }
}
