package io.coffer.query.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows; none on the last one
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    public static final String DEFAULT_LIMIT = "50";
    private static final int LIMIT_MAX = 200;

    /** Made of one row more than asked for, which only tells that there is more. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> cursorAfter) {
        if (oneMore.size() <= limit) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        var items = List.copyOf(oneMore.subList(0, limit));
        return new Page<>(items, cursorAfter.apply(items.getLast()).text());
    }

    public static int checked(int limit) {
        return checked(limit, LIMIT_MAX);
    }

    public static int checked(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new EdgeException(EdgeProblem.FIELD_INVALID, "limit is 1 to " + most + ".");
        }
        return limit;
    }
}
