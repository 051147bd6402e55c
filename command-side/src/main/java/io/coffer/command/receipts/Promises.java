package io.coffer.command.receipts;

import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.refunds.RefundId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which refunds were to have what an account did not expect of a receipt, one after the other.
 *
 * @param open the one that is to take it, until it has or will not
 * @param granted the one that was told to take it, for as long as it may; then the one that took it
 * @param refunds that it was ever promised to: each gets it once
 */
record Promises(Optional<ExcessPromised> open, Optional<RefundId> granted, Set<RefundId> refunds) {

    Promises {
        refunds = Set.copyOf(refunds);
    }

    static Promises none() {
        return new Promises(Optional.empty(), Optional.empty(), Set.of());
    }

    /** What this refund is to take, while it has not. */
    Optional<ExcessPromised> to(RefundId refund) {
        return open.filter(promise -> promise.refund().equals(refund));
    }

    /** Whether this refund may take it, or took it. */
    boolean isGrantedTo(RefundId refund) {
        return granted.filter(refund::equals).isPresent();
    }

    boolean wasMadeTo(RefundId refund) {
        return refunds.contains(refund);
    }

    Promises with(ExcessPromised promise) {
        var known = new HashSet<>(refunds);
        known.add(promise.refund());
        return new Promises(Optional.of(promise), Optional.empty(), known);
    }

    Promises with(ExcessGranted event) {
        return new Promises(open, Optional.of(event.refund()), refunds);
    }

    Promises with(ExcessTaken event) {
        return new Promises(Optional.empty(), Optional.of(event.refund()), refunds);
    }

    Promises ended() {
        return new Promises(Optional.empty(), Optional.empty(), refunds);
    }
}
