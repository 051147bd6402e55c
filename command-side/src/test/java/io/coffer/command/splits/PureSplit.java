package io.coffer.command.splits;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitEvent;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A split without Axon. */
public final class PureSplit implements PureAggregate {

    static final Duration WINDOW = Duration.ofDays(180);
    private static final SplitTimes TIMES = new SplitTimes(WINDOW);

    private final SplitLookup lookup;
    private SplitState state = SplitState.initial();

    public PureSplit() {
        this(around(false));
    }

    private PureSplit(SplitLookup lookup) {
        this.lookup = lookup;
    }

    /** One whose merchant's splits are stopped. */
    static PureSplit halted() {
        return new PureSplit(around(true));
    }

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        var split = (SplitCommand) command;
        return SplitRules.decide(state, split, given, TIMES, SplitFacts.neededBy(state, split, lookup));
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((SplitEvent) event, bookedAt);
    }

    @Override
    public Object state() {
        return state;
    }

    public String stage() {
        return state instanceof Split split ? split.stage().name() : "UNDEFINED";
    }

    public static Policy policy() {
        return new SplitPolicy();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(SplitInstruction.class);
    }

    public static SliceComponent<?> lookup() {
        return new SliceComponent<>(SplitLookup.class, around(false));
    }

    private static SplitLookup around(boolean isHalted) {
        return new SplitLookup() {
            @Override
            public boolean isHalted(MerchantContractId contract) {
                return isHalted;
            }

            @Override
            public Optional<CustodyAccount> placeOf(PaymentOrderId order) {
                return Optional.of(Sale.CUSTODY);
            }
        };
    }

    public static SliceComponent<?> times() {
        return new SliceComponent<>(SplitTimes.class, TIMES);
    }
}
