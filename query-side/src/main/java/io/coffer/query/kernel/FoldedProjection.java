package io.coffer.query.kernel;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.TEXT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the state of every aggregate of a {@link Folding} as one document, and beside it the columns that it is searched
 * by. A broken aggregate is parked; the others go on.
 */
public final class FoldedProjection<S> implements Projection {

    private static final List<Columns.Type> OWN = List.of(TEXT, TEXT, BIGINT, BIGINT, TEXT);

    // A state of an account is some kilobytes in memory.
    private static final int REMEMBERED = 10_000;

    private final Folding<S> folding;
    private final RecentStates<S> recent;

    public FoldedProjection(Folding<S> folding) {
        this(folding, RecentStates.none());
    }

    private FoldedProjection(Folding<S> folding, RecentStates<S> recent) {
        this.folding = folding;
        this.recent = recent;
    }

    @Override
    public FoldedProjection<S> forOneFeeder() {
        return new FoldedProjection<>(folding, RecentStates.upTo(REMEMBERED));
    }

    @Override
    public String name() {
        return folding.name();
    }

    @Override
    public boolean concerns(String aggregateId) {
        return aggregateId.startsWith(folding.prefix());
    }

    @Override
    public boolean parks() {
        return true;
    }

    @Override
    public void apply(List<Booked> events, JdbcTemplate rows) {
        var states = load(events, rows);
        var steps = new ArrayList<Folding.Step<S>>();
        var last = new LinkedHashMap<String, Booked>();
        for (var event : events) {
            var before = states.get(event.aggregateId());
            var after = folding.after(before, event);
            states.put(event.aggregateId(), after);
            last.put(event.aggregateId(), event);
            steps.add(new Folding.Step<>(before, after, event));
        }
        write(last.values(), states, rows);
        folding.writeMore(steps, rows);
        last.keySet().forEach(id -> recent.put(id, states.get(id)));
    }

    private Map<String, S> load(List<Booked> events, JdbcTemplate rows) {
        var states = new HashMap<String, S>();
        var unknown = new LinkedHashSet<String>();
        for (var event : events) {
            var state = recent.get(event.aggregateId());
            if (state == null) {
                unknown.add(event.aggregateId());
            } else {
                states.put(event.aggregateId(), state);
            }
        }
        if (unknown.isEmpty()) {
            return states;
        }
        rows.query(
                "select id, document from " + folding.name() + " where id = any (cast(? as text[]))",
                row -> {
                    states.put(row.getString("id"), Documents.read(row.getString("document"), folding.type()));
                },
                (Object) unknown.toArray(String[]::new));
        return states;
    }

    private void write(Collection<Booked> last, Map<String, S> states, JdbcTemplate rows) {
        var searched = folding.searched();
        var types = Stream.concat(OWN.stream(), searched.stream().map(Searched::type));
        var documents = new Columns(types.toArray(Columns.Type[]::new));
        last.forEach(
                event -> documents.add(row(event, Objects.requireNonNull(states.get(event.aggregateId())), searched)));
        var names = searched.stream().map(Searched::column).toList();
        var replaced = Stream.concat(Stream.of("version", "position", "document"), names.stream())
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        documents.insert(
                rows,
                folding.name() + " (id, tenant, version, position, document"
                        + names.stream().map(name -> ", " + name).collect(Collectors.joining()) + ")",
                "on conflict (id) do update set " + replaced);
    }

    private @Nullable Object[] row(Booked event, S state, List<Searched<S>> searched) {
        var row = new ArrayList<@Nullable Object>();
        row.add(event.aggregateId());
        row.add(event.event().source().owner().asTenant().map(Object::toString).orElse(null));
        row.add(event.sequence());
        row.add(event.position());
        row.add(Documents.write(state));
        searched.forEach(column -> row.add(column.value().apply(state)));
        return row.toArray();
    }
}
