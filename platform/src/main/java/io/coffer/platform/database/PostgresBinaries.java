package io.coffer.platform.database;

import io.coffer.api.kernel.Sha256;
import io.coffer.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path into a directory named for their content. */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** A directory under its final name is always whole: a process killed while unpacking leaves only a {@code .new}. */
    static Path unpack(Path parent) throws IOException {
        var archive = archive();
        var home = parent.resolve(digest(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(parent);
            var unfinished = Files.createTempDirectory(parent, "unpacking-");
            extract(archive, unfinished);
            publish(unfinished, home);
        }
        return home;
    }

    private static void publish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.isDirectory(home)) {
                throw failure;
            }
        }
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch");
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, "amd64".equals(machine) ? "x86_64" : machine)) {
            return packed.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new StartRefused(
                    "There is no embedded PostgreSQL for " + system + " on " + machine + ".",
                    "Give a PostgreSQL server by COFFER_DB_URL.",
                    missing);
        }
    }

    private static String digest(byte[] archive) {
        var whole = HexFormat.of().formatHex(Sha256.begin().digest(archive));
        return "postgresql-" + whole.substring(0, 16);
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target);
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var file = entry.resolveIn(target);
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0 || file.startsWith(target.resolve("bin"));
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
