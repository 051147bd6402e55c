package io.coffer.api.accounts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders to hold an account's money, and their ends. They move nothing: what they hold follows from the money there. */
public sealed interface FreezeEvent extends EscrowEvent {

    /**
     * Money is held from now on.
     *
     * @param expiresAt absent: until somebody lifts it
     * @param queueNo the place among the orders that hold amounts; 0 for one that stops everything
     * @param shortfall what the order would have caught, had it not been promised to payouts already
     */
    @StoredAs("accounts.FundsFrozen")
    record FundsFrozen(
            EscrowAccountId account,
            FreezeOrder order,
            Optional<Instant> expiresAt,
            int queueNo,
            Money shortfall,
            List<Evidence> evidence,
            String frozenBy)
            implements FreezeEvent {
        public FundsFrozen {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The order came too late for money that these payouts have: each is called back, unless the bank has it already. Posts
     * nothing; a payout that stops gives its money back.
     */
    @StoredAs("accounts.RecallRequested")
    record RecallRequested(EscrowAccountId account, String orderNo, List<PayoutId> payouts) implements FreezeEvent {
        public RecallRequested {
            payouts = List.copyOf(payouts);
        }
    }

    /** The order lasts longer than it said, and keeps its place. */
    @StoredAs("accounts.FreezeRenewed")
    record FreezeRenewed(
            EscrowAccountId account, String orderNo, Instant expiresAt, List<Evidence> evidence, String renewedBy)
            implements FreezeEvent {
        public FreezeRenewed {
            evidence = List.copyOf(evidence);
        }
    }

    /** Somebody asks to lift an order before its time; another person must agree. */
    @StoredAs("accounts.UnfreezeRequested")
    record UnfreezeRequested(
            EscrowAccountId account,
            String orderNo,
            int requestNo,
            String authority,
            List<Evidence> evidence,
            String requestedBy)
            implements FreezeEvent {
        public UnfreezeRequested {
            evidence = List.copyOf(evidence);
        }
    }

    /** The order was lifted. */
    @StoredAs("accounts.FundsUnfrozen")
    record FundsUnfrozen(EscrowAccountId account, String orderNo, Optional<String> approvalId) implements FreezeEvent {}

    /** The order's time is over. It had no effect since {@code expiredAt}, whenever this was noticed. */
    @StoredAs("accounts.FreezeExpired")
    record FreezeExpired(EscrowAccountId account, String orderNo, Instant expiredAt) implements FreezeEvent {}
}
