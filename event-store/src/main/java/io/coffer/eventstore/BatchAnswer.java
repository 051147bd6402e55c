package io.coffer.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the store said of a batch.
 *
 * @param before the position before the first event of it
 * @param refused by the number of the append, from 1
 */
record BatchAnswer(List<PendingAppend> appends, long before, Instant bookedAt, Map<Integer, UniqueViolation> refused) {

    /** Tells every caller. */
    void tell() {
        long position = before;
        for (int index = 0; index < appends.size(); index++) {
            PendingAppend pending = appends.get(index);
            UniqueViolation violation = refused.get(index + 1);
            if (violation != null) {
                pending.outcome().completeExceptionally(violation);
                continue;
            }
            long first = position + 1;
            position += pending.append().size();
            pending.outcome().complete(new Appended(pending.append().operationKey(), first, position, bookedAt));
        }
    }
}
