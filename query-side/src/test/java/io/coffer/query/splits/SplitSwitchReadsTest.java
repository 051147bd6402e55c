package io.coffer.query.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import io.coffer.query.splits.SplitSwitchController.SplitSwitchView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of the switches of merchants' splits")
class SplitSwitchReadsTest {

    private static final Actor OPERATOR = Actor.institution("olga", Set.of(Role.OPERATOR));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final Actor ACME = Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));
    private static final SplitSwitchId ONE = new SplitSwitchId("SS:acme:M-1");
    private static final SplitSwitchId TWO = new SplitSwitchId("SS:acme:M-2");

    private final ReadSide side = new ReadSide(TestProjections.splitSwitch());
    private final SplitSwitchController switches = new SplitSwitchController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.splitSwitch())));

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void show_who_stopped_splits_of_which_merchant_and_who_wants_them_back() {
        var first = side.log.append(new SplitsStopped(ONE, 1, "C5", "policy:splits"));
        var second = side.log.append(new SplitsStopped(TWO, 1, "DRILL", "olga"));
        side.log.append(new SplitsResumptionRequested(ONE, 1, 1, "SEEN", "olga"));

        assertThat(read(OPERATOR))
                .containsExactly(
                        new SplitSwitchView(
                                "SS:acme:M-1",
                                true,
                                1,
                                "C5",
                                "policy:splits",
                                "olga",
                                TestLog.NOON,
                                TestLog.NOON,
                                first,
                                1),
                        new SplitSwitchView(
                                "SS:acme:M-2", true, 1, "DRILL", "olga", null, TestLog.NOON, TestLog.NOON, second, 0));
        assertThat(read(ACME).getFirst())
                .isEqualTo(new SplitSwitchView(
                        "SS:acme:M-1", true, 1, null, null, null, TestLog.NOON, TestLog.NOON, first, 1));
        assertThat(waiting()).containsExactly("SS:acme:M-1 C5", "SS:acme:M-2 DRILL");

        side.log.append(new SplitsResumed(ONE, 1, Optional.empty()));
        assertThat(read(ACME).getFirst().stopped()).isFalse();
        assertThat(read(ACME).getFirst().resumeRequestedBy()).isNull();
        assertThat(waiting()).containsExactly("SS:acme:M-2 DRILL");
        assertThat(read(RIVAL)).isEmpty();
        assertThatThrownBy(() -> switches.all(ADAPTER, null, 50, null)).hasMessage("NOT_PERMITTED");

        var again = side.log.append(new SplitsStopped(ONE, 2, "C5", "policy:splits"));
        assertThat(read(OPERATOR)).extracting(SplitSwitchView::position).containsExactly(second, again);
    }

    @Test
    void begin_with_a_stop() {
        var event = new SplitsResumed(ONE, 1, Optional.empty());
        var booked = new Booked(1, ONE.value(), 0, TestLog.NOON, "splits.SplitsResumed", Map.of(), event);

        assertThatThrownBy(() -> new SplitSwitchFolding().after(null, booked)).isInstanceOf(Poison.class);
    }

    private List<SplitSwitchView> read(Actor actor) {
        side.awaitHead();
        return Objects.requireNonNull(switches.all(actor, null, 50, null).getBody())
                .items();
    }

    private List<String> waiting() {
        return side.texts("select id || ' ' || detail from ("
                + new SplitConfiguration().stoppedSplits().rows() + ") waiting order by position");
    }
}
