package io.coffer.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** One side of the program in a process of its own, with its own PostgreSQL if it needs one, until it is closed. */
public final class ServedProcess implements AutoCloseable {

    private static final int START_S = 300;
    private static final String SECRET = UUID.randomUUID().toString();

    private final Path data;
    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServedProcess(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts a program by its arguments, with its output in a file. */
    @FunctionalInterface
    public interface Starting {
        Process start(String program, List<String> arguments, Path output) throws IOException;
    }

    /** The command side, without policies, taking tokens of that issuer; no bank is ever called. */
    public static ServedProcess commandSide(
            Starting starting, Path settings, ServedProcess issuer, List<String> further) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "--coffer.side=command",
                "--coffer.security.issuer-uri=" + issuer.base(),
                "--coffer.policies.enabled=false",
                "--coffer.bank.url=http://127.0.0.1:9"));
        arguments.addAll(further);
        return start(starting, settings, arguments, freePort());
    }

    public static ServedProcess issuer(Starting starting, Path settings) throws Exception {
        var port = freePort();
        return start(
                starting,
                settings,
                List.of(
                        "--coffer.side=issuer",
                        "--coffer.security.clients.acme=" + SECRET,
                        "--coffer.security.public-url=http://localhost:" + port),
                port);
    }

    private static ServedProcess start(Starting starting, Path settings, List<String> further, int port)
            throws Exception {
        var data = Files.createTempDirectory("coffer-benchmark-");
        var arguments = new ArrayList<>(List.of(
                "--spring.config.location=file:" + settings,
                "--server.port=" + port,
                // Tomcat ends a connection after a hundred requests otherwise; the generator keeps its own.
                "--server.tomcat.max-keep-alive-requests=-1",
                "--coffer.data-directory=" + data));
        arguments.addAll(further);
        var process = starting.start(ServedCommandSide.class.getName(), arguments, data.resolve("output.log"));
        var served = new ServedProcess(data, port, process);
        try {
            served.awaitReady();
            return served;
        } catch (Exception failure) {
            served.close();
            throw failure;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (get("/actuator/health/readiness") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen before it is ready.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("The server did not start: " + Files.readString(data.resolve("output.log")));
    }

    private int get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** A token of the demo tenant, as the program's own issuer gives it. */
    public String token() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString(("acme:" + SECRET).getBytes(StandardCharsets.US_ASCII));
        var answer = http.send(
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return answer.body().replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private URI uri(String path) {
        return URI.create(base() + path);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(data);
    }
}
