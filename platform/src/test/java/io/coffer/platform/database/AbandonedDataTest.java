package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The data of a Coffer that was killed")
@Timeout(60)
class AbandonedDataTest {

    @Test
    void is_taken_over_with_its_server_and_its_rows() throws Exception {
        var data = Platform.freshDirectory("abandoned");
        // An earlier start was killed while it made the cluster.
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/postgresql.conf"), "# cut off");
        var other = startInAnotherProcess(data);
        try {
            assertThatThrownBy(() -> Platform.startIn(data))
                    .hasRootCauseInstanceOf(StartRefused.class)
                    .hasStackTraceContaining("in use by another Coffer, process " + other.pid());
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var orphan = postmaster(data);
        assertThat(orphan.isAlive()).isTrue();
        assertThat(OrphanedServer.serves(orphan, data.resolve("postgres"))).isTrue();

        assertThat(rowsAfterAStartIn(data)).isEqualTo(1);
        assertThat(orphan.isAlive() && OrphanedServer.serves(orphan, data.resolve("postgres")))
                .isFalse();
        assertThat(rowsAfterAStartIn(data)).isEqualTo(1);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

        // The number of the dead server now belongs to somebody else: this very process.
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(rowsAfterAStartIn(data)).isEqualTo(1);
    }

    @Test
    void without_its_passwords_is_refused_and_left_alone() throws IOException {
        var data = Platform.freshDirectory("locked-out");
        Files.createDirectories(data.resolve("postgres"));
        assertThatThrownBy(() -> Platform.startIn(data))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("has lost its passwords");
        assertThat(data.resolve("postgres")).isEmptyDirectory();
    }

    private static int rowsAfterAStartIn(Path data) {
        try (var platform = Platform.startIn(data)) {
            return Platform.jdbc(platform, "store")
                    .sql("select count(*) from store.probe")
                    .query(Integer.class)
                    .single();
        }
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Process startInAnotherProcess(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedCoffer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(DoomedCoffer.READY)) {
                return process;
            }
        }
        throw new IOException("The other process ended before it was ready");
    }
}
