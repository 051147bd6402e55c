package io.coffer.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayName("Opening the vault")
class VaultOpeningTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path data;

    private final VaultDatabase database = new VaultDatabase();

    @Test
    void makes_a_key_for_this_user_only_and_finds_it_again() throws IOException {
        var token = open(Map.of(), true).tokenise(Subject.unknown(), Kind.NAME, "张三");

        assertThat(open(Map.of(), true).reveal(token)).contains("张三");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("vault.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void with_a_lost_key_is_refused_and_makes_no_other() throws IOException {
        open(Map.of(), true);
        Files.delete(data.resolve("vault.key"));

        assertThatThrownBy(() -> open(Map.of(), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lost its key");
        assertThat(data.resolve("vault.key")).doesNotExist();
    }

    @Test
    void with_another_key_is_refused_without_telling_it() {
        open(Map.of("coffer.vault.key", KEY), false);

        assertThatThrownBy(() -> open(Map.of("coffer.vault.key", OTHER_KEY), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("begun with another key")
                .hasMessageNotContaining(OTHER_KEY);
    }

    @Test
    void without_a_key_beside_an_outside_database_is_refused() {
        assertThatThrownBy(() -> open(Map.of(), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("coffer.vault.key-file");
    }

    @Test
    void takes_the_key_from_a_file() throws IOException {
        var file = Files.writeString(data.resolve("kek"), KEY + "\n");
        var token = open(Map.of("coffer.vault.key", KEY), false).tokenise(Subject.unknown(), Kind.NAME, "张三");

        assertThat(open(Map.of("coffer.vault.key-file", file.toString()), false).reveal(token))
                .contains("张三");
    }

    @Test
    void with_two_keys_a_short_one_or_none_in_the_file_is_refused() {
        var missing = data.resolve("missing").toString();

        assertThatThrownBy(() -> open(Map.of("coffer.vault.key", KEY, "coffer.vault.key-file", missing), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Both");
        assertThatThrownBy(() -> open(Map.of("coffer.vault.key-file", missing), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(missing);
        assertThatThrownBy(() -> open(Map.of("coffer.vault.key", "c2hvcnQ="), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private Vault open(Map<String, Object> properties, boolean embedded) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        var keys = VaultKeySource.of(environment, embedded, data);
        return new VaultOpening(keys, database.runtime(), () -> Instant.EPOCH).open();
    }
}
