package io.coffer.platform.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalog, and the two serializers: one of events, one of tokens. */
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {

    @Bean
    EventCatalog eventCatalog() {
        return EventCatalog.ofAllEvents();
    }

    @Bean
    EventJson eventJson(EventCatalog catalog) {
        return new EventJson(catalog);
    }

    @Bean
    EventReader eventReader(EventJson json) {
        return new EventReader(json);
    }

    @Bean
    TokenJson tokenJson() {
        return new TokenJson();
    }
}
