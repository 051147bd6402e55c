package io.coffer.platform.database;

import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.StartRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Who keeps the events: the property {@code coffer.event-store.engine}, by default our own. */
final class ChosenEngine {

    static final String PROPERTY = "coffer.event-store.engine";

    private static final Logger LOG = LoggerFactory.getLogger(ChosenEngine.class);

    private ChosenEngine() {}

    static StoreEngine of(Environment environment) {
        var written = environment.getProperty(PROPERTY, name(StoreEngine.COFFER));
        return Arrays.stream(StoreEngine.values())
                .filter(engine -> name(engine).equalsIgnoreCase(written.strip()))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "The property " + PROPERTY + " is '" + written + "', which is no engine of the event store.",
                        "Give one of "
                                + Arrays.stream(StoreEngine.values())
                                        .map(ChosenEngine::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Refuses a database that another engine has written to: its events would be there, and nobody would see them. */
    static StoreEngine checked(StoreEngine chosen, DataSource store) {
        for (var other : StoreEngine.values()) {
            if (other != chosen && other.log(store).head() > 0) {
                throw new StartRefused(
                        "This database holds events of the engine " + name(other) + "; with " + PROPERTY + "="
                                + name(chosen) + " nobody would see them.",
                        "Start with " + PROPERTY + "=" + name(other) + ", or give a database of its own.");
            }
        }
        if (chosen == StoreEngine.AXON_JDBC) {
            LOG.warn("Events are kept by Axon's JDBC engine. It is there for comparison, not for production.");
        }
        return chosen;
    }

    private static String name(StoreEngine engine) {
        return engine.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
