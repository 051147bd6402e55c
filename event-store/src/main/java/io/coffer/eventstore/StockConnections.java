package io.coffer.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.ConnectionCloseHandler;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;

/** Gives Axon's engine the connection of the append that it is part of, so that an operation's key shares its transaction. */
record StockConnections(Statements statements) implements ConnectionProvider {

    private static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();
    private static final ConnectionCloseHandler NO_CLOSE = new NoOpCloseHandler();

    @Override
    public Connection getConnection() throws SQLException {
        return CURRENT.isBound() ? ConnectionWrapperFactory.wrap(CURRENT.get(), NO_CLOSE) : statements.connection();
    }

    /** What part does on the connection is stored together or not at all. */
    <T> T together(Part<T> part) throws SQLException {
        try (Connection connection = statements.connection()) {
            connection.setAutoCommit(false);
            try {
                T result = ScopedValue.where(CURRENT, connection).call(() -> part.on(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    interface Part<T> {
        T on(Connection connection) throws SQLException;
    }
}
