package io.coffer.command.refunds;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceComponent;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A refund without Axon. */
public final class PureRefund implements PureAggregate {

    static final RefundTimes TIMES = new RefundTimes(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofHours(1),
            20,
            Duration.ofHours(24),
            Duration.ofHours(24));

    private RefundState state = RefundState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return RefundRules.decide(state, (RefundCommand) command, given, TIMES);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((RefundEvent) event, bookedAt);
    }

    @Override
    public Object state() {
        return state;
    }

    public String stage() {
        return state instanceof RefundState.Admitted refund ? refund.stage().name() : "UNREQUESTED";
    }

    /** Whether it brings a part of a terminated contract back. */
    public boolean isOfLeg() {
        return state instanceof RefundState.Admitted refund && refund.isOfLeg();
    }

    /** How often people asked to settle something of it by papers. */
    public int resolutions() {
        return state instanceof RefundState.Admitted refund
                ? refund.talk().papers().last()
                : 0;
    }

    /** What its channel says against its recorded word, under its number, as long as nobody decided. */
    public Map<Integer, RefundOutcome> openClaims() {
        var open = new TreeMap<Integer, RefundOutcome>();
        if (state instanceof RefundState.Admitted refund) {
            for (var no = 1; no <= refund.talk().claims().size(); no++) {
                var number = no;
                refund.talk().openClaim(no).ifPresent(claim -> open.put(number, claim.told()));
            }
        }
        return open;
    }

    /** Who paid, as far as it is known. */
    public Optional<BankAccountRef> payer() {
        return state instanceof RefundState.Admitted refund ? refund.facts().payer() : Optional.empty();
    }

    /** The slice's policies, for worlds that run without the kernel. */
    public static List<Policy> policies() {
        return List.of(new RefundPolicy(), new RecoveryPolicy());
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(Refund.class);
    }

    public static SliceComponent<?> times() {
        return new SliceComponent<>(RefundTimes.class, TIMES);
    }
}
