package io.coffer.command.kernel;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import java.time.Instant;

/** One aggregate without any framework: what its rules decide and what its history adds up to. */
public interface PureAggregate {

    Decision<? extends DomainEvent> decide(Command command, Given given);

    void apply(DomainEvent event, Instant bookedAt);

    Object state();
}
