package io.coffer.command.promotions;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.promotions.CampaignCommand;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
                told(e.discount(), discount -> new RecordDiscountConsumed(discount.campaign(), e.order()));
            case RefundFunded e ->
                told(
                        e.discount(),
                        discount -> new RecordDiscountReturned(discount.campaign(), e.refund(), discount.amount()));
            case RefundCancelled e ->
                told(e.discount(), discount -> new UndoDiscountReturn(discount.campaign(), e.refund()));
            default -> List.of();
        };
    }

    private static List<Reaction> told(Optional<Discount> discount, Function<Discount, CampaignCommand> news) {
        return discount.stream().map(news).map(Reaction::of).toList();
    }
}
