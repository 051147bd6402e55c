package io.coffer.query.accounts;

import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.query.kernel.Booked;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of a contract before its time, as far as it has come.
 *
 * @param pending the plan that waits for its approval
 * @param executedAt when a plan was carried out for the last time
 * @param position of the request, for lists
 */
record Termination(
        String reason,
        String requestedBy,
        Instant requestedAt,
        Optional<TerminationPlanAgreed> pending,
        Optional<Instant> executedAt,
        long position) {

    static Optional<Termination> after(Optional<Termination> before, TerminationEvent event, Booked booked) {
        return switch (event) {
            case TerminationRequested e ->
                Optional.of(new Termination(
                        e.reason(),
                        e.requestedBy(),
                        booked.bookedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        booked.position()));
            case TerminationWithdrawn _ -> Optional.empty();
            case TerminationPlanAgreed e -> before.map(known -> known.with(Optional.of(e), known.executedAt));
            case TerminationPlanRejected _ -> before.map(known -> known.with(Optional.empty(), known.executedAt));
            case TerminationExecuted _ ->
                before.map(known -> known.with(Optional.empty(), Optional.of(booked.bookedAt())));
        };
    }

    boolean isExecuted() {
        return executedAt.isPresent();
    }

    private Termination with(Optional<TerminationPlanAgreed> plan, Optional<Instant> executed) {
        return new Termination(reason, requestedBy, requestedAt, plan, executed, position);
    }
}
