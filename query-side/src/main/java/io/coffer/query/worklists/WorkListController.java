package io.coffer.query.worklists;

import io.coffer.api.kernel.Actor;
import io.coffer.platform.time.CofferClock;
import io.coffer.query.kernel.Cursor;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import io.coffer.query.kernel.WorkList;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that waits for people. A tenant sees what is its own. */
@RestController
@RequestMapping("/v1/work-lists")
class WorkListController {

    /** Cursors of before were of positions alone. */
    private static final int POSITION = 1;

    private static final int PLACE = 3;

    private final Reads reads;
    private final CofferClock clock;
    private final List<WorkList> lists;

    WorkListController(Reads reads, CofferClock clock, List<WorkList> lists) {
        this.reads = reads;
        this.clock = clock;
        this.lists = lists.stream().sorted(Comparator.comparing(WorkList::name)).toList();
    }

    /** The position is of the list that is furthest behind. */
    @GetMapping
    ResponseEntity<List<WorkListView>> all(
            Actor actor, @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var tenant = Visibility.onlyTenant(actor).orElse(null);
        var answers = lists.stream()
                .map(list -> reads.at(list.projection(), minPosition, jdbc -> whole(jdbc, list, tenant)))
                .toList();
        var position = answers.stream().mapToLong(Reads.At::position).min().orElse(0);
        return Reads.answer(position, answers.stream().map(Reads.At::answer).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<Page<WorkItem>> one(
            Actor actor,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var tenant = Visibility.onlyTenant(actor).orElse(null);
        var list = lists.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Visibility.missing(name));
        var after = Cursor.read(cursor, Cursor.of("work-list " + name, 0, "", ""), Set.of(POSITION, PLACE));
        var size = Page.checked(limit);
        return reads.from(list.projection(), minPosition, jdbc -> {
            var now = clock.instant();
            var rows = jdbc.sql("select * from (select waiting.*, md5(coalesce(detail, '')) as tie from (" + list.rows()
                            + """
                            ) waiting) placed
                             where (position > :after or position = :after and cast(:id as text) is not null
                                     and (id collate "C", tie collate "C") > (:id collate "C", :tie collate "C"))
                               and (cast(:tenant as text) is null or tenant = :tenant)
                             order by position, id collate "C", tie collate "C" limit :limit
                            """)
                    .param("after", after.numberAt(0))
                    .param("id", after.size() == PLACE ? after.at(1) : null)
                    .param("tie", after.size() == PLACE ? after.at(2) : null)
                    .param("tenant", tenant)
                    .param("limit", size + 1)
                    .query((row, _) -> new Placed(WorkItem.of(row, list.owner(), now), row.getString("tie")))
                    .list();
            var page = Page.of(rows, size, placed -> placed.after(name));
            return new Page<>(page.items().stream().map(Placed::item).toList(), page.next());
        });
    }

    /** An item in its place: several may wait because of one event, and some of them are told apart by their detail only. */
    private record Placed(WorkItem item, String tie) {

        Cursor after(String list) {
            return Cursor.of("work-list " + list, item.position(), item.id(), tie);
        }
    }

    private WorkListView whole(JdbcClient jdbc, WorkList list, @Nullable String tenant) {
        var now = clock.instant();
        return jdbc.sql("""
                        select count(*) as items, count(*) filter (where due <= :now) as overdue, min(since) as oldest
                          from (""" + list.rows() + """
                        ) waiting
                         where cast(:tenant as text) is null or tenant = :tenant
                        """)
                .param("now", Timestamp.from(now))
                .param("tenant", tenant)
                .query((row, _) -> WorkListView.of(
                        list,
                        row.getLong("items"),
                        row.getLong("overdue"),
                        WorkItem.instant(row.getTimestamp("oldest")),
                        now))
                .single();
    }
}
