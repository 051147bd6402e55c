package io.coffer.command.accounts;

import io.coffer.api.money.Money;

/** The three places where a fen of an account can stand, and the only code that moves one. */
record Buckets(Money available, Money inRelease, Money holdback) {

    static Buckets empty() {
        return new Buckets(Money.ZERO, Money.ZERO, Money.ZERO);
    }

    Money total() {
        return available.plus(inRelease).plus(holdback);
    }

    Buckets receive(Money amount) {
        return new Buckets(available.plus(amount), inRelease, holdback);
    }

    /** Promises available money to one taker. */
    Buckets reserve(Money amount) {
        return new Buckets(available.minus(amount), inRelease.plus(amount), holdback);
    }

    /** The taker gave up: the money is available again. */
    Buckets restore(Money amount) {
        return new Buckets(available.plus(amount), inRelease.minus(amount), holdback);
    }

    /** The taker was paid: the money is gone. */
    Buckets pay(Money amount) {
        return new Buckets(available, inRelease.minus(amount), holdback);
    }
}
