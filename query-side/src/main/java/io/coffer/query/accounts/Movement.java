package io.coffer.query.accounts;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.DATE;
import static io.coffer.query.kernel.Columns.Type.TEXT;
import static io.coffer.query.kernel.Columns.Type.TIMESTAMP;

import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Columns;
import io.coffer.query.kernel.Folding;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** An event that changed a bucket. */
record Movement(Booked booked, Buckets before, Buckets after, String reference) {

    static Optional<Movement> of(Folding.Step<AccountState> step) {
        var prior = step.before();
        var before = prior == null ? Buckets.EMPTY : prior.buckets();
        var after = step.after().buckets();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Movement(step.event(), before, after, reference(step.event())));
    }

    static void write(List<Movement> movements, JdbcTemplate rows) {
        var lines = new Columns(TEXT, BIGINT, TEXT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, TEXT, TIMESTAMP, DATE);
        movements.forEach(movement -> lines.add(movement.row()));
        lines.insert(rows, "account_movement", "");
    }

    private Object[] row() {
        return new Object[] {
            booked.aggregateId(),
            booked.position(),
            booked.name(),
            after.available().minorUnits() - before.available().minorUnits(),
            after.inRelease().minorUnits() - before.inRelease().minorUnits(),
            after.holdback().minorUnits() - before.holdback().minorUnits(),
            after.total().minorUnits(),
            after.available().minorUnits(),
            reference,
            booked.bookedAt(),
            booked.businessDate()
        };
    }

    private static String reference(Booked booked) {
        return switch (booked.event()) {
            case FundingEvent.EscrowFunded e -> e.receipt().value();
            case ReleaseEvent.ReleaseApproved e -> e.releaseNo();
            case ReleaseEvent.ReleasePaid e -> e.releaseNo();
            case ReleaseEvent.ReleaseFailed e -> e.releaseNo();
            default -> "";
        };
    }
}
