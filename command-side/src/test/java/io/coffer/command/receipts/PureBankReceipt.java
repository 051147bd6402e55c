package io.coffer.command.receipts;

import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.SliceHandlers;
import java.time.Instant;
import java.util.Optional;

/** A bank receipt without Axon. */
public final class PureBankReceipt implements PureAggregate {

    private ReceiptState state = ReceiptState.initial();

    @Override
    public Decision<? extends DomainEvent> decide(Command command, Given given) {
        return ReceiptRules.decide(state, (ReceiptCommand) command, given);
    }

    @Override
    public void apply(DomainEvent event, Instant bookedAt) {
        state = state.after((ReceiptEvent) event);
    }

    @Override
    public ReceiptState state() {
        return state;
    }

    public String stage() {
        return state.stage().name();
    }

    /** Whether it has something that its account did not expect. */
    public boolean hasExcess() {
        return !state.excess().isZero();
    }

    /** For which refund it keeps what its account did not expect. */
    public Optional<RefundId> promisedTo() {
        return state.verdicts().promises().open().map(ExcessPromised::refund);
    }

    /** What the payout is asked that is to book the line; none while no payout is. */
    public Optional<String> question() {
        return state.payout()
                .map(payout -> new BankReturnHandedOver(
                        state.facts().orElseThrow().receipt(),
                        payout,
                        state.amount(),
                        true,
                        Optional.of(state.handOver().number())))
                .map(BankReturnHandedOver::question);
    }

    /** What binds the same rules to Axon. */
    public static SliceHandlers shell() {
        return new SliceHandlers(BankReceipt.class);
    }
}
