package io.coffer.command.merchants;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;
import java.util.Set;

/** What a merchant was paid on account of one contract, without Axon. */
public final class PureContract implements PureAggregate {

    private ContractState state = ContractState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return ContractRules.decide(state, (ContractCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((ContractEvent) event);
    }

    @Override
    public Object state() {
        return state;
    }

    public Set<PaymentOrderId> orders() {
        return state.available().keySet();
    }

    public Money available(PaymentOrderId order) {
        return state.availableOf(order);
    }

    /** What refunds have set aside of one order, and neither took nor gave back. */
    public Money reserved(PaymentOrderId order) {
        return state.reservations().values().stream()
                .filter(reservation ->
                        reservation.order().equals(order) && reservation.stage() == ContractState.Stage.RESERVED)
                .map(ContractState.Reservation::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** What the refund has set aside, and neither took nor gave back. */
    public Money reserved(RefundId refund) {
        return state.of(refund)
                .filter(reservation -> reservation.stage() == ContractState.Stage.RESERVED)
                .map(ContractState.Reservation::amount)
                .orElse(Money.ZERO);
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(MerchantContract.class);
    }

    /** The slice's policy, for worlds that run without the kernel. */
    public static Policy policy() {
        return new ContractPolicy();
    }
}
