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
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundId;
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
                feeFunded(RefundFeePayer.PLATFORM_ADVANCE));
    }

    static RefundFeeFunded feeFunded(RefundFeePayer from) {
        return new RefundFeeFunded(
                REFUND, from, CONTRACT.feeAccount(), new RefundSource.ContractPayment(CONTRACT, ORDER), FEE, CUSTODY);
    }

    static PaymentReceived received(Money amount, Money fee, FeeBearer bearer, boolean isNet) {
        return new PaymentReceived(ORDER, CONTRACT, RECEIPT, amount, fee, bearer, isNet, Optional.empty());
    }
}
