package io.coffer.command;

import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.command.RandomBank.Heard;
import io.coffer.command.accounts.Sale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A payment channel that loses calls and answers, is slow, refuses; but it credits one number once, and it never lies. */
final class RandomChannel {

    static final String NAME = "WECHAT";
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** Orders that arrived; empty while the channel is at it. */
    private final Map<RefundId, Optional<RefundOutcome>> orders = new HashMap<>();

    private final Set<RefundId> takenBack = new HashSet<>();
    private final RandomGenerator random;

    RandomChannel(RandomGenerator random) {
        this.random = random;
    }

    /** What it could not do then it may do when it is told again. */
    Heard call(RefundId refund) {
        if (random.nextInt(4) == 0) {
            return Heard.NOTHING;
        }
        if (outcome(refund).filter(RandomChannel::isForNow).isPresent()) {
            orders.remove(refund);
        }
        orders.putIfAbsent(refund, Optional.empty());
        if (random.nextBoolean()) {
            work(refund);
        }
        return random.nextInt(3) == 0 ? Heard.NOTHING : query(refund);
    }

    private static boolean isForNow(RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.Refused(var failure, var _) && failure == RefundFailure.RETRYABLE;
    }

    Heard query(RefundId refund) {
        if (!orders.containsKey(refund)) {
            return Heard.UNKNOWN_NUMBER;
        }
        return outcome(refund).isPresent() ? Heard.OUTCOME : Heard.AT_IT;
    }

    void work(RefundId refund) {
        if (query(refund) == Heard.AT_IT) {
            orders.put(refund, Optional.of(any(refund)));
        }
    }

    /** Something that a channel may say of this refund. */
    RefundOutcome any(RefundId refund) {
        return switch (random.nextInt(6)) {
            case 0 -> new RefundOutcome.Refused(RefundFailure.RETRYABLE, "BALANCE_NOT_ENOUGH");
            case 1 -> new RefundOutcome.Refused(RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED");
            case 2 -> new RefundOutcome.Refused(RefundFailure.FINAL, "NOT_ALLOWED");
            default -> done(refund);
        };
    }

    private RefundOutcome.Done done(RefundId refund) {
        var fee = random.nextInt(3) == 0
                ? Optional.of(new RefundOutcome.ReturnedFee(Money.fen(1 + random.nextInt(3)), DAY))
                : Optional.<RefundOutcome.ReturnedFee>empty();
        return new RefundOutcome.Done(numberOf(refund), funds(), fee);
    }

    static String numberOf(RefundId refund) {
        return "WR-" + refund.value().replace(':', '-');
    }

    RefundFunds funds() {
        return random.nextBoolean()
                ? new RefundFunds.Netted(NAME, DAY)
                : new RefundFunds.Debited(Sale.CUSTODY, DAY, "C-" + random.nextInt(1_000));
    }

    /** It can take back what it gave. */
    void takeBack(RefundId refund) {
        if (hasPaid(refund)) {
            takenBack.add(refund);
        }
    }

    boolean hasTakenBack(RefundId refund) {
        return takenBack.contains(refund);
    }

    boolean hasPaid(RefundId refund) {
        return outcome(refund).filter(RefundOutcome.Done.class::isInstance).isPresent();
    }

    Optional<RefundOutcome> outcome(RefundId refund) {
        return orders.getOrDefault(refund, Optional.empty());
    }
}
