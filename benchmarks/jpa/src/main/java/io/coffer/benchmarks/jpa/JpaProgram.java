package io.coffer.benchmarks.jpa;

import io.coffer.benchmarks.append.AppendProgram;
import io.coffer.benchmarks.append.Contender;
import io.coffer.benchmarks.append.Contenders;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Figures;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** The JPA engine as Axon's auto-configuration makes it, on the entity manager that Spring Boot makes. */
public final class JpaProgram {

    private static final int BOOTS_POOL = 10;

    private JpaProgram() {}

    /** Arguments: database, pace, file for the figures. */
    public static void main(String[] arguments) throws Exception {
        Figures.report(measure(new Database(arguments[0]), Pace.named(arguments[1])), Path.of(arguments[2]));
    }

    static List<Figure> measure(Database database, Pace pace) throws Exception {
        return AppendProgram.one(AppendProgram.JPA, contender(database), pace);
    }

    private static Contender contender(Database database) throws Exception {
        var pool = database.pool(BOOTS_POOL);
        var factory = factory(pool);
        var entityManagers = Objects.requireNonNull(factory.getObject());
        var transactions = new SpringTransactionManager(new JpaTransactionManager(entityManagers));
        var shared = SharedEntityManagerCreator.createSharedEntityManager(entityManagers);
        var engine = JpaEventStorageEngine.builder()
                .eventSerializer(Contenders.JSON)
                .snapshotSerializer(Contenders.JSON)
                .persistenceExceptionResolver(new SQLErrorCodesResolver(pool))
                .entityManagerProvider(() -> shared)
                .transactionManager(transactions)
                .build();
        return new Contender(engine, transactions, false, true, 0, Contenders.PLATFORM, () -> {
            factory.destroy();
            pool.close();
        });
    }

    private static LocalContainerEntityManagerFactoryBean factory(DataSource pool) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(pool);
        factory.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
        factory.afterPropertiesSet();
        return factory;
    }
}
