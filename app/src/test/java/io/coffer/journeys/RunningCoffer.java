package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.app.CofferApplication;
import io.coffer.platform.time.ClockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program in this process, on ports and in a directory of its own. Most tests share one. */
final class RunningCoffer implements AutoCloseable {

    private static final Map<String, String> QUICK = Map.of(
            "server.port", "0",
            "coffer.bank.call-timeout", "700ms",
            "coffer.bank.call-deadline", "2s",
            "coffer.bank.quiet-time", "1s",
            "coffer.bank.first-query", "200ms",
            "coffer.bank.retries-max", "3",
            "coffer.deadlines.first-wait", "400ms",
            "coffer.deadlines.longest-wait", "2s",
            "coffer.database.embedded-binaries", binaries().toString());

    private final ConfigurableApplicationContext context;
    private final Data data;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    private RunningCoffer(ConfigurableApplicationContext context, Data data) {
        this.context = context;
        this.data = data;
    }

    static RunningCoffer shared() {
        return Shared.COFFER;
    }

    static RunningCoffer start(Class<?>... further) {
        return start(Data.fresh(), Map.of(), further);
    }

    /** On a clock that a test can move. */
    static RunningCoffer withClock() {
        return start(Data.fresh(), Map.of("coffer.clock.simulated", "true", "coffer.clock.port", "0"));
    }

    /** Time goes by, in the form of {@code PT24H}. */
    void passes(String duration) {
        Client.send(HttpRequest.newBuilder(
                                URI.create(context.getBean(ClockServer.class).url() + "/advance"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"" + duration + "\"}"))
                        .build())
                .isAccepted();
    }

    static RunningCoffer start(Data data, Map<String, String> properties, Class<?>... further) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var application = new SpringApplication(CofferApplication.class);
        application.addPrimarySources(Arrays.asList(further));
        application.setAllowBeanDefinitionOverriding(further.length > 0);
        application.setRegisterShutdownHook(true);
        return new RunningCoffer(application.run(arguments(data, properties)), data);
    }

    /** How the program is told where it lives, here and in a process of its own. */
    static String[] arguments(Data data, Map<String, String> properties) {
        var all = new TreeMap<>(QUICK);
        all.put("coffer.data-directory", data.directory().toString());
        all.putAll(properties);
        return all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    String base() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    Client as(String client) {
        return clients.computeIfAbsent(client, id -> Client.of(base(), base(), id, id + "-secret"));
    }

    SimulatedBank bank() {
        return new SimulatedBank(context.getEnvironment().getRequiredProperty("coffer.bank.url"));
    }

    Data data() {
        return data;
    }

    long head() {
        return data.head();
    }

    /** The head of the log, once nothing is under way any more that could move it. */
    long settled() {
        return data.settled();
    }

    /** Once the policies have heard of everything. */
    void heard() {
        data.heard();
    }

    /** Holds the ledger to its equations, with everything in it that was under way. */
    void assertAllHold() {
        var equations = as("auditor").get("/v1/ledger/equations", settled());
        assertThat(equations.at("/allHold")).as(equations.text()).isEqualTo("true");
    }

    @Override
    public void close() {
        context.close();
    }

    // Unpacked once for all of a run instead of once for every start.
    private static Path binaries() {
        try {
            var directory = Path.of("target", "postgres-binaries").toAbsolutePath();
            return Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Shared {
        static final RunningCoffer COFFER = RunningCoffer.start();
    }
}
