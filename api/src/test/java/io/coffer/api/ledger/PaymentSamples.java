package io.coffer.api.ledger;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A payment of 1,400.00 with a fee of 8.40, the figures of incident B ({@code domain.md} 2), in every way. */
final class PaymentSamples {

    static final Money PRICE = Money.fen(140_000);
    static final Money FEE = Money.fen(840);
    static final CustodyAccount CUSTODY = new CustodyAccount("102100000021", "6222000000000001");
    static final PaymentOrderId ORDER = new PaymentOrderId("PO:acme:PAY1");
    static final MerchantContractId CONTRACT = new MerchantContractId("MC:acme:M1:C1");
    static final RefundId REFUND = new RefundId("RF:acme:RF1");
    static final BankReceiptId RECEIPT = BankReceiptId.of(CUSTODY, LocalDate.EPOCH, "X1");
    static final CampaignId CAMPAIGN = new CampaignId("PC:acme:RENT");
    static final Money DISCOUNT = Money.yuan(50);
    static final Money SHARE = Money.fen(1_666);
    static final Funder OWN = new Funder.PlatformOwn();
    static final Funder BILLED = new Funder.PostBilled("RENTAL");
    static final Capture CAPTURE =
            new Capture("UMS", "T-1", Instant.EPOCH, LocalDate.of(2022, 7, 25), Optional.empty());

    private PaymentSamples() {}

    static PaymentCaptured captured(FeeBearer bearer, PaymentWay.Settling settling, PaymentPlace place) {
        return captured(FEE, bearer, settling, place);
    }

    static PaymentCaptured captured(Money fee, FeeBearer bearer, PaymentWay.Settling settling, PaymentPlace place) {
        return new PaymentCaptured(ORDER, CONTRACT, CAPTURE, PRICE, fee, bearer, settling, CUSTODY, place);
    }

    /** What one sample per type does not show: other rules of the same carrier. */
    static List<DomainEvent> otherShapes() {
        return List.of(
                captured(FeeBearer.PLATFORM, PaymentWay.Settling.NET, PaymentPlace.CONTRACT),
                captured(FeeBearer.PLATFORM, PaymentWay.Settling.GROSS, PaymentPlace.CONTRACT),
                received(PRICE, FEE, FeeBearer.MERCHANT_B, false),
                feeFunded(RefundFeePayer.PLATFORM_ADVANCE),
                discounted(FEE, OWN),
                discounted(Money.ZERO, BILLED),
                funded(OWN),
                cancelled(BILLED));
    }

    /** 50.00 of the price are somebody else's; 16.66 of them go back with a part of it. */
    static PaymentReceived discounted(Money fee, Funder funder) {
        return new PaymentReceived(
                ORDER,
                CONTRACT,
                RECEIPT,
                PRICE.minus(DISCOUNT),
                fee,
                FeeBearer.MERCHANT_B,
                false,
                Optional.empty(),
                Optional.of(new Discount(CAMPAIGN, funder, DISCOUNT, CUSTODY)));
    }

    static RefundFunded funded(Funder funder) {
        return new RefundFunded(
                REFUND,
                new RefundSource.ContractPayment(CONTRACT, ORDER),
                Money.fen(48_334),
                new RefundRoute.Reroute(),
                Optional.of(new Discount(CAMPAIGN, funder, SHARE, CUSTODY)));
    }

    static RefundCancelled cancelled(Funder funder) {
        return new RefundCancelled(
                REFUND,
                new RefundSource.ContractPayment(CONTRACT, ORDER),
                Money.fen(48_334),
                true,
                Money.ZERO,
                Optional.of(CONTRACT.feeAccount()),
                Money.ZERO,
                "NOT_WANTED",
                Optional.of(new Discount(CAMPAIGN, funder, SHARE, CUSTODY)));
    }

    static RefundFeeFunded feeFunded(RefundFeePayer from) {
        return new RefundFeeFunded(
                REFUND, from, CONTRACT.feeAccount(), new RefundSource.ContractPayment(CONTRACT, ORDER), FEE, CUSTODY);
    }

    static PaymentReceived received(Money amount, Money fee, FeeBearer bearer, boolean isNet) {
        return new PaymentReceived(
                ORDER, CONTRACT, RECEIPT, amount, fee, bearer, isNet, Optional.empty(), Optional.empty());
    }
}
