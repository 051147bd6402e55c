package io.coffer.api.merchants;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;

/** Every refusal around what a merchant was paid on account of one contract (A). */
public sealed interface ContractRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The payment's own money is not enough, and no other payment's or contract's is within reach. */
    record ContractFundsMissing(String order, Money gap) implements ContractRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "What is left of " + order + " in this contract lacks " + gap + ".";
        }
    }

    /** Nothing is set aside for this split or refund now. */
    record ContractFundsNotReserved(String taker) implements ContractRejection {
        @Override
        public String sentence() {
            return "Nothing is set aside for " + taker + ".";
        }
    }
}
