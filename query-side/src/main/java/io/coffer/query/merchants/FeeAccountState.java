package io.coffer.query.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a fee account now. What ended is in the events.
 *
 * @param custodyAccount where it lies; nowhere before it is open
 * @param number what its payers pay to
 * @param askedLimit what somebody wants the limit to be, until it is set
 * @param recovering set aside for advances, between the two events that take it
 * @param givenBack what channels ever gave back of fees that it bore
 * @param reservations what orders and refunds have set aside, the oldest first
 * @param advances own cash that is out, the oldest first
 * @param promises own cash that refunds may take
 */
record FeeAccountState(
        MerchantFeeAccountId account,
        Optional<CustodyAccount> custodyAccount,
        Optional<VirtualAccountId> number,
        FeeAccountStanding standing,
        String reason,
        Money limit,
        Optional<Money> askedLimit,
        Money available,
        Money recovering,
        Money givenBack,
        List<Reservation> reservations,
        List<Advance> advances,
        List<Promise> promises,
        Instant openedAt,
        Instant changedAt,
        long openedPosition,
        long version) {

    /** What is set aside for an order or a refund. */
    record Reservation(String orderNo, Money amount, Instant reservedAt) {

        Reservation plus(Money more) {
            return new Reservation(orderNo, amount.plus(more), reservedAt);
        }

        Reservation minus(Money less) {
            return new Reservation(orderNo, amount.minus(less), reservedAt);
        }
    }

    /**
     * Own cash that is out for an order.
     *
     * @param amount what was advanced
     * @param open what of it was not paid back
     * @param position of the event that advanced it, for lists
     */
    record Advance(String orderNo, Money amount, Money open, Instant advancedAt, Instant overdueFrom, long position) {

        Advance with(Money left) {
            return new Advance(orderNo, amount, left, advancedAt, overdueFrom, position);
        }
    }

    /** Own cash that a refund may take; then it is out. */
    record Promise(RefundId refund, Money amount, Instant promisedAt) {}

    Money reserved() {
        return reservations.stream().map(Reservation::amount).reduce(recovering, Money::plus);
    }

    Money advanced() {
        return advances.stream().map(Advance::open).reduce(Money.ZERO, Money::plus);
    }

    Money promised() {
        return promises.stream().map(Promise::amount).reduce(Money.ZERO, Money::plus);
    }
}
