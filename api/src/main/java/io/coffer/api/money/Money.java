package io.coffer.api.money;

import java.util.Currency;

/**
 * An amount of customers' or own money, never negative, exact to the fen.
 *
 * @param minorUnits the amount in fen
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    /** The only currency of this deployment. */
    public static final Currency CNY = Currency.getInstance("CNY");

    public static final Money ZERO = new Money(0, CNY);

    public Money {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("Money is never negative: " + minorUnits);
        }
        if (!currency.equals(CNY)) {
            throw new IllegalArgumentException("Only CNY is kept here, not " + currency);
        }
    }

    public static Money fen(long minorUnits) {
        return new Money(minorUnits, CNY);
    }

    /** Whole yuan. */
    public static Money yuan(long yuan) {
        return fen(Math.multiplyExact(yuan, 100L));
    }

    /** Throws {@link ArithmeticException} instead of wrapping around. */
    public Money plus(Money other) {
        return fen(Math.addExact(minorUnits, other.minorUnits));
    }

    /** Throws when {@code other} is more than this: money that is not there cannot be taken away. */
    public Money minus(Money other) {
        return fen(Math.subtractExact(minorUnits, other.minorUnits));
    }

    /** What is left above {@code other}, or zero. */
    public Money above(Money other) {
        return exceeds(other) ? minus(other) : ZERO;
    }

    public boolean exceeds(Money other) {
        return minorUnits > other.minorUnits;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public Money min(Money other) {
        return exceeds(other) ? other : this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnits);
    }

    @Override
    public String toString() {
        return Amount.of(this).value() + " " + currency;
    }
}
