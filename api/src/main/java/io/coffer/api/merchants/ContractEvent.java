package io.coffer.api.merchants;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;

/** Every fact of what a merchant was paid on account of one contract (A). */
public sealed interface ContractEvent extends DomainEvent {

    MerchantContractId contract();

    @Override
    default MerchantContractId source() {
        return contract();
    }

    /** Mirror: an order's payment is this contract's. Posts nothing. */
    @StoredAs("merchants.ContractCredited")
    record ContractCredited(MerchantContractId contract, PaymentOrderId order, Money amount) implements ContractEvent {}

    /** A refund of a payment of which the contract has not heard yet; it is served when the credit comes. Posts nothing. */
    @StoredAs("merchants.ContractFundsAwaited")
    record ContractFundsAwaited(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money amount)
            implements ContractEvent {}

    /**
     * The refund does not wait any more. Posts nothing.
     *
     * @param gap what the payment lacks for it; zero where nobody wants the money any more
     */
    @StoredAs("merchants.ContractWaitEnded")
    record ContractWaitEnded(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money gap)
            implements ContractEvent {}

    /** Money of one payment is set aside for one refund (PR-121). */
    @StoredAs("merchants.ContractFundsReserved")
    record ContractFundsReserved(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money amount)
            implements ContractEvent {}

    /** The refund will not take it, or gave it back (PR-122). */
    @StoredAs("merchants.ContractReservationEnded")
    record ContractReservationEnded(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money amount)
            implements ContractEvent {}

    /** Mirror: the refund took what was set aside for it. Posts nothing. */
    @StoredAs("merchants.ContractReservationTaken")
    record ContractReservationTaken(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money amount)
            implements ContractEvent {}
}
