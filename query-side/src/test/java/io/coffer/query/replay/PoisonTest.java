package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.money.Money;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.StoredJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@DisplayName("An event that cannot be taken")
class PoisonTest {

    private final ReadSide side = new ReadSide(TestProjections.ledger(), TestProjections.account());
    private final ProjectionHealth health =
            new ProjectionHealth(new Watch(side.databases(), side.log.log(), System::nanoTime));
    private final Sale broken = Sale.of("acme", "C-1");
    private final Sale sound = Sale.of("acme", "C-2");

    @BeforeEach
    void wait_until_both_are_live() {
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void stops_the_ledger_with_its_position_until_it_is_repaired() {
        side.pause();
        side.log.append(broken.opened());
        var poison = side.log.append(broken.recorded("1", Sale.PRICE));
        side.log.append(sound.opened());
        rename(poison, "receipts.Nonsense");
        side.restart();

        ReadSide.await("ledger stands still", () -> failure() != null);

        assertThat(standing().position()).isEqualTo(poison);
        assertThat(standing().reason()).contains("Cannot be read");
        assertThat(side.live("ledger").orElseThrow().position()).isEqualTo(poison - 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        rename(poison, "receipts.BankReceiptRecorded");
        side.awaitHead();

        assertThat(failure()).isNull();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(side.number("select count(*) from query.ledger_journal")).isEqualTo(1);
    }

    @Test
    void that_overdraws_a_sub_ledger_stops_the_ledger_and_raises_the_alarm() {
        side.log.append(broken.opened());
        var poison =
                side.log.append(new EscrowFunded(broken.account(), broken.receipt("9"), Money.yuan(1), Money.yuan(1)));

        ReadSide.await("ledger stands still", () -> failure() != null);

        assertThat(standing().position()).isEqualTo(poison);
        assertThat(side.reads()
                        .queryForMap("select equation, event_name from query.alarm where first_position = ?", poison))
                .containsEntry("equation", "C4")
                .containsEntry("event_name", "accounts.EscrowFunded");
    }

    @Test
    void parks_its_own_aggregate_only_and_is_taken_on_retry() {
        side.pause();
        side.log.append(broken.opened());
        var poison = side.log.append(broken.paidIn().get(2));
        side.log.append(sound.opened());
        rename(poison, "accounts.Nonsense");
        side.restart();
        side.log.append(broken.releasable());
        var head = side.log.append(sound.releasable());

        ReadSide.await(
                "accounts at head", () -> side.live("account").orElseThrow().position() >= head);
        assertThat(letters()).isEqualTo(3);
        assertThat(health.health().getDetails()).containsEntry("account g1 dead letters", 3);
        assertThat(version(sound)).isEqualTo(3);
        assertThat(version(broken)).isEqualTo(1);

        rename(poison, "accounts.EscrowFunded");
        new DeadLetters(side.database.runtime()).requestRetry("account");

        ReadSide.await("no letters", () -> letters() == 0);
        assertThat(version(broken)).isEqualTo(4);
        assertThat(health.health().getDetails()).doesNotContainKey("account g1 dead letters");
    }

    /** From its memory it would write the aggregate as it was before the letter. */
    @Test
    void that_another_node_took_meanwhile_stops_a_feeder_that_remembers() {
        side.pause();
        side.log.append(broken.opened());
        var poison = side.log.append(broken.paidIn().get(2));
        rename(poison, "accounts.Nonsense");
        var first = feeder();
        assertThat(first.next()).isTrue();
        assertThat(first.next()).isFalse();
        assertThat(letters()).isEqualTo(1);

        rename(poison, "accounts.EscrowFunded");
        new DeadLetters(side.database.runtime()).requestRetry("account");
        assertThat(feeder().next()).as("nothing but the letter").isFalse();
        assertThat(letters()).isZero();
        assertThat(version(broken)).isEqualTo(2);
        side.log.append(broken.releasable());

        assertThatThrownBy(first::next).isInstanceOf(BatchTransactions.PositionMoved.class);
        assertThat(feeder().next()).isTrue();
        assertThat(version(broken)).isEqualTo(4);
    }

    private Feeder feeder() {
        return new Feeder(
                TestProjections.account(),
                side.live("account").orElseThrow(),
                side.log.log(),
                new StoredJson(new EventJson(EventCatalog.ofAllEvents())),
                side.databases());
    }

    private Generation.@Nullable Failure failure() {
        return side.live("ledger").map(Generation::failure).orElse(null);
    }

    private Generation.Failure standing() {
        return Objects.requireNonNull(failure());
    }

    private long letters() {
        return side.number("select count(*) from query.dead_letter");
    }

    private long version(Sale sale) {
        return side.number(
                "select version from query.account where id = ?", sale.account().value());
    }

    private void rename(long position, String name) {
        var rows = side.database.asSuperuser();
        var kind = "select store.kind_of(k.aggregate_type, ?, k.revision) from store.event_kind k"
                + " join store.event e on e.kind = k.kind where e.global_index = ?";
        rows.execute("alter table store.event disable trigger event_append_only");
        rows.update("update store.event set kind = (" + kind + ") where global_index = ?", name, position, position);
        rows.execute("alter table store.event enable always trigger event_append_only");
    }
}
