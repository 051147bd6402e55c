package io.coffer.api.accounts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.util.List;

/** Every refusal around freezes and deductions. */
public sealed interface FreezeRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The order contradicts itself or the contract; every reason is listed. */
    record FreezeInvalid(List<String> reasons) implements FreezeRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The order cannot be kept: " + String.join("; ", reasons) + ".";
        }
    }

    /** Another order has this number. */
    record FreezeNumberTaken(String orderNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "An order with the number " + orderNo + " exists.";
        }
    }

    /** The police platform stopped this account as often as it may. */
    record EmergencyStopsExhausted(int most) implements FreezeRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "An account is stopped in an emergency at most " + most + " times.";
        }
    }

    /** There is no such order, or it is over by now. */
    record FreezeNotInForce(String orderNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "No order with the number " + orderNo + " is in force.";
        }
    }

    /** Only the order's own authority or a court's document lifts it. */
    record NotTheFreezingAuthority(String orderNo, String authority) implements FreezeRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "Order " + orderNo + " is lifted by " + authority + " or with a document of type COURT_DOCUMENT.";
        }
    }

    /** The approval is about another request than the last one to lift this order. */
    record UnfreezeNotPending(String orderNo, int requestNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "No undecided request " + requestNo + " to lift order " + orderNo + " exists.";
        }
    }

    /** A court takes no more than its own order holds at this moment. */
    record ExceedsEffectiveFreeze(Money asked, Money effective, Money gap) implements FreezeRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The order holds " + effective + "; " + gap + " are missing.";
        }
    }

    /** The number belongs to another deduction, release or leg of this account. */
    record DeductionNumberTaken(String deductionNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "The number " + deductionNo + " is taken in this account.";
        }
    }

    /** No undecided deduction has this number and content. */
    record DeductionNotPending(String deductionNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "No undecided deduction with this content has the number " + deductionNo + ".";
        }
    }

    /** The account takes it in first: the order that it was deducted under holds it again. */
    record DeductionNotRestored(String deductionNo) implements FreezeRejection {
        @Override
        public String sentence() {
            return "What was deducted as " + deductionNo + " came back; it is restored, then deducted anew.";
        }
    }

    /** The court's account is not on the list. */
    record CourtAccountUnknown(String account) implements FreezeRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "No listed court has the account " + account + ".";
        }
    }
}
