package io.coffer.app;

import io.coffer.platform.Side;
import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides whether a bank runs inside this process, and where. The address is a property before any bean exists, so that
 * the command side finds this bank as it finds any other.
 */
final class EmbeddedBankAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String SIMULATOR = "coffer.bank.simulator";
    static final String URL = "coffer.bank.url";
    static final String PORT = "coffer.bank.embedded-port";

    private static final String EMBEDDED = "embedded";
    private static final String NONE = "none";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (isWanted(environment)) {
            var port = freePort();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "coffer-embedded-bank", Map.of(PORT, port, URL, "http://127.0.0.1:" + port)));
        }
    }

    /** By default where nothing outside is used at all: no database of somebody else, no bank of somebody else. */
    private static boolean isWanted(ConfigurableEnvironment environment) {
        if (!Side.of(environment).runs(Side.COMMAND)) {
            return false;
        }
        var alone = isBlank(environment, "coffer.database.url") && isBlank(environment, URL);
        var written = environment.getProperty(SIMULATOR, alone ? EMBEDDED : NONE);
        return switch (written) {
            case EMBEDDED -> true;
            case NONE -> false;
            default ->
                throw new StartRefused(
                        "The property " + SIMULATOR + " is '" + written + "'.",
                        "Give " + EMBEDDED + " or " + NONE + ".");
        };
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }

    // The bank takes the port a second later, once the database has shown that the data directory is ours.
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new StartRefused("No free port for the embedded bank.", "Set " + SIMULATOR + "=none.", failure);
        }
    }
}
