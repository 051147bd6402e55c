package io.coffer.command.promotions;

import static io.coffer.command.kernel.People.ACME;
import static io.coffer.command.promotions.Promotion.CAMPAIGN;
import static io.coffer.command.promotions.Promotion.DISCOUNT;
import static io.coffer.command.promotions.Promotion.OWN;
import static io.coffer.command.promotions.Promotion.discount;

import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountConsumed;
import io.coffer.api.promotions.CampaignCommand.RecordDiscountReturned;
import io.coffer.api.promotions.CampaignCommand.UndoDiscountReturn;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import io.coffer.command.payments.Bill;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The promotions policy")
class CampaignPolicyTest {

    private static final RefundId REFUND = RefundId.of(ACME, "RF-1");
    private static final RefundSource SOURCE = new RefundSource.ContractPayment(Bill.CONTRACT, Bill.ORDER);
    private static final Optional<Discount> SHARE = Optional.of(discount(OWN, Money.fen(1_666)));

    private final Wishes policy = new Wishes(new CampaignPolicy());

    @Test
    void tells_what_a_payment_consumed() {
        policy.on(received(Optional.of(discount(OWN, DISCOUNT))))
                .gives(new RecordDiscountConsumed(CAMPAIGN, Bill.ORDER));
        policy.on(received(Optional.empty())).givesNothing();
    }

    @Test
    void tells_what_a_refund_gave_back_and_what_its_end_took_again() {
        policy.on(funded(SHARE)).gives(new RecordDiscountReturned(CAMPAIGN, REFUND, Money.fen(1_666)));
        policy.on(funded(Optional.empty())).givesNothing();
        policy.on(cancelled(SHARE)).gives(new UndoDiscountReturn(CAMPAIGN, REFUND));
        policy.on(cancelled(Optional.empty())).givesNothing();
    }

    private static PaymentReceived received(Optional<Discount> discount) {
        return new PaymentReceived(
                Bill.ORDER,
                Bill.CONTRACT,
                Sale.receipt("X1"),
                Bill.PRICE,
                Money.ZERO,
                FeeBearer.MERCHANT_B,
                false,
                Optional.empty(),
                discount);
    }

    private static RefundFunded funded(Optional<Discount> share) {
        return new RefundFunded(REFUND, SOURCE, Bill.PRICE, new RefundRoute.Reroute(), share);
    }

    private static RefundCancelled cancelled(Optional<Discount> share) {
        return new RefundCancelled(
                REFUND,
                SOURCE,
                Bill.PRICE,
                true,
                Money.ZERO,
                Optional.of(Bill.CONTRACT.feeAccount()),
                Money.ZERO,
                "NOT_WANTED",
                share);
    }
}
