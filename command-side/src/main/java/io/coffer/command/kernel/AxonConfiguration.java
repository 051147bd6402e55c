package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import io.coffer.api.ledger.PostingRules;
import io.coffer.eventstore.EngineParts;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.events.TokenJson;
import io.coffer.platform.time.CofferClock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axon, configured by hand: every default that is wrong for money is replaced in sight ({@code axon.md}). */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    private static final CommandTargetResolver TARGET = message -> new VersionedAggregateIdentifier(
            (Object) ((Command) message.getPayload()).target().value(), null);

    @Bean
    EventStorageEngine eventStorageEngine(
            StoreEngine engine, @Qualifier("store") DataSource store, EventJson json, CofferClock clock) {
        return engine.engine(new EngineParts(
                store,
                json,
                new SnapshotJson(),
                clock,
                () -> CurrentUnitOfWork.map(
                                unit -> Envelope.operationKey(unit.getMessage().getMetaData()))
                        .orElse(null),
                Attempt::tellAppended));
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            EventStorageEngine engine,
            EventJson json,
            TokenJson general,
            AggregateSource aggregates,
            PostingRules currentRules,
            List<SliceHandlers> slices,
            List<SliceComponent<?>> components) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> general)
                .configureMessageSerializer(_ -> general)
                .configureEventSerializer(_ -> json)
                .configureCorrelationDataProviders(_ -> List.of(Envelope::inherited))
                .configureEventStore(_ -> guarded(engine, currentRules));
        components.forEach(component -> register(configurer, component));
        slices.forEach(slice -> configurer.configureAggregate(aggregate(slice.aggregateType(), aggregates, engine)));
        return configurer.buildConfiguration();
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    private static EmbeddedEventStore guarded(EventStorageEngine engine, PostingRules rules) {
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var _ = store.registerDispatchInterceptor(new PostingGuard(rules));
        return store;
    }

    private static <T> AggregateConfigurer<T> aggregate(
            Class<T> type, AggregateSource aggregates, EventStorageEngine engine) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> TARGET)
                .configureRepository(axon -> aggregates.of(type, axon, engine));
    }

    private static <C> void register(Configurer configurer, SliceComponent<C> component) {
        configurer.registerComponent(component.type(), _ -> component.value());
    }
}
