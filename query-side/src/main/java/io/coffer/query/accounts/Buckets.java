package io.coffer.query.accounts;

import io.coffer.api.money.Money;

/** Where the account's own money stands. */
record Buckets(Money available, Money inRelease, Money holdback) {

    static final Buckets EMPTY = new Buckets(Money.ZERO, Money.ZERO, Money.ZERO);

    Money total() {
        return available.plus(inRelease).plus(holdback);
    }

    Buckets credited(Money amount) {
        return new Buckets(available.plus(amount), inRelease, holdback);
    }

    Buckets reserved(Money amount) {
        return new Buckets(available.minus(amount), inRelease.plus(amount), holdback);
    }

    Buckets paid(Money amount) {
        return new Buckets(available, inRelease.minus(amount), holdback);
    }

    Buckets givenBack(Money amount) {
        return new Buckets(available.plus(amount), inRelease.minus(amount), holdback);
    }
}
