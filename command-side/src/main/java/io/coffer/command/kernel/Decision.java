package io.coffer.command.kernel;

import io.coffer.api.kernel.Rejection;
import java.util.List;
import java.util.Optional;

/** What a rule decided: facts to record, or the reason why nothing happens. */
public sealed interface Decision<E> {

    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> acceptAll(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** The wish is fulfilled already; a repeat changes nothing. */
    static <E> Decision<E> alreadyDone() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> reject(Rejection reason) {
        return new Rejected<>(reason);
    }

    /** Rejects for the first guard that objects, otherwise decides. */
    static <E> Decision<E> unless(
            Optional<? extends Rejection> objection, java.util.function.Supplier<Decision<E>> decide) {
        return objection.<Decision<E>>map(Rejected::new).orElseGet(decide);
    }

    record Accepted<E>(List<E> events) implements Decision<E> {}

    record Rejected<E>(Rejection reason) implements Decision<E> {}
}
