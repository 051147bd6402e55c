package io.coffer.query.ledger;

import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.refunds.RefundSource.ContractPayment;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each event says that it adds to which payment of which merchant's contract (A), without {@code Postings} (C5). */
final class ContractLegs {

    private ContractLegs() {}

    enum Kind {
        PAYMENT,
        /** Moves nothing: of which payment a refund is. Two orders may admit one number, of which one gets the refund. */
        REFUND_REQUESTED,
        /** What a refund's payment lacks is filled up. */
        FEE,
        REFUND,
        /** A refund gives back what it took. */
        REFUND_ENDED,
        SPLIT,
        /** Payees of a split give back for a refund. */
        SPLIT_RETURN
    }

    /**
     * One leg.
     *
     * @param taker the refund or split for which it is; absent for a payment
     * @param through the split that gives back, or the fee account that fills up
     */
    record Leg(
            Kind kind,
            MerchantContractId contract,
            PaymentOrderId order,
            Optional<AggregateId> taker,
            Optional<AggregateId> through,
            long units) {}

    /** What has no contract's money in it has no leg. */
    static Optional<Leg> of(DomainEvent event) {
        return Optional.ofNullable(leg(event));
    }

    private static @Nullable Leg leg(DomainEvent event) {
        return switch (event) {
            case PaymentCaptured e when e.place() == PaymentPlace.CONTRACT -> paid(e.contract(), e.order(), e.amount());
            case PaymentReceived e -> paid(e.contract(), e.order(), e.credited());
            case RefundRequested e
            when e.facts().source() instanceof ContractPayment source ->
                e.order()
                        .map(order -> new Leg(
                                Kind.REFUND_REQUESTED,
                                source.contract(),
                                order,
                                Optional.of(e.refund()),
                                Optional.empty(),
                                0))
                        .orElse(null);
            case RefundFeeFunded e ->
                ofRefund(
                        Kind.FEE,
                        e.refund(),
                        e.to(),
                        Optional.of(e.merchant()),
                        e.amount().minorUnits());
            case RefundFunded e ->
                ofRefund(
                        Kind.REFUND,
                        e.refund(),
                        e.from(),
                        Optional.empty(),
                        -e.ofSource().minorUnits());
            case RefundCancelled e
            when e.wasFunded() ->
                ofRefund(
                        Kind.REFUND_ENDED,
                        e.refund(),
                        e.to(),
                        Optional.empty(),
                        e.toSource().minorUnits());
            case SplitExecuted e ->
                new Leg(
                        Kind.SPLIT,
                        e.terms().contract(),
                        e.terms().order(),
                        Optional.of(e.split()),
                        Optional.empty(),
                        -e.terms().base().minorUnits());
            case SplitReturned e ->
                new Leg(
                        Kind.SPLIT_RETURN,
                        e.contract(),
                        e.order(),
                        Optional.of(e.refund()),
                        Optional.of(e.split()),
                        SplitLeg.total(e.legs()).minorUnits());
            default -> null;
        };
    }

    private static Leg paid(MerchantContractId contract, PaymentOrderId order, Money amount) {
        return new Leg(Kind.PAYMENT, contract, order, Optional.empty(), Optional.empty(), amount.minorUnits());
    }

    /** Money too many is its payer's, and a part of a terminated contract no merchant's. */
    private static @Nullable Leg ofRefund(
            Kind kind, RefundId refund, RefundSource source, Optional<AggregateId> through, long units) {
        return source instanceof ContractPayment(var contract, var order)
                ? new Leg(kind, contract, order, Optional.of(refund), through, units)
                : null;
    }
}
