package io.coffer.api.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import java.util.Optional;

/** Every fact of what a merchant was paid on account of one contract (A). */
public sealed interface ContractEvent extends DomainEvent {

    MerchantContractId contract();

    @Override
    default MerchantContractId source() {
        return contract();
    }

    /**
     * Mirror: an order's payment is this contract's. Posts nothing.
     *
     * @param custodyAccount where it lies; facts of before, and of lines without a place, do not say it
     */
    @StoredAs("merchants.ContractCredited")
    record ContractCredited(
            MerchantContractId contract, PaymentOrderId order, Money amount, Optional<CustodyAccount> custodyAccount)
            implements ContractEvent {

        public ContractCredited(MerchantContractId contract, PaymentOrderId order, Money amount) {
            this(contract, order, amount, Optional.empty());
        }
    }

    /** Mirror: payees of a split gave back of this payment, for this refund. Posts nothing. */
    @StoredAs("merchants.ContractRefilled")
    record ContractRefilled(
            MerchantContractId contract, PaymentOrderId order, SplitId split, RefundId refund, Money amount)
            implements ContractEvent {}

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

    /**
     * Money of one payment is set aside for one split or refund (PR-121); for a refund piece by piece, as payees give back.
     *
     * @param refund which one; absent for a split
     * @param split which one; absent for a refund
     * @param custodyAccount where the money lies, as far as it was said; for a split only
     */
    @StoredAs("merchants.ContractFundsReserved")
    record ContractFundsReserved(
            MerchantContractId contract,
            PaymentOrderId order,
            Optional<RefundId> refund,
            Money amount,
            Optional<SplitId> split,
            Optional<CustodyAccount> custodyAccount)
            implements ContractEvent {

        public ContractFundsReserved(
                MerchantContractId contract, PaymentOrderId order, ContractTaker taker, Money amount) {
            this(contract, order, taker, amount, Optional.empty());
        }

        public ContractFundsReserved(
                MerchantContractId contract,
                PaymentOrderId order,
                ContractTaker taker,
                Money amount,
                Optional<CustodyAccount> custodyAccount) {
            this(contract, order, ContractTaker.refund(taker), amount, ContractTaker.split(taker), custodyAccount);
        }

        public ContractTaker taker() {
            return ContractTaker.either(refund, split);
        }
    }

    /**
     * Its taker will not take it, or gave it back (PR-122).
     *
     * @param refund whose it was; absent for a split
     * @param split whose it was; absent for a refund
     */
    @StoredAs("merchants.ContractReservationEnded")
    record ContractReservationEnded(
            MerchantContractId contract,
            PaymentOrderId order,
            Optional<RefundId> refund,
            Money amount,
            Optional<SplitId> split)
            implements ContractEvent {

        public ContractReservationEnded(
                MerchantContractId contract, PaymentOrderId order, ContractTaker taker, Money amount) {
            this(contract, order, ContractTaker.refund(taker), amount, ContractTaker.split(taker));
        }

        public ContractTaker taker() {
            return ContractTaker.either(refund, split);
        }
    }

    /**
     * Mirror: its taker took what was set aside for it. Posts nothing.
     *
     * @param refund which one; absent for a split
     * @param split which one; absent for a refund
     */
    @StoredAs("merchants.ContractReservationTaken")
    record ContractReservationTaken(
            MerchantContractId contract,
            PaymentOrderId order,
            Optional<RefundId> refund,
            Money amount,
            Optional<SplitId> split)
            implements ContractEvent {

        public ContractReservationTaken(
                MerchantContractId contract, PaymentOrderId order, ContractTaker taker, Money amount) {
            this(contract, order, ContractTaker.refund(taker), amount, ContractTaker.split(taker));
        }

        public ContractTaker taker() {
            return ContractTaker.either(refund, split);
        }
    }
}
