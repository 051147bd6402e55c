package io.coffer.query.audit;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.kernel.Actor;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events in the order of the log, from any position: a tenant's own, or all for the institution. */
@RestController
class FeedController {

    private static final int LIMIT_MAX = 1_000;
    private static final int READ_AT_ONCE = 1_000;
    // One request looks at this many events at most; a tenant with few events among many simply asks again.
    private static final int LOOKED_AT_MAX = 20_000;

    private final BookedLog log;

    FeedController(BookedLog log) {
        this.log = log;
    }

    /**
     * A part of the feed.
     *
     * @param next where to go on, also when nothing of yours was found
     */
    record Feed(List<EventView> events, long next) {}

    @GetMapping("/v1/feed")
    ResponseEntity<Feed> feed(
            Actor actor,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var mine = visibleTo(actor);
        var size = Page.checked(limit, LIMIT_MAX);
        if (after < 0) {
            throw new EdgeException(EdgeProblem.FIELD_INVALID, "after is a position, 0 or more.");
        }
        var head = Reads.await(minPosition, log.events()::head);
        return Reads.answer(head, read(after, size, mine));
    }

    private Feed read(long after, int size, Predicate<String> mine) {
        var found = new ArrayList<EventView>();
        var position = after;
        for (var looked = 0; looked < LOOKED_AT_MAX && found.size() < size; looked += READ_AT_ONCE) {
            var stored = log.events().after(position, READ_AT_ONCE);
            for (var event : stored) {
                if (found.size() == size) {
                    break;
                }
                position = event.position();
                if (mine.test(event.aggregateId())) {
                    found.add(EventView.of(event, log.json()));
                }
            }
            if (stored.size() < READ_AT_ONCE) {
                break;
            }
        }
        return new Feed(found, position);
    }

    private static Predicate<String> visibleTo(Actor actor) {
        var tenant = Visibility.onlyTenant(actor);
        if (tenant.isEmpty()) {
            Visibility.institution(actor, AUDITOR, OPERATOR);
            return _ -> true;
        }
        var prefixes = List.of("EA:" + tenant.get() + ":", "PY:" + tenant.get() + ":", "AR:" + tenant.get() + ":");
        return id -> prefixes.stream().anyMatch(id::startsWith);
    }
}
