package io.coffer.platform.time;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Where the simulated clock's lead survives a restart: one line, replaced as a whole. */
record LeadFile(Path directory) {

    private static final String NAME = "clock-lead";

    static LeadFile in(Path directory) {
        return new LeadFile(directory.toAbsolutePath().normalize());
    }

    Path path() {
        return directory.resolve(NAME);
    }

    Duration read() {
        try {
            return Files.exists(path())
                    ? Duration.parse(Files.readString(path()).strip())
                    : Duration.ZERO;
        } catch (IOException | DateTimeParseException unreadable) {
            throw new StartRefused(
                    "The simulated clock cannot read its lead from " + path() + ".",
                    "Remove the data directory to start over; the events in it are later than the real time.",
                    unreadable);
        }
    }

    void write(Duration lead) {
        var fresh = directory.resolve(NAME + ".new");
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap((lead + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, path(), ATOMIC_MOVE);
            try (var entry = FileChannel.open(directory, READ)) {
                entry.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The simulated clock could not keep its lead", failure);
        }
    }
}
