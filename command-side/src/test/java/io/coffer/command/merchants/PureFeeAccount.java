package io.coffer.command.merchants;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** A merchant's fee account without Axon. */
public final class PureFeeAccount implements PureAggregate {

    private FeeAccountState state = FeeAccountState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return FeeAccountRules.decide(state, (FeeAccountCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((FeeAccountEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public Money available() {
        return state instanceof FeeAccount account ? account.buckets().available() : Money.ZERO;
    }

    public Money reserved() {
        return state instanceof FeeAccount account
                ? account.buckets().reserved().values().stream()
                        .reduce(account.buckets().recovering(), Money::plus)
                        .plus(claimed())
                : Money.ZERO;
    }

    /** What is set aside for others than fees. */
    public Money claimed() {
        return claims(claim -> !claim.waits());
    }

    /** What others than fees wait for. */
    public Money awaited() {
        return claims(FundsClaims.Claim::waits);
    }

    /** Whether nobody waits for what is there. */
    public boolean isServed() {
        return !(state instanceof FeeAccount account)
                || !account.standing().reserves()
                || account.claims().waiting().stream()
                        .allMatch(claim -> claim.amount().exceeds(available()));
    }

    private Money claims(Predicate<FundsClaims.Claim> which) {
        return state instanceof FeeAccount account
                ? account.claims().all().stream()
                        .filter(which)
                        .map(FundsClaims.Claim::amount)
                        .reduce(Money.ZERO, Money::plus)
                : Money.ZERO;
    }

    /** What is set aside for one taker. */
    public Money reserved(String orderNo) {
        return state instanceof FeeAccount account
                ? account.buckets().of(orderNo).orElse(Money.ZERO)
                : Money.ZERO;
    }

    /** Own cash that is out. */
    public Money advanced() {
        return state instanceof FeeAccount account
                ? account.advances().open().stream()
                        .map(Advances.Advance::amount)
                        .reduce(Money.ZERO, Money::plus)
                : Money.ZERO;
    }

    /** Own cash that is out, or promised. */
    public Money lent() {
        return state instanceof FeeAccount account ? account.advances().total() : Money.ZERO;
    }

    public Money limit() {
        return state instanceof FeeAccount account ? account.limit().granted() : Money.ZERO;
    }

    public Set<String> orders() {
        return state instanceof FeeAccount account
                ? account.buckets().reserved().keySet()
                : Set.of();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(MerchantFeeAccount.class);
    }
}
