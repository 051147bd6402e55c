package io.coffer.api.payments;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Every refusal around payment orders. */
public sealed interface PaymentRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** An order must leave time to pay, and not for ever. */
    record ExpiryNotPossible(Instant earliest, Instant latest) implements PaymentRejection {
        @Override
        public String sentence() {
            return "An order expires after " + earliest + " and by " + latest + ".";
        }
    }

    /** A price of nothing cannot be paid, and a fee is less than the price. */
    record PriceNotPossible(Money price, Money fee) implements PaymentRejection {
        @Override
        public String sentence() {
            return "A price of " + price + " with a fee of " + fee + " cannot be paid.";
        }
    }

    /**
     * Somebody else pays a part of a price only where the payer transfers the rest to the order's own number, and never all of it.
     *
     * @param most what a discount on this price could be
     */
    record DiscountNotPossible(String way, Money most) implements PaymentRejection {
        @Override
        public String sentence() {
            return "With " + way + " a discount on this price is at most " + most + ".";
        }
    }

    /** The institution has no contract with this channel. */
    record ChannelUnknown(String channel) implements PaymentRejection {
        @Override
        public String sentence() {
            return "No channel " + channel + " is registered.";
        }
    }

    /** By this way nobody can collect the fee from this bearer, or give it back. */
    record FeeTermNotPossible(String way, FeeBearer bearer, boolean refundable) implements PaymentRejection {
        @Override
        public String sentence() {
            return "With " + way + " a fee cannot be borne by " + bearer + (refundable ? " and given back." : ".");
        }
    }

    /** Nobody agreed to this fee for the way: neither its rate and cap nor its bearer is for the one who makes the order to say. */
    record FeeTermNotAgreed(String way, List<FeeTerm> agreed) implements PaymentRejection {
        public FeeTermNotAgreed {
            agreed = List.copyOf(agreed);
        }

        @Override
        public String sentence() {
            return "With " + way + " no such fee is agreed"
                    + (agreed.isEmpty()
                            ? "."
                            : "; agreed are: "
                                    + agreed.stream().map(FeeTerm::inWords).collect(Collectors.joining("; ")) + ".");
        }
    }

    /** The channel captured another amount than the order's; it must be asked. */
    record CapturedAmountDiffers(Money price, Money captured) implements PaymentRejection {
        @Override
        public String sentence() {
            return "The order is of " + price + "; a capture of " + captured + " is not taken.";
        }
    }

    /** A capture of that time cannot be true; it must be asked. */
    record CaptureTimeNotPossible(Instant latest, LocalDate firstSettlement, LocalDate lastSettlement)
            implements PaymentRejection {
        @Override
        public String sentence() {
            return "A payment was captured until " + latest + " and is settled from " + firstSettlement + " to "
                    + lastSettlement + ".";
        }
    }

    /** The channel told of the same payment before, with other facts. */
    record CaptureContradicted(String tradeNo) implements PaymentRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Payment " + tradeNo + " was told before with other facts.";
        }
    }

    /** Another channel than the order's, or an order that no channel captures. */
    record NotTheChannel(String channel) implements PaymentRejection {
        @Override
        public String sentence() {
            return "The order is not paid through " + channel + ".";
        }
    }

    /** The order expects another amount by one receipt. */
    record ReceivedAmountDiffers(Money expected, Money received) implements PaymentRejection {
        @Override
        public String sentence() {
            return "The order expects " + expected + " by one receipt, not " + received + ".";
        }
    }

    /** The order has no such payment. */
    record PaymentUnknown(String paymentNo) implements PaymentRejection {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String sentence() {
            return "The order has no payment " + paymentNo + ".";
        }
    }

    /** The payment is not refunded as asked, for all of these reasons. */
    record RefundNotAdmitted(List<RefundObjection> reasons) implements PaymentRejection {
        public RefundNotAdmitted {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String sentence() {
            return reasons.stream()
                    .map(RefundObjection::sentence)
                    .collect(Collectors.joining(" ", "The payment is not refunded as asked. ", ""))
                    .strip();
        }
    }

    /** This number of a refund is taken. */
    record RefundNumberTaken(String refund) implements PaymentRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return refund + " is the number of another refund.";
        }
    }
}
