package io.coffer.query.ledger;

import io.coffer.eventstore.EngineParts;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.time.CofferClock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger, its patrol, and its one way to speak. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgerProjection ledgerProjection() {
        return new LedgerProjection();
    }

    // An engine of its own, no bean: the command side's belongs to commands and their operation keys.
    @Bean
    LedgerWatchPort ledgerWatchPort(
            StoreEngine engine, @Qualifier("store") DataSource store, EventJson json, CofferClock clock) {
        return new StoredLedgerWatch(engine.engine(EngineParts.ofEventsAlone(store, json, clock)));
    }

    @Bean
    LedgerHealth ledgerHealth(@Qualifier("projections") DataSource runtime) {
        return new LedgerHealth(runtime);
    }

    @Bean
    LedgerPatrol ledgerPatrol(@Qualifier("projections") DataSource runtime, LedgerWatchPort port) {
        return new LedgerPatrol(runtime, port);
    }
}
