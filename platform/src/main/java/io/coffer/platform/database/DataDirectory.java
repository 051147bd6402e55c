package io.coffer.platform.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of everything that Coffer keeps on this machine ({@code coffer.data-directory}, default {@code data}). */
public record DataDirectory(Path path) {

    public static final String PROPERTY = "coffer.data-directory";

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the directory when it is missing, closed to other users: it holds passwords and the database itself. */
    public Path create() throws IOException {
        var parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException alreadyThere) {
            // A file of that name, or a directory made by the operator with his own rights: the first use tells.
        }
        return path;
    }
}
