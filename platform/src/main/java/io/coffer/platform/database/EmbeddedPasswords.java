package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated passwords of the embedded server's three roles, kept beside its data for this user only. */
record EmbeddedPasswords(Credential superuser, Credential owner, Credential runtime) {

    private static final int PASSWORD_BYTES = 24;

    static EmbeddedPasswords readOrCreate(Path directory, boolean clusterExists) throws IOException {
        var file = directory.resolve("postgres.passwords");
        if (!Files.exists(file)) {
            if (clusterExists) {
                throw new StartRefused(
                        "The embedded database in " + directory + " has lost its passwords, " + file.getFileName()
                                + ".",
                        "Put the file back from a backup.");
            }
            write(file);
        }
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return new EmbeddedPasswords(
                credential(kept, "postgres"), credential(kept, "coffer_owner"), credential(kept, "coffer_runtime"));
    }

    private static Credential credential(Properties kept, String role) {
        return new Credential(role, kept.getProperty(role, ""));
    }

    private static void write(Path file) throws IOException {
        var unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "passwords-",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var text = new StringBuilder();
        for (var role : new String[] {"postgres", "coffer_owner", "coffer_runtime"}) {
            text.append(role).append('=').append(random()).append('\n');
        }
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
