package io.coffer.platform.time;

import io.coffer.platform.StartRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Real time, unless a simulated clock is asked for; money in somebody's own database never sees the latter. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    static final String SIMULATED = "coffer.clock.simulated";
    static final String PORT = "coffer.clock.port";

    private static final int DEFAULT_PORT = 8099;
    private static final int HIGHEST_PORT = 65_535;

    @Bean
    CofferClock cofferClock(Environment environment) {
        var embedded = environment.getProperty("coffer.database.url", "").isBlank();
        var lead = LeadFile.in(Path.of(environment.getProperty("coffer.data-directory", "data")));
        if (isSimulated(environment)) {
            requireEmbedded(embedded);
            return new SimulatedClock(Clock.systemUTC(), lead);
        }
        if (embedded && !lead.read().isZero()) {
            throw new StartRefused(
                    "The events beside " + lead.path() + " were booked in simulated time, ahead of the real one.",
                    "Start with " + SIMULATED + "=true, or on another data directory.");
        }
        return CofferClock.real();
    }

    @Bean
    @Conditional(OnSimulatedClock.class)
    ClockServer clockServer(CofferClock clock, Environment environment) {
        return switch (clock) {
            case SimulatedClock simulated -> ClockServer.start(simulated, port(environment));
            case RealClock _ -> throw new IllegalStateException("Nobody moves the real clock");
        };
    }

    private static void requireEmbedded(boolean embedded) {
        if (!embedded) {
            throw new StartRefused(
                    "A simulated clock is for trying Coffer out on its embedded database; a database is given.",
                    "Leave out " + SIMULATED + ", or the database's URL.");
        }
    }

    private static boolean isSimulated(Environment environment) {
        var written = environment.getProperty(SIMULATED, "false").strip().toLowerCase(Locale.ROOT);
        return switch (written) {
            case "true" -> true;
            case "false", "" -> false;
            default ->
                throw new StartRefused("The property " + SIMULATED + " is '" + written + "'.", "Give true or false.");
        };
    }

    private static int port(Environment environment) {
        var written =
                environment.getProperty(PORT, Integer.toString(DEFAULT_PORT)).strip();
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) > HIGHEST_PORT) {
            throw new StartRefused(
                    "The property " + PORT + " is '" + written + "', which is no port.", "Give 0 (any) to 65535.");
        }
        return Integer.parseInt(written);
    }

    static final class OnSimulatedClock implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSimulated(context.getEnvironment());
        }
    }
}
