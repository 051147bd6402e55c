package io.coffer.query.splits;

import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Folding;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Searched;
import io.coffer.query.splits.SplitState.Return;
import io.coffer.query.splits.SplitState.Return.Standing;
import io.coffer.query.splits.SplitState.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From events to the state of a split. */
final class SplitFolding implements Folding<SplitState> {

    static final String NAME = "split";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String prefix() {
        return "SI:";
    }

    @Override
    public Class<SplitState> type() {
        return SplitState.class;
    }

    @Override
    public List<Searched<SplitState>> searched() {
        return List.of(
                Searched.text("state", split -> Optional.of(split.state())),
                Searched.text("contract", split -> Optional.of(split.terms().contract())),
                Searched.text("order_id", split -> Optional.of(split.terms().order())),
                Searched.text(
                        "merchant",
                        split -> Optional.of(split.terms().contract().feeAccount())),
                Searched.number("first_position", split -> Optional.of(split.definedPosition())));
    }

    @Override
    public SplitState after(@Nullable SplitState before, Booked booked) {
        if (!(booked.event() instanceof SplitEvent event)) {
            throw new Poison(booked.position(), booked.name(), "No event of a split");
        }
        if (before != null) {
            return next(new SplitDraft(before, booked), event).state();
        }
        if (event instanceof SplitDefined defined) {
            return defined(defined, booked);
        }
        throw new Poison(booked.position(), booked.name(), "A split that was never defined");
    }

    private static SplitState defined(SplitDefined event, Booked booked) {
        return new SplitState(
                event.split(),
                event.terms(),
                event.requestedBy(),
                event.checkers(),
                Status.REQUESTED,
                Money.ZERO,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                booked.bookedAt(),
                booked.bookedAt(),
                booked.position(),
                booked.sequence());
    }

    private static SplitDraft next(SplitDraft draft, SplitEvent event) {
        switch (event) {
            case SplitDefined e -> throw new IllegalStateException("Defined twice: " + e.split());
            case SplitApproved e -> draft.approved(e.approvalId());
            case SplitRejected e -> draft.ended(Status.REJECTED, e.reason());
            case SplitCancelled e -> draft.ended(Status.CANCELLED, e.reason());
            case SplitReserved _ -> draft.now(Status.RESERVED);
            case SplitPayeeAnswered _ -> {
                // What all of them say decides, and is told then.
            }
            case SplitBlocked e -> draft.blocked(e.gap(), e.refusals(), e.code());
            case SplitExecuted _ -> draft.executed();
            case SplitReturnPromised e -> draft.promised(Return.promised(e.refund(), e.legs()));
            case SplitReturnStarted e -> draft.back(e.refund(), back -> back.now(Standing.STARTED));
            case SplitReturnLegTold e -> draft.back(e.refund(), back -> back.told(e.payee(), e.gap()));
            case SplitReturned e -> draft.back(e.refund(), back -> back.now(Standing.RETURNED));
            case SplitReturnCancelled e -> draft.back(e.refund(), back -> back.now(Standing.CANCELLED));
        }
        return draft;
    }
}
