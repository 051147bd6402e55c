package io.coffer.api.ledger;

import io.coffer.api.money.Money;
import java.util.List;

/**
 * What one event moves in one book.
 *
 * @param rule the posting rule of {@code domain.md} 3.2, such as {@code PR-101}
 */
public record Journal(String rule, Book book, List<Posting> postings) {

    public Journal {
        postings = List.copyOf(postings);
    }

    /** Equation C1: debits are credits, and every line belongs to this book. */
    public boolean isBalanced() {
        return sum(Posting.Side.DEBIT).equals(sum(Posting.Side.CREDIT))
                && postings.stream()
                        .allMatch(posting -> posting.account().code().book() == book);
    }

    private Money sum(Posting.Side side) {
        return postings.stream()
                .filter(posting -> posting.side() == side)
                .map(Posting::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
