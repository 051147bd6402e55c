package io.coffer.command.payments;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.SplitId;
import io.coffer.command.kernel.Histories;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether payees have a part of a payment, or are to have one, as its contract tells. What a split takes a moment later, the
 * contract does not set aside for a refund: nobody relies on this alone.
 */
final class PaymentSplits {

    private final Histories histories;

    PaymentSplits(Histories histories) {
        this.histories = histories;
    }

    boolean isSplit(PaymentOrderId order) {
        return histories
                .beginning(order, PaymentOrderCreated.class)
                .filter(created -> !histories
                        .fold(
                                created.contract(),
                                Set.<SplitId>of(),
                                (splits, fact) -> after(splits, fact.event(), order))
                        .isEmpty())
                .isPresent();
    }

    static Set<SplitId> after(Set<SplitId> splits, DomainEvent event, PaymentOrderId order) {
        var next = new HashSet<>(splits);
        switch (event) {
            case ContractFundsReserved e
            when e.order().equals(order) -> e.split().ifPresent(next::add);
            case ContractReservationEnded e -> e.split().ifPresent(next::remove);
            default -> {
                // Nothing of a split.
            }
        }
        return next;
    }
}
