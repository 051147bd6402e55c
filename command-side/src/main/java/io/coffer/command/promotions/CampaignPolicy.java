package io.coffer.command.promotions;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;

/** Tells a campaign what payments took of its budget and what refunds gave back. */
final class CampaignPolicy implements Policy {

    @Override
    public String name() {
        return "promotions";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case PaymentReceived e ->
                e.discount()
                        .map(discount ->
                                List.of(Reaction.of(new RecordDiscountConsumed(discount.campaign(), e.order()))))
                        .orElseGet(List::of);
            case RefundFunded e ->
                e.discount()
                        .map(discount -> List.of(Reaction.of(
                                new RecordDiscountReturned(discount.campaign(), e.refund(), discount.amount()))))
                        .orElseGet(List::of);
            case RefundCancelled e ->
                e.discount()
                        .map(discount -> List.of(Reaction.of(new UndoDiscountReturn(discount.campaign(), e.refund()))))
                        .orElseGet(List::of);
            default -> List.of();
        };
    }
}
