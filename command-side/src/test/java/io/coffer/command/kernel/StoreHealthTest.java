package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayName("The health of the store")
class StoreHealthTest {

    private static final String TAKE_LOCK = "SELECT pg_advisory_lock(x'434f46464552'::bigint)";

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);
    private final StoreHealth health = new StoreHealth(node.engine(), node.news());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void is_bad_while_another_writer_keeps_everyone_waiting_and_good_again_without_any_append() throws SQLException {
        assertThat(status()).isEqualTo(Status.UP);
        try (var dead = database.runtime("store").getConnection();
                var statement = dead.createStatement()) {
            statement.execute(TAKE_LOCK);

            assertThat(status()).isEqualTo(Status.DOWN);
        }
        assertThat(status()).isEqualTo(Status.UP);
        assertThat(node.log().head()).isZero();
    }

    private Status status() {
        return health.health().getStatus();
    }
}
