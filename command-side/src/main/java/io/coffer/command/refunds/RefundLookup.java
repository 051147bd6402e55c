package io.coffer.command.refunds;

import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.kernel.Histories;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.command.refunds.RefundState.Admitted;
import java.util.Optional;

/** What is true right now about refunds, folded from their histories. */
final class RefundLookup {

    private final Histories histories;

    RefundLookup(Histories histories) {
        this.histories = histories;
    }

    Optional<Admitted> find(RefundId refund) {
        var state = histories.fold(
                refund,
                RefundState.initial(),
                (folded, fact) -> folded.after((RefundEvent) fact.event(), fact.bookedAt()));
        return state instanceof Admitted admitted ? Optional.of(admitted) : Optional.empty();
    }

    /** What its channel is told; nothing for a refund that no channel pays. */
    static Optional<Order> order(Admitted state) {
        return state.facts().route() instanceof RefundRoute.ByChannel way
                ? Optional.of(new Order(
                        state.refund(),
                        way.channel(),
                        way.original(),
                        state.amount(),
                        state.facts().custodyAccount(),
                        state.reversal().isPresent()))
                : Optional.empty();
    }
}
