package io.coffer.query.accounts;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.DATE;
import static io.coffer.query.kernel.Columns.Type.TEXT;
import static io.coffer.query.kernel.Columns.Type.TIMESTAMP;

import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReturnEvent;
import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Columns;
import io.coffer.query.kernel.Folding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** An event that changed a bucket, or where returned money stands. */
record Movement(Booked booked, Standing before, Standing after, String reference) {

    /** Where the account's money stood at one moment. */
    record Standing(Buckets buckets, Money returned, Money reissued) {
        static Standing of(@Nullable AccountState account) {
            return account == null
                    ? new Standing(Buckets.EMPTY, Money.ZERO, Money.ZERO)
                    : new Standing(account.buckets(), account.returned(), account.reissued());
        }
    }

    static Optional<Movement> of(Folding.Step<AccountState> step) {
        var before = Standing.of(step.before());
        var after = Standing.of(step.after());
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Movement(step.event(), before, after, reference(step.event())));
    }

    static void write(List<Movement> movements, JdbcTemplate rows) {
        var lines = new Columns(
                TEXT, BIGINT, TEXT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, TEXT, TIMESTAMP, DATE);
        movements.forEach(movement -> lines.add(movement.row()));
        lines.append(rows, "account_movement");
    }

    private Object[] row() {
        return new Object[] {
            booked.aggregateId(),
            booked.position(),
            booked.name(),
            after.buckets().available().minorUnits()
                    - before.buckets().available().minorUnits(),
            after.buckets().inRelease().minorUnits()
                    - before.buckets().inRelease().minorUnits(),
            after.buckets().holdback().minorUnits()
                    - before.buckets().holdback().minorUnits(),
            after.returned().minorUnits() - before.returned().minorUnits(),
            after.reissued().minorUnits() - before.reissued().minorUnits(),
            after.buckets().total().minorUnits(),
            after.buckets().available().minorUnits(),
            reference,
            booked.bookedAt(),
            booked.businessDate()
        };
    }

    private static String reference(Booked booked) {
        return switch (booked.event()) {
            case FundingEvent.EscrowFunded e -> e.receipt().value();
            case FundingEvent.JournalReversed e -> e.receipt().value();
            case ReleaseEvent.ReleaseApproved e -> e.releaseNo();
            case ReleaseEvent.ReleasePaid e -> e.releaseNo();
            case ReleaseEvent.ReleaseFailed e -> e.releaseNo();
            case ReturnEvent e -> e.releaseNo();
            case HoldbackEvent.HoldbackFunded e -> e.receipt().value();
            case HoldbackEvent.HoldbackReleased e -> numbers(e.legs());
            case TerminationEvent.TerminationExecuted e -> numbers(e.legs());
            case DeductionEvent.FundsDeducted e -> e.deductionNo();
            default -> "";
        };
    }

    private static String numbers(List<? extends PayoutLeg> legs) {
        return legs.stream().map(PayoutLeg::legNo).collect(Collectors.joining(" "));
    }
}
