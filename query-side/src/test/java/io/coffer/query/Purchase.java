package io.coffer.query;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of an order of 1,400.00 that a channel captures, and of its refunds, as the command side would record them. */
public record Purchase(PaymentOrderId order) {

    public static final Money PRICE = Money.yuan(1_400);
    public static final Money FEE = Money.fen(840);
    public static final LocalDate SETTLED_ON = LocalDate.of(2026, 11, 23);
    public static final Instant PAID_AT = TestLog.NOON.minusSeconds(30);
    public static final Instant EXPIRES_AT = TestLog.NOON.plusSeconds(7_200);
    public static final ChannelTerms TERMS = new ChannelTerms("WECHAT", 365, 50, 60);
    public static final RefundFunds NETTED = new RefundFunds.Netted("WECHAT", SETTLED_ON);
    public static final RefundRoute CHANNEL = new RefundRoute.Channel("WECHAT", "T-1");
    public static final BankAccountRef PAYER =
            new BankAccountRef("tok-payer", "105100000017", "d9", BankAccountRef.AccountClass.PERSONAL);

    public static Purchase of(String tenant, String outTradeNo) {
        return new Purchase(PaymentOrderId.of(new TenantId(tenant), outTradeNo));
    }

    public MerchantContractId contract() {
        return MerchantContractId.of(order.tenant(), "M-1", "L-1");
    }

    public RefundId refund(String outRefundNo) {
        return RefundId.of(order.tenant(), outRefundNo);
    }

    public BankReceiptId receipt(String coreNo) {
        return BankReceiptId.of(Sale.CUSTODY, Sale.BANK_DATE, order.outTradeNo() + "-" + coreNo);
    }

    public PaymentOrderCreated created(PaymentWay way, FeeBearer bearer) {
        return new PaymentOrderCreated(
                order,
                contract(),
                PRICE,
                way,
                new FeeTerm(60, Optional.empty(), bearer, true),
                FEE,
                Sale.CUSTODY,
                EXPIRES_AT,
                Optional.empty());
    }

    /** With a channel that settles net, and whose fee the institution bears. */
    public List<DomainEvent> opened() {
        var way = new PaymentWay.Channel(TERMS, PaymentWay.Settling.NET);
        return List.of(created(way, FeeBearer.PLATFORM), new PaymentOrderOpened(order));
    }

    public PaymentCaptured captured() {
        return captured("T-1", PaymentPlace.CONTRACT);
    }

    public PaymentCaptured captured(String tradeNo, PaymentPlace place) {
        return new PaymentCaptured(
                order,
                contract(),
                new Capture("WECHAT", tradeNo, PAID_AT, SETTLED_ON, Optional.of(PAYER)),
                PRICE,
                FEE,
                FeeBearer.PLATFORM,
                PaymentWay.Settling.NET,
                Sale.CUSTODY,
                place);
    }

    public BankReceiptRecorded recorded(String coreNo, Money amount) {
        return new BankReceiptRecorded(
                receipt(coreNo),
                amount,
                Optional.empty(),
                Optional.of(PAYER),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    /** The price less the fee, which the channel transferred. */
    public List<DomainEvent> transferredNet(String coreNo) {
        var net = PRICE.minus(FEE);
        return List.of(
                recorded(coreNo, net),
                new PaymentReceived(
                        order,
                        contract(),
                        receipt(coreNo),
                        net,
                        FEE,
                        FeeBearer.MERCHANT_B,
                        true,
                        Optional.of(PAYER),
                        Optional.empty()));
    }

    public RefundSource ofContract() {
        return new RefundSource.ContractPayment(contract(), order);
    }

    public AdmittedRefund facts(Money amount, RefundSource source, RefundRoute route, Money feeGap) {
        return new AdmittedRefund(
                source instanceof RefundSource.ContractPayment
                        ? RefundKind.ORIGINAL_ROUTE
                        : RefundKind.DUPLICATE_PAYMENT,
                amount,
                source,
                route,
                feeGap,
                Optional.of(contract().feeAccount()),
                Optional.of(FeeBearer.MERCHANT_B),
                Sale.CUSTODY,
                Optional.of(PAYER),
                "NOT_WANTED",
                "acme-system",
                Optional.empty());
    }

    public RefundAdmitted admitted(String refundNo, String paymentNo, AdmittedRefund facts) {
        return new RefundAdmitted(order, refund(refundNo), paymentNo, facts, Optional.empty());
    }

    public RefundRequested requested(String refundNo, String paymentNo, AdmittedRefund facts, int checkers) {
        return new RefundRequested(refund(refundNo), Optional.of(order), paymentNo, facts, checkers);
    }

    /** Requested, agreed to and set aside out of the contract, without a gap. */
    public List<DomainEvent> reserved(String refundNo, long fen) {
        var amount = Money.fen(fen);
        var facts = facts(amount, ofContract(), CHANNEL, Money.ZERO);
        return List.of(
                admitted(refundNo, "T-1", facts),
                requested(refundNo, "T-1", facts, 0),
                new RefundApproved(refund(refundNo), ofContract(), amount, Optional.empty()),
                new ContractFundsReserved(contract(), order, refund(refundNo), amount),
                new RefundSourceReserved(refund(refundNo), contract().feeAccount(), Money.ZERO, Optional.empty()));
    }

    /** On its way through the channel. */
    public List<DomainEvent> submitted(String refundNo, long fen) {
        var events = new ArrayList<>(reserved(refundNo, fen));
        events.add(new RefundFunded(refund(refundNo), ofContract(), Money.fen(fen), CHANNEL, Optional.empty()));
        events.add(new RefundSubmitted(refund(refundNo), 1));
        return events;
    }

    public RefundSucceeded succeeded(String refundNo, long fen) {
        return new RefundSucceeded(refund(refundNo), Optional.of(order), Money.fen(fen), "WR-" + refundNo, NETTED);
    }

    /** With the payer. */
    public List<DomainEvent> refunded(String refundNo, long fen) {
        var events = new ArrayList<>(submitted(refundNo, fen));
        events.add(succeeded(refundNo, fen));
        events.add(new RefundCompleted(order, refund(refundNo)));
        return events;
    }
}
