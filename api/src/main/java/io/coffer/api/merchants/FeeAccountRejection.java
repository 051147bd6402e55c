package io.coffer.api.merchants;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;

/** Every refusal around a merchant's fee account (B). */
public sealed interface FeeAccountRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /**
     * B has too little for the fee of the order, and what it lacks may not be advanced.
     *
     * @param gap what B lacks
     * @param advanceable what could still be advanced
     */
    record FeeNotCovered(Money gap, Money advanceable) implements FeeAccountRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The fee account lacks " + gap + " for this fee; " + advanceable + " could be advanced.";
        }
    }

    /** The order has its fee, or an advance for it is open. */
    record FeeAlreadyReserved(String orderNo) implements FeeAccountRejection {
        @Override
        public String sentence() {
            return "A fee is reserved, or its advance is open, for order " + orderNo + " already.";
        }
    }

    /** Nothing is set aside for the order now. */
    record FeeNotReserved(String orderNo) implements FeeAccountRejection {
        @Override
        public String sentence() {
            return "No fee is reserved for order " + orderNo + ".";
        }
    }

    /**
     * Money of one bank account of ours cannot pay what is missing at another.
     *
     * @param feeAccountAt where the money of B lies
     * @param neededAt where the order's, or the refund's, money lies
     */
    record FeeAtOtherCustodyAccount(String feeAccountAt, String neededAt) implements FeeAccountRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The fee account lies at " + feeAccountAt + ", what the fee is for at " + neededAt + ".";
        }
    }

    /** No money, no fee. */
    record FeeZero(String orderNo) implements FeeAccountRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The fee of order " + orderNo + " is nothing; there is nothing to reserve.";
        }
    }

    /** People of the institution let the account do less. */
    record FeeAccountRestricted(FeeAccountStanding standing, String reason) implements FeeAccountRejection {
        @Override
        public String sentence() {
            return "The fee account is " + standing + ", because of " + reason + ".";
        }
    }

    /** No merchant is lent as much. */
    record AdvanceLimitTooHigh(Money most) implements FeeAccountRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "Open advances of one merchant add up to " + most + " at most.";
        }
    }

    /** Nobody asks for this limit any more. */
    record AdvanceLimitNotRequested(int requestNo) implements FeeAccountRejection {
        @Override
        public String sentence() {
            return "Request " + requestNo + " is not the latest one, asks for another limit, or was carried out.";
        }
    }

    /** Nothing is set aside, or awaited, for this taker now. */
    record MerchantFundsNotReserved(String taker) implements FeeAccountRejection {

        @Override
        public String sentence() {
            return "Nothing of the fee account is set aside for " + taker + ".";
        }
    }
}
