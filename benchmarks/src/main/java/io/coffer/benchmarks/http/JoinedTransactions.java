package io.coffer.benchmarks.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives the connection of the transaction that is under way. Whoever asks for it neither ends the transaction nor gives the
 * connection back: that is done by who began it, as for an engine that Axon's auto-configuration made.
 */
final class JoinedTransactions extends TransactionAwareDataSourceProxy {

    JoinedTransactions(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var target = obtainTargetDataSource();
        return TransactionSynchronizationManager.getResource(target) instanceof ConnectionHolder holder
                ? joined(holder.getConnection())
                : target.getConnection();
    }

    private static Connection joined(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoinedTransactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> call(connection, method, arguments));
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "commit", "rollback", "setAutoCommit", "close" -> null;
            case "getAutoCommit" -> true;
            default -> {
                try {
                    yield method.invoke(connection, arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getTargetException();
                }
            }
        };
    }
}
