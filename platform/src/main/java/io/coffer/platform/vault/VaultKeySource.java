package io.coffer.platform.vault;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where the vault's key comes from: a property, a file, or with the embedded database a file that is made. */
sealed interface VaultKeySource {

    String KEY = "coffer.vault.key";
    String KEY_FILE = "coffer.vault.key-file";
    String HOW_TO_MAKE_ONE = "Make one with: openssl rand -base64 32";

    /** The key of a vault that was begun. */
    VaultKey existing();

    /** The key of a vault that is empty. */
    VaultKey existingOrNew();

    /** Names the place, never the key. */
    String description();

    static VaultKeySource of(Environment environment, boolean embedded, Path dataDirectory) {
        var key = environment.getProperty(KEY, "");
        var file = environment.getProperty(KEY_FILE, "");
        if (!key.isBlank() && !file.isBlank()) {
            throw new StartRefused("Both " + KEY + " and " + KEY_FILE + " are given.", "Leave one out.");
        }
        if (!key.isBlank()) {
            return new Given("the property " + KEY, key);
        }
        if (!file.isBlank()) {
            return new Given("the file of " + KEY_FILE, read(Path.of(file)));
        }
        if (embedded) {
            return new Generated(dataDirectory.resolve("vault.key"));
        }
        throw new StartRefused(
                "Personal data need a key, and none is given: neither " + KEY_FILE + " nor " + KEY + ".",
                HOW_TO_MAKE_ONE + ", and keep it apart from the database's backups.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "The vault's key cannot be read from " + file + ".",
                    "Check " + KEY_FILE + " and the rights of the file.",
                    unreadable);
        }
    }

    private static VaultKey parse(String description, String text) {
        return VaultKey.parse(text)
                .orElseThrow(() -> new StartRefused(
                        "In " + description + " is no vault key: 32 bytes in Base64 are needed.",
                        HOW_TO_MAKE_ONE + "."));
    }

    /** Somebody keeps the key for us. */
    record Given(String description, String text) implements VaultKeySource {

        @Override
        public VaultKey existing() {
            return parse(description, text);
        }

        @Override
        public VaultKey existingOrNew() {
            return existing();
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** The key lies beside the embedded database. */
    record Generated(Path file) implements VaultKeySource {

        @Override
        public VaultKey existing() {
            if (!Files.exists(file)) {
                throw new StartRefused("The vault has lost its key, " + file + ".", "Put the file back from a backup.");
            }
            return parse(description(), read(file));
        }

        @Override
        public VaultKey existingOrNew() {
            if (!Files.exists(file)) {
                NewKeyFile.write(file);
            }
            return existing();
        }

        @Override
        public String description() {
            return "the file " + file;
        }
    }
}
