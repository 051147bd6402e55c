package io.coffer.api.settlements;

import io.coffer.api.money.Money;
import java.util.List;

/**
 * What lines add up to, each side by itself: money is never negative, and a channel may keep more than it owes.
 *
 * @param owed payments, and what came back of fees and refunds
 * @param kept fees, and refunds that were paid out of it
 */
public record Clearing(Money owed, Money kept) {

    public static final Clearing NOTHING = new Clearing(Money.ZERO, Money.ZERO);

    public static Clearing of(List<SettlementLine> lines) {
        var sum = NOTHING;
        for (var line : lines) {
            sum = sum.plus(line);
        }
        return sum;
    }

    public Clearing plus(SettlementLine line) {
        return switch (line.kind()) {
            case PAYMENT -> new Clearing(owed.plus(line.amount()), kept.plus(line.fee()));
            case REFUND -> new Clearing(owed, kept.plus(line.amount()));
            case FEE_RETURNED, BOUNCE -> new Clearing(owed.plus(line.amount()), kept);
        };
    }

    /** What the channel pays; nothing while it keeps more than it owes. */
    public Money net() {
        return owed.above(kept);
    }

    /** What the channel keeps above all that it owes. */
    public Money lacking() {
        return kept.above(owed);
    }
}
