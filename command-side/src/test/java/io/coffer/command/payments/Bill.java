package io.coffer.command.payments;

import static io.coffer.command.kernel.People.ACME;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentCommand.ReceivePayment;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RouteWish;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A commission of 1,400.00 with a fee of 0.60 %, the figures of incident B ({@code domain.md} 2), in every way. */
public final class Bill {

    public static final PaymentOrderId ORDER = PaymentOrderId.of(ACME, "PAY-1");
    public static final MerchantContractId CONTRACT = MerchantContractId.of(ACME, "M-1", "L-2022-0724-01");
    public static final Money PRICE = Money.yuan(1_400);
    public static final Money FEE = Money.fen(840);
    static final Instant EXPIRES = NOON.plus(Duration.ofHours(2));
    static final ChannelTerms WECHAT = new ChannelTerms("WECHAT", 365, 3, 60);
    static final FeeTerm FREE = new FeeTerm(0, Optional.empty(), FeeBearer.MERCHANT_B, false);
    static final FeeTerm TERM = new FeeTerm(60, Optional.empty(), FeeBearer.MERCHANT_B, false);
    static final PaymentWay BY_CHANNEL = new PaymentWay.Channel(WECHAT, PaymentWay.Settling.NET);
    static final PaymentWay BY_BANK = new PaymentWay.BankTransfer();
    static final PaymentWay NET = new PaymentWay.NetTransfer(WECHAT);
    static final BankAccountRef PAYER =
            new BankAccountRef("acct_1", "105100000017", "digest", BankAccountRef.AccountClass.PERSONAL);

    private Bill() {}

    static CreatePaymentOrder create(PaymentWay way, FeeTerm term) {
        return create(way, term, List.of(FREE, term), Optional.of(Sale.CUSTODY));
    }

    static CreatePaymentOrder create(
            PaymentWay way, FeeTerm term, List<FeeTerm> agreed, Optional<CustodyAccount> feeAccountAt) {
        return new CreatePaymentOrder(
                ORDER, CONTRACT, PRICE, way, term, Sale.CUSTODY, EXPIRES, Optional.empty(), agreed, feeAccountAt);
    }

    public static PaymentOrderCreated created(PaymentWay way) {
        return new PaymentOrderCreated(ORDER, CONTRACT, PRICE, way, TERM, FEE, Sale.CUSTODY, EXPIRES, Optional.empty());
    }

    static Scenario open(PaymentWay way, DomainEvent... more) {
        return Scenario.of(new PurePaymentOrder())
                .given(created(way), new PaymentOrderOpened(ORDER))
                .given(more);
    }

    static Capture told(String tradeNo) {
        return new Capture("WECHAT", tradeNo, NOON, LocalDate.of(2026, 11, 23), Optional.of(PAYER));
    }

    static CapturePayment capture(String tradeNo) {
        return new CapturePayment(ORDER, told(tradeNo), PRICE);
    }

    static PaymentCaptured captured(String tradeNo, PaymentPlace place) {
        return new PaymentCaptured(
                ORDER,
                CONTRACT,
                told(tradeNo),
                PRICE,
                FEE,
                FeeBearer.MERCHANT_B,
                PaymentWay.Settling.NET,
                Sale.CUSTODY,
                place);
    }

    static ReceivePayment receive(String coreNo, Money amount) {
        return new ReceivePayment(ORDER, Sale.receipt(coreNo), amount, Sale.CUSTODY, Optional.of(PAYER));
    }

    static PaymentReceived received(String coreNo, boolean net) {
        return received(Sale.receipt(coreNo), net);
    }

    static PaymentReceived received(BankReceiptId receipt, boolean net) {
        return new PaymentReceived(
                ORDER,
                CONTRACT,
                receipt,
                net ? PRICE.minus(FEE) : PRICE,
                FEE,
                FeeBearer.MERCHANT_B,
                net,
                Optional.of(PAYER),
                Optional.empty());
    }

    static DuplicatePaymentDetected doubled(String coreNo, Money amount) {
        return new DuplicatePaymentDetected(ORDER, Sale.receipt(coreNo), amount, Optional.of(PAYER));
    }

    static RefundId refund(String no) {
        return RefundId.of(ACME, no);
    }

    static AdmitRefund admit(String no, Money amount) {
        return admit(no, amount, Optional.empty(), RouteWish.ORIGINAL);
    }

    static AdmitRefund admit(String no, Money amount, Optional<String> paymentNo, RouteWish route) {
        return new AdmitRefund(ORDER, refund(no), paymentNo, amount, route, "PAID_TWICE");
    }
}
