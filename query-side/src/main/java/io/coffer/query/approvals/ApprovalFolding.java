package io.coffer.query.approvals;

import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.approvals.ApprovalEvent.ApprovalCompleted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalDeclined;
import io.coffer.api.approvals.ApprovalEvent.ApprovalExpired;
import io.coffer.api.approvals.ApprovalEvent.ApprovalGranted;
import io.coffer.api.approvals.ApprovalEvent.ApprovalProposed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalUsed;
import io.coffer.api.approvals.ApprovalEvent.ApprovalWithdrawn;
import io.coffer.query.approvals.ApprovalState.Status;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From events to the state of an approval request. */
final class ApprovalFolding implements Folding<ApprovalState> {

    static final String NAME = "approval";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "AR:";
    }

    @Override
    public Class<ApprovalState> type() {
        return ApprovalState.class;
    }

    @Override
    public List<Searched<ApprovalState>> searched() {
        return List.of(
                Searched.text("state", approval -> Optional.of(approval.state())),
                Searched.number("first_position", approval -> Optional.of(approval.proposedPosition())));
    }

    @Override
    public ApprovalState after(@Nullable ApprovalState before, Booked booked) {
        if (!(booked.event() instanceof ApprovalEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of an approval request");
        }
        if (event instanceof ApprovalProposed proposed) {
            return proposed(proposed, booked);
        }
        if (before == null) {
            throw new Poison(booked.position(), booked.name(), "An approval that was never proposed");
        }
        return switch (event) {
            case ApprovalProposed _ -> before;
            case ApprovalGranted e -> {
                var checkers = Stream.concat(before.checkerIds().stream(), Stream.of(e.checkerId()))
                        .toList();
                yield changed(before, Status.PROPOSED, checkers, Optional.empty(), booked);
            }
            case ApprovalCompleted e ->
                changed(before, Status.COMPLETED, e.approval().checkerIds(), Optional.empty(), booked);
            case ApprovalDeclined e ->
                changed(before, Status.DECLINED, before.checkerIds(), Optional.of(e.reason()), booked);
            case ApprovalExpired _ -> changed(before, Status.EXPIRED, before.checkerIds(), Optional.empty(), booked);
            case ApprovalWithdrawn e ->
                changed(before, Status.WITHDRAWN, before.checkerIds(), Optional.of(e.reason()), booked);
            case ApprovalUsed _ -> changed(before, Status.USED, before.checkerIds(), Optional.empty(), booked);
        };
    }

    private static ApprovalState proposed(ApprovalProposed e, Booked booked) {
        return new ApprovalState(
                e.request(),
                e.subject(),
                e.digest(),
                Status.PROPOSED,
                e.makerId(),
                List.of(),
                e.checkersRequired(),
                booked.bookedAt(),
                e.expiresAt(),
                booked.bookedAt(),
                Optional.empty(),
                booked.position(),
                booked.sequence());
    }

    @SuppressWarnings("TooManyParameters") // What changes, apart from what stays.
    private static ApprovalState changed(
            ApprovalState before, Status state, List<String> checkers, Optional<String> reason, Booked booked) {
        return new ApprovalState(
                before.request(),
                before.subject(),
                before.digest(),
                state,
                before.makerId(),
                checkers,
                before.checkersRequired(),
                before.proposedAt(),
                before.expiresAt(),
                booked.bookedAt(),
                reason,
                before.proposedPosition(),
                booked.sequence());
    }
}
