package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.AbstractDataSource;

@DisplayName("The lead of a job")
class LeadershipTest {

    private final DataSource pool = Platform.pool(Platform.shared(), "projections");
    private final Leadership first = new Leadership(pool, "job");
    private final Leadership second = new Leadership(pool, "job");

    @AfterEach
    void give_it_up() {
        first.close();
        second.close();
    }

    @Test
    void is_one_nodes_until_it_gives_it_up() {
        assertThat(first.isOurs()).isTrue();
        assertThat(second.isOurs()).isFalse();
        assertThat(first.isOurs()).isTrue();

        first.close();

        assertThat(second.isOurs()).isTrue();
        assertThat(first.isOurs()).isFalse();
    }

    @Test
    void of_another_job_is_another_lead() {
        try (var other = new Leadership(pool, "another job")) {
            assertThat(first.isOurs()).isTrue();
            assertThat(other.isOurs()).isTrue();
        }
    }

    @Test
    void goes_to_another_node_when_the_session_dies() {
        assertThat(first.isOurs()).isTrue();

        Platform.jdbc(Platform.shared(), "projections")
                .sql("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted"
                        + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('job', 0)")
                .query((row, _) -> row.getBoolean(1))
                .list();

        assertThat(second.isOurs()).isTrue();
        assertThat(first.isOurs()).isFalse();
    }

    @Test
    void is_nobodys_while_the_server_cannot_be_asked() {
        try (var cut = new Leadership(new NoServer(), "job")) {
            assertThatThrownBy(cut::isOurs).isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    private static final class NoServer extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("No server", "08001");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
