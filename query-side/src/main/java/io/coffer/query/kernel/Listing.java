package io.coffer.query.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One page of a read model's objects, in the order in which they began: its table has {@code first_position} for that.
 *
 * @param list how its cursors name it
 * @param equal what columns must hold; their names are ours, never a caller's
 */
public record Listing(String projection, String list, Map<String, String> equal, long after, int limit) {

    public Listing {
        equal = Map.copyOf(equal);
    }

    /** The first objects of a read model, whatever they hold. */
    public static Listing of(String projection, String list) {
        return new Listing(projection, list, Map.of(), 0, 0);
    }

    /** Only those whose column holds this; all of them where there is no value. */
    public Listing where(String column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(equal);
        more.put(column, value.toString());
        return new Listing(projection, list, more, after, limit);
    }

    /** The page after this cursor of the same list; a limit that no page may have is refused. */
    public Listing page(@Nullable String cursor, int atMost) {
        return new Listing(
                projection, list, equal, Cursor.read(cursor, Cursor.of(list, 0)).numberAt(0), Page.checked(atMost));
    }

    /** Reads it, each object as {@code view} shows it. */
    public <S, V> Page<V> read(JdbcClient jdbc, Class<S> type, Function<S, V> view, ToLongFunction<V> position) {
        var sql = new StringBuilder("select document from query." + projection + " where first_position > :after");
        equal.keySet().forEach(column -> sql.append(" and " + column + " = :" + column));
        var rows = jdbc.sql(sql.append(" order by first_position limit :limit").toString())
                .param("after", after)
                .param("limit", limit + 1)
                .params(equal)
                .query((row, _) -> view.apply(Documents.read(row.getString("document"), type)))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(list, position.applyAsLong(last)));
    }
}
