package io.coffer.api.merchants;

import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;

/** Every intent towards what a merchant was paid on account of one contract (A). */
public sealed interface ContractCommand extends Command {

    MerchantContractId contract();

    @Override
    default MerchantContractId target() {
        return contract();
    }

    /** Mirrors that an order's payment is this contract's. */
    record CreditContract(MerchantContractId contract, PaymentOrderId order, Money amount) implements ContractCommand {}

    /** Sets money of one payment aside for one refund. */
    record ReserveContractFunds(MerchantContractId contract, PaymentOrderId order, RefundId refund, Money amount)
            implements ContractCommand {}

    /** Ends what is set aside for a refund that will not take it, or gave it back. */
    record EndContractReservation(MerchantContractId contract, RefundId refund) implements ContractCommand {}

    /** Mirrors that the refund took what was set aside for it. */
    record TakeContractReservation(MerchantContractId contract, RefundId refund) implements ContractCommand {}
}
