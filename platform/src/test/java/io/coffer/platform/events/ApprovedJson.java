package io.coffer.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the file that somebody approved, and leaves what came instead beside the build's output. */
record ApprovedJson(Path folder) {

    private static final Path RECEIVED = Path.of("target", "received-events");

    void matches(String file, String text) {
        try {
            var approved = folder.resolve(file);
            if (Files.exists(approved) && Files.readString(approved).equals(text)) {
                return;
            }
            Files.createDirectories(RECEIVED);
            var received = Files.writeString(RECEIVED.resolve(file), text);
            assertThat(text)
                    .as("%s is not what was approved; if it should be, copy %s over it", approved, received)
                    .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "(no file yet)");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
