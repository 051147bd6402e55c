package io.coffer.journeys;

import io.coffer.app.CofferApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The whole program in a process of its own, which can be killed. */
final class CofferProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Data data;
    private final Map<String, String> properties;
    private final int port;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private Process process;

    private CofferProcess(Data data, Map<String, String> properties, int port) {
        this.data = data;
        this.properties = properties;
        this.port = port;
        this.process = launch();
    }

    static CofferProcess start(Data data, Map<String, String> properties) {
        var all = new TreeMap<>(properties);
        var port = Integer.parseInt(all.computeIfAbsent("server.port", _ -> Integer.toString(freePort())));
        var started = new CofferProcess(data, all, port);
        started.awaitReady();
        return started;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CofferApplication.class.getName()));
        command.addAll(List.of(RunningCoffer.arguments(data, properties)));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private File log() {
        return Path.of("target", "coffer-" + port + ".log").toFile();
    }

    void awaitReady() {
        var health = HttpRequest.newBuilder(URI.create(base() + "/actuator/health/readiness"))
                .build();
        Until.is(
                START,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The process ended; see " + log().getAbsolutePath());
                    }
                    try {
                        return Client.send(health).status();
                    } catch (UncheckedIOException notYet) {
                        return 0;
                    }
                },
                status -> status == 200);
    }

    /** As kill -9 does it: nothing is closed, nothing is told. */
    void kill() {
        end(process.destroyForcibly());
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    String base() {
        return "http://localhost:" + port;
    }

    Client as(String client) {
        return clients.computeIfAbsent(client, id -> Client.of(base(), base(), id, id + "-secret"));
    }

    Data data() {
        return data;
    }

    @Override
    public void close() {
        process.destroy();
        end(process);
    }

    private static void end(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
