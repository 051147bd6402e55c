package io.coffer.command.payments;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.payments.PaymentCommand;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;

/** A payment order without Axon. */
public final class PurePaymentOrder implements PureAggregate {

    private PaymentState state = PaymentState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return PaymentRules.decide(state, (PaymentCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((PaymentEvent) event, bookedAt);
    }

    @Override
    public Object state() {
        return state;
    }

    public String stage() {
        return state instanceof Order order ? order.stage().name() : "UNCREATED";
    }

    /** The slice's policy, for worlds that run without the kernel. */
    public static Policy policy() {
        return new PaymentPolicy();
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(PaymentOrder.class);
    }
}
