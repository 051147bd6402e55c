package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.platform.Side;
import io.coffer.platform.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A server of the operator's own")
class OutsideServerTest {

    private final Database database = Platform.shared().getBean(Database.class);

    @Test
    void is_migrated_by_two_nodes_that_start_at_the_same_moment() throws Exception {
        for (var round = 1; round <= 3; round++) {
            var fresh = freshDatabase("twins_" + round);
            var together = new CyclicBarrier(2);
            Callable<Integer> node = () -> {
                together.await();
                new SchemaMigrations(Side.BOTH).run(fresh);
                return 1;
            };
            try (var nodes = Executors.newFixedThreadPool(2)) {
                for (var outcome : nodes.invokeAll(List.of(node, node))) {
                    assertThat(outcome.get()).isEqualTo(1);
                }
            }
            assertThat(JdbcClient.create(fresh.unpooled(fresh.owner()))
                            .sql("select count(*) from command.flyway_schema_history where version = '9001'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void gets_the_schemas_of_the_side_that_runs_and_no_others() {
        var fresh = freshDatabase("one_side");
        new SchemaMigrations(Side.QUERY).run(fresh);
        assertThat(JdbcClient.create(fresh.unpooled(fresh.owner()))
                        .sql("select nspname from pg_namespace where nspname in ('store', 'command', 'query')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("store", "query");
    }

    @Test
    void is_refused_when_its_runtime_role_does_not_wait_for_the_disk() {
        var guard = new DatabaseGuard(false, List.of());
        assertThatCode(() -> guard.check(database)).doesNotThrowAnyException();
        asSuperuser("alter role coffer_runtime set synchronous_commit = off");
        try {
            assertThatThrownBy(() -> guard.check(database))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit is off");
        } finally {
            asSuperuser("alter role coffer_runtime reset synchronous_commit");
        }
    }

    @Test
    void is_found_by_the_short_variables() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "variables", Map.of("COFFER_DB_URL", "jdbc:postgresql://h/c", "COFFER_DB_OWNER_USER", "boss")));
        new DatabaseVariables().postProcessEnvironment(environment, new SpringApplication(Object.class));
        var properties = Binder.get(environment).bindOrCreate("coffer.database", DatabaseProperties.class);
        assertThat(properties.url()).isEqualTo("jdbc:postgresql://h/c");
        assertThat(properties.owner().user()).isEqualTo("boss");
        assertThat(properties.runtime().isComplete()).isFalse();
    }

    private OutsideDatabase freshDatabase(String name) {
        asSuperuser("create database " + name + " owner coffer_owner");
        return new OutsideDatabase(
                database.url().replaceFirst("/coffer$", "/" + name), database.owner(), database.runtime());
    }

    private void asSuperuser(String sql) {
        var embedded = (EmbeddedDatabase) database;
        JdbcClient.create(Database.unpooled(embedded.url("postgres"), embedded.superuser()))
                .sql(sql)
                .update();
    }
}
