package io.coffer.api.splits;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import java.util.List;
import java.util.Optional;

/** Every fact of a split. */
public sealed interface SplitEvent extends DomainEvent {

    SplitId split();

    @Override
    default SplitId source() {
        return split();
    }

    /**
     * Money of one payment is to go to its payees. Posts nothing.
     *
     * @param checkers how many other people must agree before anything is set aside
     */
    @StoredAs("splits.SplitDefined")
    record SplitDefined(SplitId split, SplitTerms terms, String requestedBy, int checkers) implements SplitEvent {}

    /** Enough people agreed: the contract is asked for the base. Posts nothing. */
    @StoredAs("splits.SplitApproved")
    record SplitApproved(
            SplitId split, MerchantContractId contract, PaymentOrderId order, Money base, Optional<String> approvalId)
            implements SplitEvent {}

    /** People did not agree. Posts nothing. */
    @StoredAs("splits.SplitRejected")
    record SplitRejected(SplitId split, MerchantContractId contract, String reason) implements SplitEvent {}

    /** Nobody wants it any more. Posts nothing: the contract ends what it has set aside. */
    @StoredAs("splits.SplitCancelled")
    record SplitCancelled(SplitId split, MerchantContractId contract, String reason) implements SplitEvent {}

    /**
     * Mirror: the contract has set the base aside; the payees are asked whether they take their legs. Posts nothing.
     *
     * @param custodyAccount where the money lies, as far as it was said
     */
    @StoredAs("splits.SplitReserved")
    record SplitReserved(SplitId split, List<SplitLeg> legs, Optional<CustodyAccount> custodyAccount)
            implements SplitEvent {

        public SplitReserved {
            legs = List.copyOf(legs);
        }
    }

    /**
     * A payee's answer. Posts nothing.
     *
     * @param refusal the code of its refusal; absent where it takes its leg
     */
    @StoredAs("splits.SplitPayeeAnswered")
    record SplitPayeeAnswered(SplitId split, MerchantFeeAccountId payee, Optional<String> refusal)
            implements SplitEvent {}

    /**
     * It will never be: all of it goes out or nothing. Posts nothing: the contract ends what it has set aside.
     *
     * @param gap what its payment lacks; zero where payees refused
     * @param refusals of all payees that would not take their legs
     * @param code why it may not be, whoever agreed; absent where money is missing or payees refused
     */
    @StoredAs("splits.SplitBlocked")
    record SplitBlocked(
            SplitId split, MerchantContractId contract, Money gap, List<PayeeRefusal> refusals, Optional<String> code)
            implements SplitEvent {

        public SplitBlocked {
            refusals = List.copyOf(refusals);
        }

        public SplitBlocked(SplitId split, MerchantContractId contract, Money gap, List<PayeeRefusal> refusals) {
            this(split, contract, gap, refusals, Optional.empty());
        }
    }

    /** The payees have their legs, and the institution its fee (PR-602). */
    @StoredAs("splits.SplitExecuted")
    record SplitExecuted(SplitId split, SplitTerms terms) implements SplitEvent {}

    /** So much of what payees got is promised back for one refund. Posts nothing. */
    @StoredAs("splits.SplitReturnPromised")
    record SplitReturnPromised(SplitId split, RefundId refund, List<SplitLeg> legs) implements SplitEvent {

        public SplitReturnPromised {
            legs = List.copyOf(legs);
        }
    }

    /** The payees are asked for what was promised. Posts nothing. */
    @StoredAs("splits.SplitReturnStarted")
    record SplitReturnStarted(SplitId split, RefundId refund, List<SplitLeg> legs) implements SplitEvent {

        public SplitReturnStarted {
            legs = List.copyOf(legs);
        }
    }

    /**
     * What a payee has of what it gives back. Posts nothing.
     *
     * @param gap what it lacks; zero once it has set all of it aside
     */
    @StoredAs("splits.SplitReturnLegTold")
    record SplitReturnLegTold(SplitId split, RefundId refund, MerchantFeeAccountId payee, Money gap)
            implements SplitEvent {}

    /** What payees gave back is the payment's again, for this refund (PR-603). */
    @StoredAs("splits.SplitReturned")
    record SplitReturned(
            SplitId split, RefundId refund, MerchantContractId contract, PaymentOrderId order, List<SplitLeg> legs)
            implements SplitEvent {

        public SplitReturned {
            legs = List.copyOf(legs);
        }
    }

    /** The payees keep what they did not give back yet. Posts nothing: they end what they have set aside. */
    @StoredAs("splits.SplitReturnCancelled")
    record SplitReturnCancelled(SplitId split, RefundId refund, List<SplitLeg> legs, boolean wasStarted, String reason)
            implements SplitEvent {

        public SplitReturnCancelled {
            legs = List.copyOf(legs);
        }
    }
}
