package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The database guard")
class DatabaseGuardTest {

    private static final OutsideDatabase ELSEWHERE = new OutsideDatabase(
            "jdbc:postgresql://127.0.0.1:1/coffer?sslkey=hidden",
            new Credential("coffer_owner", "o"),
            new Credential("coffer_runtime", "r"));

    @Test
    void refuses_a_server_without_fsync() throws IOException {
        var directory = Platform.freshDirectory("without-fsync");
        try (var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .start()) {
            var admin = JdbcClient.create(server.getPostgresDatabase());
            admin.sql("create role coffer_owner login").update();
            admin.sql("create role coffer_runtime login").update();
            assertThatThrownBy(() -> Platform.start(Map.of(
                            "coffer.database.url", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                            "coffer.database.owner.user", "coffer_owner",
                            "coffer.database.owner.password", "any",
                            "coffer.database.runtime.user", "coffer_runtime",
                            "coffer.database.runtime.password", "any")))
                    .hasRootCauseInstanceOf(StartRefused.class)
                    .hasStackTraceContaining("is refused: fsync is off");
            assertThat(admin.sql("select count(*) from pg_namespace where nspname = 'store'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "140099, on, on, on, server_version is 14.99",
        "190000, on, on, on, server_version is 19.0",
        "180006, off, on, on, fsync is off",
        "180006, on, off, on, full_page_writes is off",
        "180006, on, on, off, synchronous_commit is off",
        "180006, on, on, local, synchronous_commit is local"
    })
    void objects_and_names_the_setting(int version, String fsync, String pages, String commit, String reason) {
        assertThat(facts(version, fsync, pages, commit).objection())
                .hasValueSatisfying(objection -> assertThat(objection).startsWith(reason));
    }

    @ParameterizedTest
    @CsvSource({"150000, on", "180006, on", "160003, remote_write", "170001, remote_apply"})
    void accepts_what_waits_for_the_disk(int version, String commit) {
        assertThat(facts(version, "on", "on", commit).objection()).isEmpty();
    }

    @Test
    void objects_to_a_runtime_role_with_the_rights_of_the_owner() {
        var facts = new ServerFacts(180_006, "on", "on", "on", "on", "read committed", false, "coffer_runtime", true);
        assertThat(facts.objection())
                .hasValueSatisfying(objection -> assertThat(objection).contains("rights of the owner"));
    }

    @Test
    void objects_to_a_standby() {
        var facts = new ServerFacts(180_006, "on", "on", "on", "on", "read committed", true, "coffer_runtime", false);
        assertThat(facts.objection())
                .hasValueSatisfying(objection -> assertThat(objection).contains("standby"));
    }

    @Test
    void refuses_built_in_secrets_with_an_outside_database() {
        var guard = new DatabaseGuard(false, List.of(new BuiltInSecret("the demo clients", "COFFER_ISSUER_URI")));
        assertThatThrownBy(() -> guard.check(ELSEWHERE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the demo clients");
    }

    @Test
    void tells_of_an_unreachable_server_without_the_parameters_of_its_url() {
        var guard = new DatabaseGuard(false, List.of());
        assertThatThrownBy(() -> guard.check(ELSEWHERE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/coffer cannot be used")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void refuses_a_server_without_checksums_only_when_they_are_required() {
        var facts = new ServerFacts(180_006, "on", "on", "on", "off", "read committed", false, "coffer_runtime", false);
        assertThatCode(() -> new DatabaseGuard(false, List.of()).judge(ELSEWHERE, facts))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new DatabaseGuard(true, List.of()).judge(ELSEWHERE, facts))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("data_checksums is off");
    }

    @Test
    void refuses_a_url_that_signs_in_as_somebody_else() {
        var facts = new ServerFacts(180_006, "on", "on", "on", "on", "read committed", false, "somebody", false);
        assertThatThrownBy(() -> new DatabaseGuard(false, List.of()).judge(ELSEWHERE, facts))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("signs in as somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Coffer", "robert'); drop schema store; --"})
    void refuses_a_role_without_a_plain_name(String name) {
        var owner = new Credential("coffer_owner", "o");
        assertThatThrownBy(() -> new OutsideDatabase("jdbc:postgresql://h/c", owner, new Credential(name, "r")))
                .isInstanceOf(StartRefused.class);
        assertThatCode(() -> new OutsideDatabase("jdbc:postgresql://h/c", owner, new Credential("app_1", "r")))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_one_role_for_both_purposes() {
        var role = new Credential("coffer", "secret");
        assertThatThrownBy(() -> new OutsideDatabase("jdbc:postgresql://h/c", role, role))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("are the same, coffer");
    }

    private static ServerFacts facts(int version, String fsync, String pages, String commit) {
        return new ServerFacts(version, fsync, pages, commit, "on", "read committed", false, "coffer_runtime", false);
    }
}
