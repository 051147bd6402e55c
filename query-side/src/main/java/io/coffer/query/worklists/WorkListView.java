package io.coffer.query.worklists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.Role;
import io.coffer.query.kernel.WorkList;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One work list as a whole.
 *
 * @param owner the role that works it off
 * @param overdue how many of its items should have been worked off by now
 * @param oldestSince since when its oldest item waits; none while it is empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkListView(
        String name,
        Role owner,
        long count,
        long overdue,
        @Nullable Instant oldestSince,
        @Nullable Long oldestAgeSeconds) {

    static WorkListView of(WorkList list, long count, long overdue, @Nullable Instant oldest, Instant now) {
        return new WorkListView(
                list.name(), list.owner(), count, overdue, oldest, oldest == null ? null : age(oldest, now));
    }

    /** Whole seconds; never negative, because the store's clock may be ahead of this process. */
    static long age(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
