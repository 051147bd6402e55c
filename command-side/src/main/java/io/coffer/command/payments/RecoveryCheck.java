package io.coffer.command.payments;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an order can judge of a recovery plan ({@code domain.md} 1.5, R5); what a split can give back, that split judges. */
final class RecoveryCheck {

    private RecoveryCheck() {}

    /** What is another tenant's is not there. */
    static Optional<NotFound> stranger(AdmitRefund command) {
        var tenant = command.order().tenant();
        return command.recovery().stream()
                .flatMap(plan -> plan.legs().stream())
                .flatMap(leg -> stranger(leg, tenant))
                .findFirst();
    }

    private static Stream<NotFound> stranger(RecoveryLeg leg, TenantId tenant) {
        return switch (leg) {
            case RecoveryLeg.Payee(var split, var payee, var _) ->
                Stream.<AggregateId>of(split, payee)
                        .filter(id ->
                                id.owner().asTenant().filter(tenant::equals).isEmpty())
                        .map(id -> new NotFound(id.value()));
            case RecoveryLeg.Contract _, RecoveryLeg.Merchant _ -> Stream.of();
        };
    }

    /** @param needed what the source must have, the fee apart that a channel kept */
    static List<RefundObjection> objections(Order order, Payment payment, AdmitRefund command, Money needed) {
        return command.recovery()
                .map(plan -> payment.place() == PaymentPlace.EXCESS
                        ? List.<RefundObjection>of(new RefundObjection.RecoveryNotNeeded())
                        : Stream.concat(
                                        sumObjection(plan, needed).stream(),
                                        merchantObjection(order, command, plan).stream())
                                .toList())
                .orElseGet(List::of);
    }

    private static Optional<RefundObjection> sumObjection(RecoveryPlan plan, Money needed) {
        return plan.total().equals(needed)
                ? Optional.empty()
                : Optional.of(new RefundObjection.RecoveryPlanDiffers(needed, plan.total()));
    }

    /** As for the fee of a net transfer: a fee account that lies elsewhere may never pay it. */
    private static Optional<RefundObjection> merchantObjection(Order order, AdmitRefund command, RecoveryPlan plan) {
        if (!plan.asksMerchant()) {
            return Optional.empty();
        }
        var needed = order.created().custodyAccount();
        return command.feeAccountAt()
                .map(there -> there.equals(needed)
                        ? Optional.<RefundObjection>empty()
                        : Optional.<RefundObjection>of(
                                new RefundObjection.FeeAccountElsewhere(there.subLedger(), needed.subLedger())))
                .orElseGet(() -> Optional.of(new RefundObjection.FeeAccountMissing(
                        order.created().contract().feeAccount().value())));
    }
}
