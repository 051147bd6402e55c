package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The embedded database")
class EmbeddedDatabaseTest {

    private final ConfigurableApplicationContext platform = Platform.shared();
    private final Path data = platform.getBean(DataDirectory.class).path();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"})
    void has_its_durability_on(String setting) {
        assertThat(show(setting)).isEqualTo("on");
    }

    @Test
    void listens_on_loopback_only() {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void asks_for_the_password() {
        var database = platform.getBean(Database.class);
        var guessed = Database.unpooled(database.url(), new Credential("coffer_runtime", "guessed"));
        assertThatThrownBy(guessed::getConnection).hasMessageContaining("password authentication failed");
    }

    @Test
    void keeps_its_passwords_for_its_own_user() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.passwords"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void lets_the_runtime_role_append_to_the_store_and_change_nothing() {
        var store = Platform.jdbc(platform, "store");
        store.sql("insert into store.probe values ('appended')").update();
        assertDenied(store, "update store.probe set line = 'changed'");
        assertDenied(store, "delete from store.probe");
        assertDenied(store, "truncate store.probe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "command", "query", "public"})
    void lets_the_runtime_role_create_no_table(String schema) {
        assertDenied(Platform.jdbc(platform, "store"), "create table " + schema + ".mine (line text)");
        assertDenied(Platform.jdbc(platform, "store"), "create schema mine");
    }

    @Test
    void lets_the_runtime_role_keep_rows_of_both_sides() {
        for (var side : new String[] {"command", "query"}) {
            var jdbc = Platform.jdbc(platform, "store");
            jdbc.sql("insert into " + side + ".probe values ('written')").update();
            assertThat(jdbc.sql("update " + side + ".probe set line = 'changed'")
                            .update())
                    .isPositive();
            assertThat(jdbc.sql("delete from " + side + ".probe").update()).isPositive();
            assertDenied(jdbc, "delete from " + side + ".flyway_schema_history");
        }
    }

    @Test
    void lets_the_reads_only_read() {
        assertThatThrownBy(() -> Platform.jdbc(platform, "reads")
                        .sql("insert into query.probe values ('written')")
                        .update())
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "command", "policies", "reads", "projections", "owner"})
    void is_reached_through_a_pool_for_each_purpose(String purpose) {
        var name = JdbcClient.create(Platform.pool(platform, purpose))
                .sql("select current_setting('application_name') || ' as ' || current_user")
                .query(String.class)
                .single();
        assertThat(name)
                .isEqualTo("coffer-" + purpose + " as coffer_" + ("owner".equals(purpose) ? "owner" : "runtime"));
    }

    @Test
    void says_in_its_health_that_checksums_are_on() {
        var health = platform.getBean(DatabaseHealth.class).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("checksums", "on").containsEntry("embedded", true);
    }

    @Test
    void refuses_a_second_start_in_the_same_process() {
        for (var attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> Platform.startIn(data))
                    .hasRootCauseInstanceOf(StartRefused.class)
                    .hasRootCauseMessage("The data directory " + data + " is in use by another Coffer, process "
                            + ProcessHandle.current().pid() + ".");
        }
    }

    @Test
    void leaves_out_what_a_command_side_has_no_use_for() {
        var properties = new HashMap<>(Platform.outside(platform.getBean(Database.class)));
        properties.put("coffer.side", "command");
        try (var commandSide = Platform.start(properties)) {
            assertThat(commandSide.containsBean("commandDataSource")).isTrue();
            assertThat(commandSide.containsBean("ownerDataSource")).isFalse();
            assertThat(commandSide.containsBean("readsDataSource")).isFalse();
        }
    }

    @Test
    void is_not_started_for_the_issuer() {
        try (var issuer = Platform.start(Map.of("coffer.side", "issuer"))) {
            assertThat(issuer.getBeanNamesForType(Database.class)).isEmpty();
        }
    }

    private String show(String setting) {
        return Platform.jdbc(platform, "store")
                .sql("show " + setting)
                .query(String.class)
                .single();
    }

    private static void assertDenied(JdbcClient jdbc, String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
