package io.coffer.query.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param claims what others than fees want, the oldest first
 * @param splitIn what splits ever gave it
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
        List<Claim> claims,
        Money splitIn,
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

    /**
     * What a taker wants.
     *
     * @param gap what is missing of it; zero once it is set aside
     */
    record Claim(FundsTaker taker, Money amount, Money gap, Instant askedAt) {

        Money reserved() {
            return gap.isZero() ? amount : Money.ZERO;
        }
    }

    Money reserved() {
        return Stream.concat(
                        reservations.stream().map(Reservation::amount),
                        claims.stream().map(Claim::reserved))
                .reduce(recovering, Money::plus);
    }

    Money advanced() {
        return advances.stream().map(Advance::open).reduce(Money.ZERO, Money::plus);
    }

    Money promised() {
        return promises.stream().map(Promise::amount).reduce(Money.ZERO, Money::plus);
    }
}
