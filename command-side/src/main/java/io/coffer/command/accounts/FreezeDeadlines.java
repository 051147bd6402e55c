package io.coffer.command.accounts;

import io.coffer.api.accounts.FreezeEvent;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.kernel.DeadlineRule;
import java.time.Instant;
import java.util.List;

/** When the time of each order is over. */
final class FreezeDeadlines implements DeadlineRule {

    private static final String PREFIX = "freeze.expires.";

    @Override
    public List<DeadlineChange> after(DomainEvent event, Instant bookedAt) {
        return event instanceof FreezeEvent freeze ? next(freeze) : List.of();
    }

    static boolean names(String deadline) {
        return deadline.startsWith(PREFIX);
    }

    /** The order that a deadline of this rule is about. */
    static String orderNo(String deadline) {
        return deadline.substring(PREFIX.length());
    }

    private static List<DeadlineChange> next(FreezeEvent event) {
        return switch (event) {
            case FundsFrozen e ->
                e.expiresAt().map(due -> set(e.order().orderNo(), due)).stream().toList();
            case FreezeRenewed e -> List.of(set(e.orderNo(), e.expiresAt()));
            case FundsUnfrozen e -> List.of(new DeadlineChange.Clear(PREFIX + e.orderNo()));
            case FreezeExpired e -> List.of(new DeadlineChange.Clear(PREFIX + e.orderNo()));
            case UnfreezeRequested _, RecallRequested _ -> List.of();
        };
    }

    private static DeadlineChange set(String orderNo, Instant due) {
        return new DeadlineChange.Set(PREFIX + orderNo, due);
    }
}
