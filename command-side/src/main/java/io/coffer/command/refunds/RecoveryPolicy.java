package io.coffer.command.refunds;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RecordRecovered;
import io.coffer.api.refunds.RefundCommand.RecordRecoveryLeg;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryEnded;
import io.coffer.api.refunds.RefundEvent.RefundRecoveryStarted;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitId;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the splits of a refund's payment for what payees give back, and tells the refund how far they are. */
final class RecoveryPolicy implements Policy {

    @Override
    public String name() {
        return "recoveries";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case RefundRequested e -> promised(e.refund(), e.order(), e.facts().recovery());
            case RefundRecoveryStarted e -> started(e);
            case SplitReturnLegTold e ->
                List.of(Reaction.of(new RecordRecoveryLeg(e.refund(), e.split(), e.payee(), e.gap())));
            case ContractRefilled e -> List.of(Reaction.of(new RecordRecovered(e.refund(), e.split())));
            case RefundRecoveryEnded e ->
                ofEach(e.plan(), split -> new CancelReturn(split, e.refund(), e.reason())).stream()
                        // One that was refused has promised nothing.
                        .map(Reaction::orNothing)
                        .toList();
            default -> List.of();
        };
    }

    /** What cannot be is refused before anybody else agrees to it. */
    private static List<Reaction> promised(
            RefundId refund, Optional<PaymentOrderId> order, Optional<RecoveryPlan> recovery) {
        return recovery.stream()
                .flatMap(plan ->
                        ofEach(plan, split -> new PromiseReturn(split, refund, order.orElseThrow(), plan.legsOf(split)))
                                .stream())
                .map(reaction -> reaction.orElse(refusal -> List.of(
                        Reaction.of(new RejectRefund(refund, refusal.code())).orNothing())))
                .toList();
    }

    /**
     * People may agree while a split's promise is still on its way, or lies with others because nobody expected what it answered.
     * A split that then has promised nothing never gives back: what other splits' payees have set aside would wait for ever.
     */
    private static List<Reaction> started(RefundRecoveryStarted event) {
        return ofEach(event.plan(), split -> new ReturnSplit(split, event.refund())).stream()
                .map(reaction ->
                        reaction.orElse(refusal -> List.of(Reaction.of(new CancelRefund(event.refund(), refusal.code()))
                                .orNothing())))
                .toList();
    }

    private static List<Reaction> ofEach(RecoveryPlan plan, Function<SplitId, SplitCommand> command) {
        return plan.splits().stream().map(command).map(Reaction::of).toList();
    }
}
