package io.coffer.command.kernel;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.KernelRejection.StaleVersion;
import io.coffer.api.kernel.Rejection;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Turns a decision into recorded events or a refusal; the one place where rules meet Axon. */
public final class Recording {

    private Recording() {}

    /** Records what was decided. What the caller may not see comes first, then what it decided on, then the rules. */
    public static <E> void record(Decision<E> decision, MetaData metadata) {
        switch (decision) {
            case Decision.Rejected<E>(NotFound reason) -> throw new CommandRejected(reason);
            case Decision.Rejected<E>(NotPermitted reason) -> throw new CommandRejected(reason);
            case Decision.Rejected<E>(Rejection reason) -> {
                staleness(metadata).ifPresent(Recording::refuse);
                refuse(reason);
            }
            case Decision.Accepted<E>(var events) -> {
                staleness(metadata).ifPresent(Recording::refuse);
                events.forEach(AggregateLifecycle::apply);
            }
        }
    }

    private static Optional<Rejection> staleness(MetaData metadata) {
        var actual = Optional.ofNullable(AggregateLifecycle.getVersion()).orElse(-1L);
        return Envelope.expectedVersions(metadata)
                .filter(versions -> !versions.contains(actual))
                .map(versions -> new StaleVersion(versions, actual));
    }

    private static void refuse(Rejection reason) {
        throw new CommandRejected(reason);
    }
}
