package io.coffer.command.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** What goes to the database and comes back: counted, and an answer can be lost after the server has done its work. */
final class Traffic {

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicBoolean losesNextAnswer = new AtomicBoolean();

    /** The same data source under observation. */
    DataSource on(DataSource source) {
        return proxy(DataSource.class, source);
    }

    void loseNextAnswer() {
        losesNextAnswer.set(true);
    }

    int statementsOf(Runnable work) {
        var before = statements.get();
        work.run();
        return statements.get() - before;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Traffic.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> watched(method, call(method, target, arguments))));
    }

    private Object watched(Method method, Object result) throws SQLException {
        if (result instanceof Connection connection && method.getDeclaringClass() == DataSource.class) {
            return proxy(Connection.class, connection);
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement);
        }
        if (method.getName().startsWith("execute")) {
            statements.incrementAndGet();
            if (losesNextAnswer.compareAndSet(true, false)) {
                throw new SQLException("The connection was cut", "08006");
            }
        }
        return result;
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
