package io.coffer.api.refunds;

import io.coffer.api.money.Money;

/**
 * When somebody else must agree to a refund ({@code domain.md} 1.5, R6). What counts is all that goes back of one payment
 * without a second person, the funder's part with the payer's, so that nothing is gained by asking for it in parts.
 */
public final class SecondPerson {

    /** Up to here nobody else must agree, unless the money goes to another account. */
    public static final Money ALONE_MAX = Money.yuan(1_000);

    private SecondPerson() {}

    /**
     * Whether somebody else must agree to this refund. To a part of a terminated contract other people agreed with its plan.
     *
     * @param alone what else goes back, or went back, of the same payment without a second person
     */
    public static boolean isNeededFor(AdmittedRefund refund, Money alone) {
        if (refund.source() instanceof RefundSource.EscrowLeg) {
            return false;
        }
        return refund.recovery().isPresent()
                || refund.route() instanceof RefundRoute.Reroute
                || alone.plus(refund.price()).exceeds(ALONE_MAX);
    }
}
