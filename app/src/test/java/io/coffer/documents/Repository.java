package io.coffer.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the repository that the tests run in. */
final class Repository {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Repository() {}

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root(Path from) {
        return Files.exists(from.resolve("mvnw"))
                ? from
                : root(from.resolve("..").normalize());
    }
}
