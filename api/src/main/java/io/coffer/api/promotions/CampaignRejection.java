package io.coffer.api.promotions;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import java.time.Instant;

/** Every refusal around promotions. */
public sealed interface CampaignRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** The terms contradict themselves, or cover too long a time. */
    record CampaignTermsNotPossible(String reason) implements CampaignRejection {
        @Override
        public String sentence() {
            return "The campaign cannot be: " + reason + ".";
        }
    }

    /** It gives discounts between these two moments only. */
    record CampaignNotRunning(Instant from, Instant until) implements CampaignRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The campaign runs from " + from + " until " + until + ".";
        }
    }

    /** The order's price is too low for one, or it asks for more than one order gets. */
    record DiscountOutOfTerms(Money most, Money threshold) implements CampaignRejection {
        @Override
        public String sentence() {
            return "One order gets " + most + " at most, from a price of " + threshold + " on.";
        }
    }

    /** What is left of the budget does not cover it. */
    record BudgetExhausted(Money gap, Money left) implements CampaignRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The budget lacks " + gap + " for this discount; " + left + " is left.";
        }
    }

    /** One order gets one discount. */
    record DiscountAlreadyGiven(PaymentOrderId order) implements CampaignRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The campaign has given order " + order + " its discount already.";
        }
    }

    /** A refund cannot give back what no order consumed; the word of that order is still on its way. */
    record DiscountNotConsumed(Money consumed) implements CampaignRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Orders have consumed " + consumed + " of the budget; no more can come back.";
        }
    }

    /** Nothing is set aside for the order now. */
    record DiscountNotLocked(PaymentOrderId order) implements CampaignRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No discount is set aside for order " + order + ".";
        }
    }
}
