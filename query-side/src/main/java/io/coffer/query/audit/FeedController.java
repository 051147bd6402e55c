package io.coffer.query.audit;

import static io.coffer.api.kernel.Role.AUDITOR;
import static io.coffer.api.kernel.Role.OPERATOR;

import io.coffer.api.kernel.Actor;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.query.kernel.BookedLog;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events in the order of the log, from any position: a tenant's own, or all for the institution. */
@RestController
class FeedController {

    private static final int LIMIT_MAX = 1_000;

    private final BookedLog log;
    private final Reads reads;

    FeedController(BookedLog log, Reads reads) {
        this.log = log;
        this.reads = reads;
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
        var tenant = Visibility.onlyTenant(actor);
        if (tenant.isEmpty()) {
            Visibility.institution(actor, AUDITOR, OPERATOR);
        }
        var size = Page.checked(limit, LIMIT_MAX);
        if (after < 0) {
            throw new EdgeException(EdgeProblem.FIELD_INVALID, "after is a position, 0 or more.");
        }
        return tenant.isPresent()
                ? reads.from(
                        FeedProjection.NAME,
                        minPosition,
                        (position, jdbc) -> ofTenant(tenant.get(), after, size, new Upto(position, new Feeds(jdbc))))
                : ofAll(after, size, minPosition);
    }

    /** The feeds as of a position. */
    private record Upto(long position, Feeds feeds) {}

    private Feed ofTenant(String tenant, long after, int size, Upto upto) {
        var positions = upto.feeds().positions(tenant, after, size);
        // A full part ends with its last event; any other reaches as far as the feed did before it was read.
        var next = positions.size() == size ? positions.getLast() : Math.max(after, upto.position());
        var known = positions.stream().filter(position -> position <= next).toList();
        return new Feed(views(Feeds.at(known, log.events())), next);
    }

    private ResponseEntity<Feed> ofAll(long after, int size, @Nullable Long minPosition) {
        var head = Reads.await(minPosition, log.events()::head);
        var events = log.events().after(after, size);
        return Reads.answer(
                head,
                new Feed(
                        views(events),
                        events.isEmpty() ? after : events.getLast().position()));
    }

    private List<EventView> views(List<StoredEvent> events) {
        return events.stream().map(event -> EventView.of(event, log.json())).toList();
    }
}
