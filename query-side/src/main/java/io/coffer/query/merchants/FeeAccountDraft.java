package io.coffer.query.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.query.kernel.Booked;
import io.coffer.query.merchants.FeeAccountState.Advance;
import io.coffer.query.merchants.FeeAccountState.Claim;
import io.coffer.query.merchants.FeeAccountState.Promise;
import io.coffer.query.merchants.FeeAccountState.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next state while one event is worked in. */
final class FeeAccountDraft {

    /** From then on a receivable is an alarm ({@code domain.md} 2, incident B). */
    static final Duration OVERDUE_AFTER = Duration.ofDays(30);

    private final FeeAccountState before;
    private final Booked booked;
    private final List<Reservation> reservations;
    private final List<Advance> advances;
    private final List<Promise> promises;
    private final List<Claim> claims;
    private Optional<CustodyAccount> custodyAccount;
    private Optional<VirtualAccountId> number;
    private FeeAccountStanding standing;
    private String reason;
    private Money limit;
    private Optional<Money> askedLimit;
    private Money available;
    private Money recovering;
    private Money givenBack;
    private Money splitIn;

    FeeAccountDraft(FeeAccountState before, Booked booked) {
        this.before = before;
        this.booked = booked;
        this.reservations = new ArrayList<>(before.reservations());
        this.advances = new ArrayList<>(before.advances());
        this.promises = new ArrayList<>(before.promises());
        this.claims = new ArrayList<>(before.claims());
        this.custodyAccount = before.custodyAccount();
        this.number = before.number();
        this.standing = before.standing();
        this.reason = before.reason();
        this.limit = before.limit();
        this.askedLimit = before.askedLimit();
        this.available = before.available();
        this.recovering = before.recovering();
        this.givenBack = before.givenBack();
        this.splitIn = before.splitIn();
    }

    /** What came back before is its own from now on. */
    void opened(CustodyAccount where) {
        if (custodyAccount.isPresent()) {
            throw new IllegalStateException("Opened twice: " + before.account());
        }
        custodyAccount = Optional.of(where);
        stands(FeeAccountStanding.ACTIVE, FeeAccountFolding.OPENED);
    }

    void attached(VirtualAccountId next) {
        number = Optional.of(next);
    }

    void stands(FeeAccountStanding next, String why) {
        standing = next;
        reason = why;
    }

    void asked(Money next) {
        askedLimit = Optional.of(next);
    }

    void limited(Money next) {
        limit = next;
        askedLimit = Optional.empty();
    }

    void cameIn(Money amount) {
        available = available.plus(amount);
    }

    void setAside(FeeTaker taker, Money amount) {
        available = available.minus(amount);
        switch (taker) {
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Refund _ -> reserve(taker.orderNo(), amount);
            case FeeTaker.Recovery _ -> recovering = recovering.plus(amount);
        }
    }

    void advanced(String orderNo, Money amount) {
        reserve(orderNo, amount);
        isOut(orderNo, amount);
    }

    /** A debt only once the refund takes it. */
    void promised(RefundId refund, Money amount) {
        if (!amount.isZero()) {
            promises.add(new Promise(refund, amount, booked.bookedAt()));
        }
    }

    void withdrawn(RefundId refund) {
        promises.removeIf(promise -> promise.refund().equals(refund));
    }

    void taken(FeeTaker taker) {
        reservations.removeIf(item -> item.orderNo().equals(taker.orderNo()));
        if (taker instanceof FeeTaker.Refund(var refund)) {
            promises.stream()
                    .filter(promise -> promise.refund().equals(refund))
                    .forEach(promise -> isOut(refund.value(), promise.amount()));
            withdrawn(refund);
        }
    }

    void gaveBack(Money amount) {
        givenBack = givenBack.plus(amount);
        cameIn(amount);
    }

    void recovered(String orderNo, FeeTaker from, Money amount, Money left) {
        switch (from) {
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Refund _ ->
                reservations.replaceAll(item -> item.orderNo().equals(from.orderNo()) ? item.minus(amount) : item);
            case FeeTaker.Recovery _ -> recovering = recovering.minus(amount);
        }
        advances.replaceAll(advance -> advance.orderNo().equals(orderNo) ? advance.with(left) : advance);
        advances.removeIf(advance -> advance.open().isZero());
    }

    void ended(String orderNo, Money amount) {
        reservations.removeIf(item -> item.orderNo().equals(orderNo));
        available = available.plus(amount);
    }

    void gotLeg(Money amount) {
        splitIn = splitIn.plus(amount);
        cameIn(amount);
    }

    /** In its place, since when it was first asked for. */
    void claimed(FundsTaker taker, Money amount, Money gap) {
        if (claims.stream().noneMatch(claim -> claim.taker().equals(taker))) {
            claims.add(new Claim(taker, amount, amount, booked.bookedAt()));
        }
        claims.replaceAll(
                claim -> claim.taker().equals(taker) ? new Claim(taker, amount, gap, claim.askedAt()) : claim);
        if (gap.isZero()) {
            available = available.minus(amount);
        }
    }

    void claimEnded(FundsTaker taker, Money givenBackAgain) {
        claims.removeIf(claim -> claim.taker().equals(taker));
        available = available.plus(givenBackAgain);
    }

    FeeAccountState state() {
        return new FeeAccountState(
                before.account(),
                custodyAccount,
                number,
                standing,
                reason,
                limit,
                askedLimit,
                available,
                recovering,
                givenBack,
                List.copyOf(reservations),
                List.copyOf(advances),
                List.copyOf(promises),
                List.copyOf(claims),
                splitIn,
                before.openedAt(),
                booked.bookedAt(),
                before.openedPosition(),
                booked.sequence());
    }

    private void isOut(String orderNo, Money amount) {
        advances.add(new Advance(
                orderNo, amount, amount, booked.bookedAt(), booked.bookedAt().plus(OVERDUE_AFTER), booked.position()));
    }

    private void reserve(String orderNo, Money amount) {
        if (reservations.stream().noneMatch(item -> item.orderNo().equals(orderNo))) {
            reservations.add(new Reservation(orderNo, Money.ZERO, booked.bookedAt()));
        }
        reservations.replaceAll(item -> item.orderNo().equals(orderNo) ? item.plus(amount) : item);
    }
}
