package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An escrow account without Axon. */
public final class PureEscrowAccount implements PureAggregate {

    private EscrowState state = EscrowState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return EscrowRules.decide(state, (EscrowCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((EscrowEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public String status() {
        return state instanceof OpenAccount account ? account.status().name() : "UNOPENED";
    }

    /** The buckets' sum, and what came back and is not decided or not paid again. */
    public Money balance() {
        return state instanceof OpenAccount account
                ? account.returns().open().values().stream()
                        .map(Returned::amount)
                        .reduce(account.buckets().total(), Money::plus)
                : Money.ZERO;
    }

    /** What came back, by its release. */
    public List<String> returns() {
        return state instanceof OpenAccount account
                ? List.copyOf(account.returns().open().keySet())
                : List.of();
    }

    /** The numbers of every order that was given. */
    public List<String> orders() {
        return state instanceof OpenAccount account
                ? account.freezes().byArrival().stream()
                        .map(freeze -> freeze.order().orderNo())
                        .toList()
                : List.of();
    }

    public int supplements() {
        return state instanceof OpenAccount account ? account.agreement().supplements() : 0;
    }

    public Optional<VirtualAccountId> number() {
        return state instanceof OpenAccount account ? account.agreement().number() : Optional.empty();
    }

    public Money missing() {
        return state instanceof OpenAccount account ? account.missing() : Money.ZERO;
    }

    public Money missingHoldback() {
        return state instanceof OpenAccount account ? account.missingHoldback() : Money.ZERO;
    }

    public Money releasable(Instant at) {
        return state instanceof OpenAccount account ? account.releasable(at) : Money.ZERO;
    }

    /** The claims that may be paid now. */
    public Map<String, Money> claims(Instant at) {
        var ripe = new TreeMap<String, Money>();
        if (state instanceof OpenAccount account) {
            account.holdback().claims().forEach((claimNo, claim) -> {
                if (account.isOpen(claim) && claim.counts(at)) {
                    ripe.put(claimNo, claim.amount());
                }
            });
        }
        return ripe;
    }

    public Money unclaimed() {
        return state instanceof OpenAccount account ? account.unclaimed() : Money.ZERO;
    }

    /** Requests that nobody decided, by their numbers. */
    public List<String> undecided() {
        return state instanceof OpenAccount account
                ? account.releases().byNumber().entrySet().stream()
                        .filter(item -> item.getValue().isUndecided())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** A plan that all could sign: the loan and the seller's own money back, receipts to the buyer, the rest to the seller. */
    public List<TerminationLegRequest> plan(Supplier<String> numbers) {
        var legs = new ArrayList<TerminationLegRequest>();
        if (state instanceof OpenAccount account) {
            var loan = account.loanThatIsHere();
            var sellers = account.paidInThatIsHere();
            var left = account.buckets()
                    .available()
                    .plus(account.buckets().holdback())
                    .above(loan.plus(sellers));
            if (!loan.isZero()) {
                legs.add(new TerminationLegRequest(numbers.get(), "L-1", loan, Optional.empty()));
            }
            for (var credit : account.funding().credits()) {
                var back = left.min(credit.taken()
                        .above(account.legsThatLeft(leg ->
                                leg.receipt().filter(credit.receipt()::equals).isPresent())));
                if (!back.isZero()) {
                    legs.add(new TerminationLegRequest(numbers.get(), "B-1", back, Optional.of(credit.receipt())));
                    left = left.minus(back);
                }
            }
            left = left.plus(sellers);
            if (!left.isZero()) {
                legs.add(new TerminationLegRequest(numbers.get(), "S-1", left, Optional.empty()));
            }
        }
        return legs;
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(EscrowAccount.class);
    }
}
