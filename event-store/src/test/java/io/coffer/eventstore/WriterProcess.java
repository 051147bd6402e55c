package io.coffer.eventstore;

import static io.coffer.eventstore.TestStore.JSON;
import static io.coffer.eventstore.TestStore.event;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.postgresql.ds.PGSimpleDataSource;

/** A process of its own that appends without end, and tells each event id once the engine has said it is on disk. */
final class WriterProcess implements Closeable {

    private static final int THREADS = 32;

    private final Process process;
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();
    private final Thread reader;

    private WriterProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static WriterProcess start(String name, PGSimpleDataSource target) throws IOException {
        return new WriterProcess(new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WriterProcess.class.getName(),
                        name,
                        String.valueOf(target.getPortNumbers()[0]),
                        String.valueOf(target.getDatabaseName()),
                        String.valueOf(target.getUser())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource target = new PGSimpleDataSource();
        target.setPortNumbers(new int[] {Integer.parseInt(arguments[1])});
        target.setDatabaseName(arguments[2]);
        target.setUser(arguments[3]);
        target.setApplicationName(arguments[0]);
        PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder()
                .dataSource(target)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
        for (int thread = 0; thread < THREADS; thread++) {
            String aggregate = arguments[0] + "-" + thread;
            Thread.ofPlatform().start(() -> write(engine, aggregate));
        }
        Thread.currentThread().join();
    }

    // After an unknown outcome another aggregate goes on: this one's next sequence is not known.
    private static void write(PostgresEventStorageEngine engine, String aggregate) {
        for (long round = 0; ; round++) {
            try {
                for (long sequence = 0; ; sequence++) {
                    DomainEventMessage<?> event = event(aggregate + "-" + round, sequence);
                    engine.appendEvents(event);
                    System.out.println(event.getIdentifier());
                }
            } catch (EventStoreUnavailableException unknown) {
                Thread.onSpinWait();
            }
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> told.add(UUID.fromString(line)));
        } catch (UncheckedIOException | IOException ended) {
            process.isAlive();
        }
    }

    /** The ids of the events that the process knows to be on disk. */
    Set<UUID> told() {
        return told;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends it as a power cut would, and waits until all it told has been read. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
