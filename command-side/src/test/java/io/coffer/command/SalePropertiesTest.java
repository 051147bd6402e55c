package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.ReturnEvent.LegReturned;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.refunds.RefundEvent.RefundRecallRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRejected;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.refunds.PureRefund;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any walk through two sales")
class SalePropertiesTest {

    private static final int STEPS = 300;

    @Test
    void conserves_every_fen() {
        Walks.each(2_000, seed -> {
            var walk = new Walk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
                walk.assertQuiet();
            }
            walk.assertConsistent();
        });
    }

    /** A walk that never gets anywhere proves nothing. */
    @Test
    void reaches_every_end_and_every_trouble() {
        var stages = new TreeSet<String>();
        var happened = new HashSet<Class<?>>();
        var declined = EnumSet.noneOf(SuspenseReason.class);
        for (var seed = 0L; seed < 100; seed++) {
            var walk = new Walk(seed);
            for (var step = 0; step < STEPS; step++) {
                walk.step();
                for (var payout : walk.world().ids(PayoutId.class)) {
                    stages.add(walk.world()
                            .find(payout, PurePayout.class)
                            .map(PurePayout::stage)
                            .orElseThrow());
                }
                stages.addAll(walk.accountStages());
                for (var refund : walk.world().ids(RefundId.class)) {
                    walk.world().find(refund, PureRefund.class).ifPresent(seen -> stages.add("refund " + seen.stage()));
                }
                for (var receipt : walk.world().ids(BankReceiptId.class)) {
                    walk.world()
                            .find(receipt, PureBankReceipt.class)
                            .ifPresent(seen -> stages.add("receipt " + seen.stage()));
                }
            }
            happened.addAll(walk.world().happened());
            declined.addAll(walk.world().strangers().declined());
        }
        assertThat(stages)
                .contains(
                        "SUBMITTED",
                        "UNKNOWN",
                        "NOT_FOUND",
                        "PAID",
                        "RETURNED",
                        "FAILED",
                        "CANCELLED",
                        "HELD_BACK",
                        "COMPLETED",
                        "TERMINATING",
                        "TERMINATED",
                        "CLOSED",
                        "receipt RETURNING",
                        "receipt RETURNED",
                        "receipt RETURN_NOTED",
                        "receipt RETURN_BOOKED",
                        "receipt OWN_TRANSFER",
                        "receipt REVERSED",
                        "refund REROUTE_PENDING",
                        "refund REROUTE_REQUESTED",
                        "refund REROUTED",
                        "refund SUCCEEDED",
                        "refund CANCELLED",
                        "refund PENDING_APPROVAL",
                        "refund REJECTED");
        assertThat(declined).contains(SuspenseReason.WRONG_PAYER, SuspenseReason.PAYER_UNCLEAR);
        assertThat(happened)
                .contains(PayoutReturnAnnounced.class, BankReturnDeclined.class)
                .contains(FundsUnfrozen.class, FreezeExpired.class, FreezeRenewed.class, FundsDeducted.class)
                .contains(RecallRequested.class)
                .contains(
                        HoldbackReserved.class,
                        HoldbackFunded.class,
                        HoldbackClaimDisputed.class,
                        HoldbackClaimUncontested.class,
                        HoldbackSettlementRejected.class,
                        HoldbackReleased.class)
                .contains(TerminationWithdrawn.class, TerminationPlanRejected.class, TerminationExecuted.class)
                .contains(RefundRecallRequested.class, RefundRerouteRejected.class, LegReturned.class)
                .contains(ExcessPromised.class, ExcessGranted.class, ExcessPromiseEnded.class, ExcessTaken.class)
                .contains(ExcessRefunding.class, ExcessReturned.class);
    }
}
