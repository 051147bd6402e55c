package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;

import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundCommand.RecordRecovered;
import io.coffer.api.refunds.RefundCommand.RecordRecoveryLeg;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundRecovered;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryStarted;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryTold;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a refund gets back what its payment was split into ({@code domain.md} 1.5, R5): once the source has set aside what it still
 * has, payees are asked for theirs; what they give back is the source's again, and set aside for this refund alone.
 */
final class RecoveryRules {

    private RecoveryRules() {}

    /** What follows once the source has set aside what it has: nothing is asked of payees for a refund that would wait anyway. */
    static Optional<RefundEvent> started(Admitted state) {
        return plan(state).map(plan -> new RefundRecoveryStarted(state.refund(), plan));
    }

    static Decision<RefundEvent> told(Admitted state, RecordRecoveryLeg command) {
        return recovers(state)
                        && !state.recovery().done().contains(command.split())
                        && !state.recovery()
                                .gapOf(command.split(), command.payee())
                                .equals(Optional.of(command.gap()))
                ? accept(new RefundRecoveryTold(command.refund(), command.split(), command.payee(), command.gap()))
                : alreadyDone();
    }

    static Decision<RefundEvent> recovered(Admitted state, RecordRecovered command, Given given) {
        if (!recovers(state) || state.recovery().done().contains(command.split())) {
            return alreadyDone();
        }
        var plan = plan(state).orElseThrow();
        var events = new ArrayList<RefundEvent>();
        events.add(
                new RefundRecovered(command.refund(), command.split(), SplitLeg.total(plan.legsOf(command.split()))));
        if (isLast(state, plan, command.split())) {
            events.addAll(RefundFundingRules.sourceReserved(command.refund(), state.facts(), given));
        }
        return acceptAll(events);
    }

    private static boolean isLast(Admitted state, RecoveryPlan plan, SplitId split) {
        return state.recovery().with(split).done().containsAll(plan.splits());
    }

    /** Nothing more is wanted of payees; what they gave back stays with the payment, for the merchant to split again. */
    static List<RefundEvent> ended(Admitted state, String reason) {
        return plan(state)
                .filter(plan -> !state.recovery().done().containsAll(plan.splits()))
                .<RefundEvent>map(plan -> new RefundRecoveryEnded(state.refund(), plan, reason))
                .stream()
                .toList();
    }

    private static boolean recovers(Admitted state) {
        return state.stage() == Stage.RECOVERING || state.stage() == Stage.RECOVERY_PENDING;
    }

    private static Optional<RecoveryPlan> plan(Admitted state) {
        return state.facts().recovery().filter(plan -> !plan.splits().isEmpty());
    }
}
