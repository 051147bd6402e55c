package io.coffer.query.kernel;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column beside a folded state's document: what SQL searches, sorts or lists by.
 *
 * @param value null where the state has none
 */
public record Searched<S>(String column, Columns.Type type, Function<S, @Nullable Object> value) {

    public static <S> Searched<S> text(String column, Function<S, Optional<?>> value) {
        return new Searched<>(
                column, Columns.Type.TEXT, state -> orNull(value.apply(state).map(Object::toString)));
    }

    public static <S> Searched<S> number(String column, Function<S, Optional<Long>> value) {
        return new Searched<>(column, Columns.Type.BIGINT, state -> orNull(value.apply(state)));
    }

    public static <S> Searched<S> flag(String column, Function<S, Boolean> value) {
        return new Searched<>(column, Columns.Type.BOOLEAN, value::apply);
    }

    private static @Nullable Object orNull(Optional<?> value) {
        return value.orElse(null);
    }
}
