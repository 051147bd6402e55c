package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.ContractCommand.CreditContract;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.RefillContract;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractCommand.TakeContractReservation;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.ContractRejection.ContractFundsMissing;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.merchants.ContractState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may leave a contract ({@code domain.md} 1.8, and 2, incident B): money of one order's payment, for one named split
 * or refund of it. What that payment lacks is said and never found elsewhere.
 */
final class ContractRules {

    private ContractRules() {}

    static Decision<ContractEvent> decide(ContractState state, ContractCommand command, Given given) {
        return Decision.unless(
                Access.toOpen(command.contract(), given, Role.POLICY), () -> decidePermitted(state, command));
    }

    private static Decision<ContractEvent> decidePermitted(ContractState state, ContractCommand command) {
        return switch (command) {
            case CreditContract c -> credit(state, c);
            case RefillContract c -> refill(state, c);
            case ReserveContractFunds c -> reserve(state, c);
            case EndContractReservation c -> end(state, c);
            case TakeContractReservation c -> take(state, c);
        };
    }

    /** One payment pays an order; what else comes for it is its payer's, and never here. */
    private static Decision<ContractEvent> credit(ContractState state, CreditContract command) {
        return state.isCredited(command.order()) ? alreadyDone() : acceptAll(credited(state, command));
    }

    /** A refund may be asked for before the contract hears of the payment: then it is served now. */
    private static List<ContractEvent> credited(ContractState state, CreditContract command) {
        var events = new ArrayList<ContractEvent>();
        events.add(
                new ContractCredited(command.contract(), command.order(), command.amount(), command.custodyAccount()));
        var left = command.amount();
        for (var refund : state.waitingFor(command.order())) {
            var amount = state.of(refund).orElseThrow().amount();
            var gap = amount.above(left);
            if (gap.isZero()) {
                left = left.minus(amount);
                events.add(new ContractFundsReserved(command.contract(), command.order(), refund, amount));
            } else {
                events.add(new ContractWaitEnded(command.contract(), command.order(), refund, gap));
            }
        }
        return events;
    }

    /** What payees gave back for a refund is nobody else's while it is wanted; afterwards it is the contract's as before the split. */
    private static Decision<ContractEvent> refill(ContractState state, RefillContract command) {
        var events = new ArrayList<ContractEvent>();
        events.add(new ContractRefilled(
                command.contract(), command.order(), command.split(), command.refund(), command.amount()));
        state.of(command.refund())
                .filter(known -> known.stage() == Stage.RESERVED)
                .ifPresent(_ -> events.add(new ContractFundsReserved(
                        command.contract(), command.order(), command.refund(), command.amount())));
        return acceptAll(events);
    }

    private static Decision<ContractEvent> reserve(ContractState state, ReserveContractFunds command) {
        return state.of(command.taker())
                .map(known -> switch (known.stage()) {
                    case AWAITED, RESERVED, TAKEN -> Decision.<ContractEvent>alreadyDone();
                    // A wish of before the end that comes late must not set money aside that nobody will ever take.
                    case ENDED -> notReserved(command.taker());
                })
                .orElseGet(() -> reserveFirst(state, command));
    }

    private static Decision<ContractEvent> reserveFirst(ContractState state, ReserveContractFunds command) {
        // An order has promised a refund, so its payment is on its way; a split's may never come.
        if (command.taker() instanceof RefundId refund && !state.isCredited(command.order())) {
            return accept(new ContractFundsAwaited(command.contract(), command.order(), refund, command.amount()));
        }
        var gap = command.amount().above(state.availableOf(command.order()));
        return gap.isZero()
                ? accept(reserved(state, command))
                : reject(new ContractFundsMissing(command.order().value(), gap));
    }

    private static ContractFundsReserved reserved(ContractState state, ReserveContractFunds command) {
        return new ContractFundsReserved(
                command.contract(),
                command.order(),
                command.taker(),
                command.amount(),
                command.taker() instanceof SplitId ? state.placeOf(command.order()) : Optional.empty());
    }

    /**
     * Ends it even where it was taken: a refund that is cancelled puts back what it took before it says so. And even where the
     * word that it was taken is still to come, for nothing keeps the words of two policies in order.
     */
    private static Decision<ContractEvent> end(ContractState state, EndContractReservation command) {
        return state.of(command.taker())
                .map(known -> switch (known.stage()) {
                    case AWAITED -> waitEnded(command, known.order());
                    case RESERVED, TAKEN ->
                        Decision.<ContractEvent>accept(new ContractReservationEnded(
                                command.contract(), known.order(), command.taker(), known.amount()));
                    case ENDED -> Decision.<ContractEvent>alreadyDone();
                })
                .orElseGet(() -> notReserved(command.taker()));
    }

    /** Only refunds wait. */
    private static Decision<ContractEvent> waitEnded(EndContractReservation command, PaymentOrderId order) {
        var refund = ContractTaker.refund(command.taker()).orElseThrow();
        return accept(new ContractWaitEnded(command.contract(), order, refund, Money.ZERO));
    }

    private static Decision<ContractEvent> take(ContractState state, TakeContractReservation command) {
        return state.of(command.taker())
                .map(known -> switch (known.stage()) {
                    case RESERVED ->
                        Decision.<ContractEvent>accept(new ContractReservationTaken(
                                command.contract(), known.order(), command.taker(), known.amount()));
                    case TAKEN, ENDED -> Decision.<ContractEvent>alreadyDone();
                    case AWAITED -> notReserved(command.taker());
                })
                .orElseGet(() -> notReserved(command.taker()));
    }

    private static Decision<ContractEvent> notReserved(ContractTaker taker) {
        return reject(new ContractFundsNotReserved(taker.value()));
    }
}
