package io.coffer.query.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model that is one pure fold per aggregate; the same fold answers for any instant. */
public interface Folding<S> {

    /** The projection's name, which is also its table's. */
    String name();

    /** How the identities of its aggregates begin. */
    String prefix();

    Class<S> type();

    /** What the projection's SQL has beside the document, in any order. */
    default List<Searched<S>> searched() {
        return List.of();
    }

    /** The state after an event; the first one finds none. */
    S after(@Nullable S before, Booked event);

    /** One event's step from state to state. */
    record Step<S>(@Nullable S before, S after, Booked event) {}

    /** Rows beside the folded one. */
    default void writeMore(List<Step<S>> steps, JdbcTemplate rows) {}
}
