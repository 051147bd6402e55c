package io.coffer.query.kernel;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.JSON;
import static io.coffer.query.kernel.Columns.Type.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the state of every aggregate of a {@link Folding} as one document. What lists filter by are generated columns of
 * the projection's own SQL. A broken aggregate is parked; the others go on.
 */
public final class FoldedProjection<S> implements Projection {

    private final Folding<S> folding;

    public FoldedProjection(Folding<S> folding) {
        this.folding = folding;
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
        var documents = new Columns(TEXT, TEXT, BIGINT, BIGINT, JSON);
        last.values().forEach(event -> documents.add(row(event, states)));
        documents.insert(
                rows,
                folding.name() + " (id, tenant, version, position, document)",
                "on conflict (id) do update set version = excluded.version, position = excluded.position,"
                        + " document = excluded.document");
        folding.writeMore(steps, rows);
    }

    private Map<String, S> load(List<Booked> events, JdbcTemplate rows) {
        var states = new HashMap<String, S>();
        var ids = events.stream().map(Booked::aggregateId).distinct().toArray(String[]::new);
        rows.query(
                "select id, document from " + folding.name() + " where id = any (cast(? as text[]))",
                row -> {
                    states.put(row.getString("id"), Documents.read(row.getString("document"), folding.type()));
                },
                (Object) ids);
        return states;
    }

    private @Nullable Object[] row(Booked event, Map<String, S> states) {
        return new @Nullable Object[] {
            event.aggregateId(),
            event.event().source().owner().asTenant().map(Object::toString).orElse(null),
            event.sequence(),
            event.position(),
            Documents.write(states.get(event.aggregateId()))
        };
    }
}
