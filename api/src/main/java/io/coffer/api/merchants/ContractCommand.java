package io.coffer.api.merchants;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import java.util.Optional;

/** Every intent towards what a merchant was paid on account of one contract (A). */
public sealed interface ContractCommand extends Command {

    MerchantContractId contract();

    @Override
    default MerchantContractId target() {
        return contract();
    }

    /**
     * Mirrors that an order's payment is this contract's.
     *
     * @param custodyAccount where it lies, as far as it was said
     */
    record CreditContract(
            MerchantContractId contract, PaymentOrderId order, Money amount, Optional<CustodyAccount> custodyAccount)
            implements ContractCommand {

        public CreditContract(MerchantContractId contract, PaymentOrderId order, Money amount) {
            this(contract, order, amount, Optional.empty());
        }
    }

    /** Mirrors that payees of a split gave back of a payment: it is set aside for the refund at once, if that is still wanted. */
    record RefillContract(
            MerchantContractId contract, PaymentOrderId order, SplitId split, RefundId refund, Money amount)
            implements ContractCommand {}

    /** Sets money of one payment aside for one split or refund. */
    record ReserveContractFunds(MerchantContractId contract, PaymentOrderId order, ContractTaker taker, Money amount)
            implements ContractCommand {}

    /** Ends what is set aside for a taker that will not take it, or gave it back. */
    record EndContractReservation(MerchantContractId contract, ContractTaker taker) implements ContractCommand {}

    /** Mirrors that its taker took what was set aside for it. */
    record TakeContractReservation(MerchantContractId contract, ContractTaker taker) implements ContractCommand {}
}
