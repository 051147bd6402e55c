package io.coffer.platform.vault;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Makes a key for this user only; it is on the disk before anything is encrypted under it. */
final class NewKeyFile {

    private NewKeyFile() {}

    static void write(Path file) {
        var directory = file.toAbsolutePath().normalize().getParent();
        try {
            var unfinished = Files.createTempFile(
                    directory,
                    "vault-",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(unfinished, WRITE)) {
                var text = Base64.getEncoder().encodeToString(Cryptography.random(Cryptography.KEY_BYTES)) + "\n";
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, ATOMIC_MOVE);
            try (var entry = FileChannel.open(directory, READ)) {
                entry.force(true);
            }
        } catch (IOException failure) {
            throw new StartRefused(
                    "The vault's key cannot be written to " + file + ".",
                    "Check the rights of the data directory.",
                    failure);
        }
    }
}
