package io.coffer.command.accounts;

import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.kernel.DeadlineRule;
import java.time.Instant;
import java.util.List;

/** When the time to object to each claim is over. */
final class HoldbackDeadlines implements DeadlineRule {

    private static final String PREFIX = "holdback.objection.";

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return event instanceof HoldbackEvent holdback ? next(holdback) : List.of();
    }

    static boolean names(String deadline) {
        return deadline.startsWith(PREFIX);
    }

    /** The claim that a deadline of this rule is about. */
    static String claimNo(String deadline) {
        return deadline.substring(PREFIX.length());
    }

    private static List<DeadlineChange> next(HoldbackEvent event) {
        return switch (event) {
            case HoldbackClaimed e -> List.of(new DeadlineChange.Set(PREFIX + e.claimNo(), e.objectionUntil()));
            case HoldbackClaimAccepted e -> clear(e.claimNo());
            case HoldbackClaimDisputed e -> clear(e.claimNo());
            case HoldbackClaimUncontested e -> clear(e.claimNo());
            case HoldbackClaimWithdrawn e -> clear(e.claimNo());
            case HoldbackReserved _,
                    HoldbackFunded _,
                    PropertyHandedOver _,
                    HoldbackSettlementRequested _,
                    HoldbackSettlementRejected _,
                    HoldbackReleased _ -> List.of();
        };
    }

    private static List<DeadlineChange> clear(String claimNo) {
        return List.of(new DeadlineChange.Clear(PREFIX + claimNo));
    }
}
