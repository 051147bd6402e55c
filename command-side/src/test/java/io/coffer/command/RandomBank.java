package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutOutcomeContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.command.accounts.Sale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A bank that loses calls and answers, is slow, refuses; but it debits one number once, and it never lies. */
final class RandomBank {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Instructions that arrived; empty while the bank is at it. */
    private final Map<PayoutId, Optional<PayoutOutcome>> instructions = new HashMap<>();

    private final Map<PayoutId, String> returns = new HashMap<>();
    private final Map<PayoutId, Money> amounts = new HashMap<>();
    private final RandomGenerator random;

    RandomBank(RandomGenerator random) {
        this.random = random;
    }

    /** What the caller hears: nothing, or that the bank is at it, or the outcome. */
    Heard call(PayoutId payout) {
        if (random.nextInt(4) == 0) {
            return Heard.NOTHING;
        }
        instructions.putIfAbsent(payout, Optional.empty());
        if (random.nextBoolean()) {
            work(payout);
        }
        return random.nextInt(3) == 0 ? Heard.NOTHING : query(payout);
    }

    Heard query(PayoutId payout) {
        if (!instructions.containsKey(payout)) {
            return Heard.UNKNOWN_NUMBER;
        }
        return outcome(payout).isPresent() ? Heard.OUTCOME : Heard.AT_IT;
    }

    void work(PayoutId payout) {
        if (query(payout) == Heard.AT_IT) {
            instructions.put(
                    payout,
                    Optional.of(
                            random.nextInt(3) == 0
                                    ? new PayoutOutcome.Refused("CLOSED")
                                    : new PayoutOutcome.Paid("CORE-" + instructions.size(), DAY)));
        }
    }

    /** The line of a return; only what was paid comes back, and it comes back once. */
    Optional<RegisterReturn> giveBack(PayoutId payout) {
        return Optional.of(payout)
                .filter(this::hasPaid)
                .map(_ -> returns.computeIfAbsent(payout, _ -> "BACK-" + returns.size()))
                .map(coreNo -> new RegisterReturn(
                        payout, Sale.receipt(coreNo), amounts.getOrDefault(payout, Money.ZERO), DAY, coreNo));
    }

    boolean hasPaid(PayoutId payout) {
        return outcome(payout).filter(PayoutOutcome.Paid.class::isInstance).isPresent();
    }

    boolean hasGivenBack(PayoutId payout) {
        return returns.containsKey(payout);
    }

    Optional<PayoutOutcome> outcome(PayoutId payout) {
        return instructions.getOrDefault(payout, Optional.empty());
    }

    /** Its own journal is the second witness of whatever our log says. */
    void witness(DomainEvent event) {
        switch (event) {
            case PayoutCreated e -> amounts.put(e.payout(), e.amount());
            case PayoutReturned e -> assertThat(returns).as("returned by %s", e).containsEntry(e.payout(), e.coreNo());
            case PayoutReturnAnnounced e ->
                assertThat(returns).as("announced by %s", e).containsEntry(e.payout(), e.coreNo());
            case PayoutReturnContradicted e -> throw new AssertionError("A bank that never lies: " + e);
            case PayoutOutcomeContradicted e -> throw new AssertionError("A bank that never lies: " + e);
            case PayoutSucceeded e ->
                assertThat(outcome(e.payout())).contains(new PayoutOutcome.Paid(e.coreNo(), e.bankDate()));
            case PayoutFailed e ->
                assertThat(hasPaid(e.payout()))
                        .as("money freed by %s that the bank has paid", e)
                        .isFalse();
            default -> {}
        }
    }

    /** What came back of a call or a question. */
    enum Heard {
        NOTHING,
        UNKNOWN_NUMBER,
        AT_IT,
        OUTCOME
    }
}
