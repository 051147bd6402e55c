package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Clear;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.ClearAll;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Set;
import io.coffer.command.kernel.PolicyRunner.Fact;
import io.coffer.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The deadlines that follow from events")
class PolicyTablesTest {

    private final CommandDatabase database = CommandDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.runtime("command"));
    private final Node node = Node.on(database);
    private final List<DeadlineChange> changes = new ArrayList<>();
    private final PolicyTables tables = node.tables(() -> Scenario.NOON, (_, _) -> List.copyOf(changes));

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void are_told_apart_by_their_names() {
        after(1, new Set("freeze", Scenario.NOON), new Set("payee", Scenario.NOON));
        after(2, new Set("freeze", Scenario.NOON.plusSeconds(1)));
        assertThat(deadlines()).containsExactly("freeze 2", "payee 1");

        after(3, new Clear("payee"));
        assertThat(deadlines()).containsExactly("freeze 2");

        after(4, new ClearAll(), new Set("close", Scenario.NOON));
        assertThat(deadlines()).containsExactly("close 4");
    }

    @Test
    void are_not_moved_by_a_node_that_was_overtaken() {
        after(1, new Set("freeze", Scenario.NOON));
        changes.add(new ClearAll());

        assertThatIllegalStateException().isThrownBy(() -> tables.advance(List.of(fact(1)), 0, 1));
        assertThat(deadlines()).containsExactly("freeze 1");
    }

    private void after(long position, DeadlineChange... wanted) {
        changes.addAll(List.of(wanted));
        tables.advance(List.of(fact(position)), position - 1, position);
        changes.clear();
    }

    private static Fact fact(long position) {
        var stored = new StoredEvent(
                position,
                "EscrowAccount",
                Sale.ACCOUNT.value(),
                position - 1,
                UUID.randomUUID(),
                Scenario.NOON,
                "accounts.AccountClosed",
                null,
                new byte[0],
                new byte[0]);
        return new Fact(stored, new AccountClosed(Sale.ACCOUNT), Map.of());
    }

    private List<String> deadlines() {
        return jdbc.sql("select name || ' ' || cause from deadline order by name")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
