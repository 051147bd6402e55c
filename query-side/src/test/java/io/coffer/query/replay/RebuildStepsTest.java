package io.coffer.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.web.RejectionException;
import io.coffer.query.Sale;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.ProjectionTables;
import io.coffer.query.kernel.StoredJson;
import io.coffer.query.replay.RebuildController.Swap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

@DisplayName("An operator's rebuild")
class RebuildStepsTest {

    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor AUDITOR = Actor.institution("ann", Set.of(Role.AUDITOR));

    private final ReadSide side = new ReadSide(TestProjections.account());
    private final RebuildController rebuilds = new RebuildController(
            List.of(TestProjections.account()),
            side.databases(),
            new BookedLog(side.log.log(), new StoredJson(new EventJson(EventCatalog.ofAllEvents()))));

    @BeforeEach
    void sell() {
        side.log.append(Sale.of("acme", "C-1").opened());
        side.log.append(Sale.of("acme", "C-1").paidIn());
        side.awaitHead();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void waits_for_the_word_when_it_was_asked_to_and_tells_how_far_it_is() {
        var asked = body(rebuilds.start(OPERATOR, "account", Swap.WHEN_ASKED));
        awaitDone(asked.generation());

        var waiting = progress(asked.generation());
        assertThat(waiting.state()).isEqualTo(Generation.State.BUILDING);
        assertThat(waiting.done())
                .isEqualTo(waiting.total())
                .isEqualTo(side.log.log().head());
        assertThat(liveNumber()).isEqualTo(1);

        rebuilds.swap(OPERATOR, "account", asked.generation());

        ReadSide.await("g2 live", () -> liveNumber() == 2);
        assertThat(progress(2).steps()).extracting(Rebuilds.Asked::step).containsExactly("REQUESTED", "SWAP_ASKED");
        assertThat(progress(2).steps()).extracting(Rebuilds.Asked::askedBy).containsOnly("olga");
    }

    @Test
    void has_what_its_readers_search_by_before_they_see_it() {
        var named = ProjectionTables.of("account").indexes().stream()
                .map(index -> index.replaceAll("(?s)CREATE INDEX IF NOT EXISTS (\\S+) .*", "$1"))
                .toList();
        assertThat(named).hasSize(7);
        rebuilds.start(OPERATOR, "account", Swap.WHEN_ASKED);

        ReadSide.await(
                "g2 indexed",
                () -> side.texts("select indexname from pg_indexes where schemaname = 'query_account_g2'")
                        .containsAll(named));

        assertThat(progress(2).state()).isEqualTo(Generation.State.BUILDING);
        assertThat(liveNumber()).isEqualTo(1);
        rebuilds.swap(OPERATOR, "account", 2);
        ReadSide.await("g2 live", () -> liveNumber() == 2);
    }

    @Test
    void that_is_paused_stands_still_over_a_restart_while_the_live_one_goes_on() {
        var asked = body(rebuilds.start(OPERATOR, "account", Swap.WHEN_ASKED));
        awaitDone(asked.generation());
        var paused = body(rebuilds.pause(OPERATOR, "account", asked.generation()));

        side.restart();
        side.log.append(Sale.of("acme", "C-2").opened());
        side.awaitHead();

        assertThat(progress(2).state()).isEqualTo(Generation.State.PAUSED);
        assertThat(progress(2).done())
                .isEqualTo(paused.done())
                .isLessThan(side.log.log().head());
        assertThat(body(rebuilds.pause(OPERATOR, "account", 2)).state()).isEqualTo(Generation.State.PAUSED);

        rebuilds.swap(OPERATOR, "account", 2);
        rebuilds.resume(OPERATOR, "account", 2);

        ReadSide.await("g2 live", () -> liveNumber() == 2);
        assertThat(side.number("select count(*) from query.account")).isEqualTo(2);
    }

    @Test
    void that_was_paused_before_it_began_begins_when_it_is_resumed() {
        side.pause();
        rebuilds.start(OPERATOR, "account", Swap.AT_CATCH_UP);
        assertThat(body(rebuilds.pause(OPERATOR, "account", 2)).startedAt()).isNull();
        side.restart();
        side.awaitHead();

        assertThat(body(rebuilds.resume(OPERATOR, "account", 2)).state()).isEqualTo(Generation.State.REQUESTED);

        ReadSide.await("g2 live", () -> liveNumber() == 2);
    }

    @Test
    void that_is_cancelled_leaves_the_live_one_alone_and_no_schema() {
        rebuilds.start(OPERATOR, "account", Swap.WHEN_ASKED);
        awaitDone(2);

        rebuilds.cancel(OPERATOR, "account", 2);

        ReadSide.await("g2 dropped", () -> progress(2).state() == Generation.State.DROPPED);
        assertThat(side.texts("select nspname from pg_namespace where nspname like 'query\\_account\\_g%'"))
                .containsExactly("query_account_g1");
        assertThat(liveNumber()).isEqualTo(1);
        assertThat(side.number("select count(*) from query.account")).isEqualTo(1);
        assertThatThrownBy(() -> rebuilds.resume(OPERATOR, "account", 2)).hasMessage("NOT_IN_THIS_STATE");
        assertThat(body(rebuilds.start(OPERATOR, "account", Swap.AT_CATCH_UP)).generation())
                .isEqualTo(3);
    }

    @Test
    void is_refused_for_a_live_generation_an_unknown_one_and_to_all_but_operators() {
        assertThatThrownBy(() -> rebuilds.cancel(OPERATOR, "account", 1))
                .isInstanceOf(RejectionException.class)
                .hasMessage("NOT_IN_THIS_STATE");
        assertThatThrownBy(() -> rebuilds.pause(OPERATOR, "account", 1)).hasMessage("NOT_IN_THIS_STATE");
        assertThatThrownBy(() -> rebuilds.pause(OPERATOR, "account", 9)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> rebuilds.start(OPERATOR, "nothing", Swap.AT_CATCH_UP))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> rebuilds.start(AUDITOR, "account", Swap.AT_CATCH_UP))
                .hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> rebuilds.cancel(AUDITOR, "account", 1)).hasMessage("NOT_PERMITTED");
        assertThat(body(rebuilds.progress(AUDITOR, "account", 1)).state()).isEqualTo(Generation.State.LIVE);
    }

    private void awaitDone(int generation) {
        ReadSide.await(
                "built", () -> progress(generation).done() == side.log.log().head());
    }

    private RebuildView progress(int generation) {
        return body(rebuilds.progress(OPERATOR, "account", generation));
    }

    private int liveNumber() {
        return side.live("account").orElseThrow().id().number();
    }

    private static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
