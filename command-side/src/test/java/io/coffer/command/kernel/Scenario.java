package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Given a history, when somebody commands, then facts or a refusal; every decision is asked for twice and must be pure. */
public final class Scenario {

    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final PureAggregate aggregate;
    private Instant now = NOON;

    private Scenario(PureAggregate aggregate) {
        this.aggregate = aggregate;
    }

    public static Scenario of(PureAggregate aggregate) {
        return new Scenario(aggregate);
    }

    public Scenario given(DomainEvent... events) {
        return given(List.of(events));
    }

    public Scenario given(List<? extends DomainEvent> events) {
        events.forEach(event -> aggregate.apply(event, now));
        return this;
    }

    public Scenario after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Then when(Command command, Actor actor) {
        var given = new Given(actor, now);
        var before = aggregate.state();
        var decision = aggregate.decide(command, given);
        assertThat(aggregate.decide(command, given))
                .as("the same decision on the same facts")
                .isEqualTo(decision);
        assertThat(aggregate.state()).as("a decision changes no state").isEqualTo(before);
        return new Then(decision, this);
    }

    /** What was decided. */
    public record Then(Decision<? extends DomainEvent> decision, Scenario scenario) {

        public void records(DomainEvent... events) {
            assertThat(decision).isEqualTo(Decision.acceptAll(List.of(events)));
        }

        public void changesNothing() {
            assertThat(decision).isEqualTo(Decision.alreadyDone());
        }

        public void isRefused(Rejection reason) {
            assertThat(decision).isEqualTo(Decision.reject(reason));
        }

        /** Goes on with what was recorded. */
        public Scenario then() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return decision instanceof Decision.Accepted<? extends DomainEvent>(var events)
                    ? scenario.given(events)
                    : scenario;
        }
    }
}
