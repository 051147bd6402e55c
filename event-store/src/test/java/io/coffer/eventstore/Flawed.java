package io.coffer.eventstore;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/** Data sources that behave as some do in the field, or tell what they are used for. */
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

    /** One that lends a connection only to who takes a permit, and has it back with the connection. */
    static DataSource behind(Semaphore permits, DataSource source) {
        return wrapped(source, connection -> {
            permits.acquireUninterruptibly();
            return lent(connection, () -> {
                connection.close();
                permits.release();
            });
        });
    }

    /** One that counts the statements prepared with it, each of them a round trip. */
    static DataSource counting(DataSource source, AtomicInteger statements) {
        return wrapped(source, connection -> (Connection) Proxy.newProxyInstance(
                Flawed.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if ("prepareStatement".equals(method.getName())) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                }));
    }

    /** One that has some connections already and keeps all, as a pool does. */
    static DataSource keeping(DataSource source, int fromTheStart) {
        Queue<Connection> idle = new ConcurrentLinkedQueue<>();
        for (int connection = 0; connection < fromTheStart; connection++) {
            idle.add(connection(source));
        }
        return (DataSource) Proxy.newProxyInstance(
                Flawed.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection kept = idle.poll();
                    Connection connection = kept == null ? source.getConnection() : kept;
                    return lent(connection, () -> idle.add(connection));
                });
    }

    private static Connection connection(DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connection lent(Connection connection, Return whenClosed) {
        return (Connection) Proxy.newProxyInstance(
                Flawed.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if ("close".equals(method.getName())) {
                        whenClosed.done();
                        return null;
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private interface Return {
        void done() throws SQLException;
    }

    private interface Wrapping {
        Connection of(Connection connection) throws SQLException;
    }

    private interface Preparation {
        void of(Connection connection) throws SQLException;
    }

    private static DataSource wrapping(DataSource source, Preparation preparation) {
        return wrapped(source, connection -> {
            preparation.of(connection);
            return connection;
        });
    }

    private static DataSource wrapped(DataSource source, Wrapping wrapping) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection connection ? wrapping.of(connection) : result;
                });
    }
}
