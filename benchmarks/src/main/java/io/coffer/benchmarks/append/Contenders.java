package io.coffer.benchmarks.append;

import io.coffer.benchmarks.postgres.Database;
import io.coffer.command.kernel.Envelope;
import io.coffer.eventstore.PostgresEventStorageEngine;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The engines that need nothing but JDBC. */
public final class Contenders {

    /** All contenders write with the product's own serializer, so that the bytes are the same. */
    public static final EventJson JSON = new EventJson(EventCatalog.ofAllEvents());

    /**
     * What Spring Boot serves requests with by default. Many virtual threads at a pool of ten stood still at times, once
     * with one connection free and twenty waiting, until the pool gave up. They are daemons, for what Axon starts in them,
     * such as the thread of its time limits, would keep the program alive otherwise.
     */
    public static final ThreadFactory PLATFORM = Thread.ofPlatform().daemon().factory();

    private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();

    private static final int OUR_POOL = 10;
    private static final int BOOTS_POOL = 10;

    private Contenders() {}

    /** As the product configures it. */
    public static Contender ours(Database database) throws SQLException {
        var pool = database.withOurStore().asRuntime().pool(OUR_POOL);
        var engine = PostgresEventStorageEngine.builder()
                .dataSource(pool)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .operationKeys(() -> CurrentUnitOfWork.map(
                                unit -> Envelope.operationKey(unit.getMessage().getMetaData()))
                        .orElse(null))
                .build();
        return new Contender(engine, null, true, false, 0, VIRTUAL, () -> {
            engine.close();
            pool.close();
        });
    }

    /** Axon's engine as its auto-configuration makes it, on the pool that Spring Boot makes. */
    public static Contender stock(Database database) throws SQLException {
        return stock(database, BOOTS_POOL, false, true, 0, PLATFORM);
    }

    /** Axon's engine with what is known to help: a strong cache, no time limits, no more threads than connections. */
    public static Contender tunedStock(Database database, int threads) throws SQLException {
        return stock(database, threads, true, false, threads, VIRTUAL);
    }

    private static Contender stock(
            Database database, int connections, boolean cached, boolean timeLimited, int threads, ThreadFactory clients)
            throws SQLException {
        var pool = database.pool(connections);
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        var engine = stockEngine(pool, transactions);
        if (database.number("SELECT count(*) FROM pg_tables WHERE tablename = 'domainevententry'") == 0) {
            transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        }
        return new Contender(engine, transactions, cached, timeLimited, threads, clients, pool::close);
    }

    private static JdbcEventStorageEngine stockEngine(DataSource pool, SpringTransactionManager transactions) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool));
        return JdbcEventStorageEngine.builder()
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .build();
    }
}
