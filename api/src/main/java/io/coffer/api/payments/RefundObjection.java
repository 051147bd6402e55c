package io.coffer.api.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.Locale;

/** One reason why a payment is not refunded as asked; a refusal tells all of them at once. */
public sealed interface RefundObjection {

    String sentence();

    /** The stable code: the reason's name in upper snake case. */
    @JsonProperty
    default String code() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** More than is left of the payment, refunds on their way counted. */
    record ExceedsRefundable(Money refundable) implements RefundObjection {
        @Override
        public String sentence() {
            return "Only " + refundable + " of the payment is left to be refunded.";
        }
    }

    /** So small a part is less than the fee that it must bring along; a greater one is not. */
    record FeeExceedsAmount(Money feeGap) implements RefundObjection {
        @Override
        public String sentence() {
            return "A part of this payment must be more than the fee of " + feeGap + " that it brings along now.";
        }
    }

    /** So small a part is its funder's as a whole; a greater one is not. */
    record DiscountExceedsAmount(Money discount) implements RefundObjection {
        @Override
        public String sentence() {
            return "A part of this payment must be more than the discount of " + discount + " that it gives back now.";
        }
    }

    /** What this part leaves would be its funder's as a whole, and could never be asked for; all that is left at once can. */
    record LeavesOnlyDiscount(Money refundable) implements RefundObjection {
        @Override
        public String sentence() {
            return "This part would leave nothing for the payer; ask for all " + refundable + " that is left.";
        }
    }

    /** The channel does not refund by the original route any more; a transfer to an account of the payer's is possible. */
    record WindowExceeded(Instant until) implements RefundObjection {
        @Override
        public String sentence() {
            return "The channel refunded until " + until + "; ask for a refund with route REROUTE.";
        }
    }

    /** The channel takes no further part of this payment. */
    record TooManyRefunds(int most) implements RefundObjection {
        @Override
        public String sentence() {
            return "The channel refunds a payment in at most " + most + " parts.";
        }
    }

    /** The channel wants a pause between the parts of one payment. */
    record TooSoon(Instant earliest) implements RefundObjection {
        @Override
        public String sentence() {
            return "The next part of this payment may be refunded at " + earliest + ".";
        }
    }

    /** The bank told of the payment without a number that its channel knows; a reroute is possible. */
    record OriginalUnknown() implements RefundObjection {
        @Override
        public String sentence() {
            return "The payment has no number that its channel knows; ask for a refund with route REROUTE.";
        }
    }

    /** The bank did not say who paid, so there is nobody to pay back; a reroute is possible. */
    record PayerUnknown() implements RefundObjection {
        @Override
        public String sentence() {
            return "The bank did not name the payer; ask for a refund with route REROUTE.";
        }
    }

    /** Only all of a payment is made void. */
    record ReversalNotWhole(Money whole) implements RefundObjection {
        @Override
        public String sentence() {
            return "Only the whole payment of " + whole + " can be made void; ask for a part with route ORIGINAL.";
        }
    }

    /** What goes back, or went back, of a payment keeps the channel from making it void. */
    record ReversalAfterRefund(Money refunded) implements RefundObjection {
        @Override
        public String sentence() {
            return "Of the payment " + refunded + " was refunded or is to be; ask for the rest with route ORIGINAL.";
        }
    }

    /** What payees had a part of is no payment that never was. */
    record ReversalAfterSplit() implements RefundObjection {
        @Override
        public String sentence() {
            return "The payment was split; ask for a refund with route ORIGINAL and a recovery plan.";
        }
    }

    /** A payment is made void on its own day, before the channel closes it. */
    record ReversalTooLate(Instant until) implements RefundObjection {
        @Override
        public String sentence() {
            return "The channel makes the payment void until " + until + "; ask for a refund with route ORIGINAL.";
        }
    }

    /** Nobody agreed with the channel that it makes payments void, or no channel captured this one. */
    record ReversalNotOffered() implements RefundObjection {
        @Override
        public String sentence() {
            return "No channel makes this payment void; ask for a refund with route ORIGINAL.";
        }
    }

    /** The parts of a recovery plan are what the source must have, to the last fen (R5). */
    record RecoveryPlanDiffers(Money needed, Money planned) implements RefundObjection {

        @Override
        public String sentence() {
            return "The recovery plan must add up to " + needed + ", not to " + planned + ".";
        }
    }

    /** Its merchant is to bear a part, out of a fee account that nobody has opened; opened later it could come to lie elsewhere. */
    record FeeAccountMissing(String merchant) implements RefundObjection {

        @Override
        public String sentence() {
            return merchant + " is to bear a part and is not opened.";
        }
    }

    /** Cash of one bank account does not cover what is missing at another: the refund would wait for ever. */
    record FeeAccountElsewhere(String feeAccountAt, String neededAt) implements RefundObjection {

        @Override
        public String sentence() {
            return "The merchant's fee account lies at " + feeAccountAt + ", the payment at " + neededAt + ".";
        }
    }

    /** What was paid beside an order never went to any payee. */
    record RecoveryNotNeeded() implements RefundObjection {

        @Override
        public String sentence() {
            return "This payment never reached the contract, so no payee has anything of it.";
        }
    }
}
