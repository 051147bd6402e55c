package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.PayeeAlreadyBound;
import io.coffer.api.accounts.EscrowRejection.PayeeChangeNotPending;
import io.coffer.api.accounts.EscrowRejection.PayeeChangeUndecided;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.PayeeCommand;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeProposed;
import io.coffer.api.accounts.PayeeEvent.PayeeChangeRejected;
import io.coffer.api.accounts.PayeeEvent.PayeeChanged;
import io.coffer.api.approvals.Approval;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.time.Duration;

/** To which accounts money may go: the first one by its proof, another one by two people and after a day. */
final class PayeeRules {

    /** All parties are told of a change, and have this long to object before money follows it. */
    static final Duration OBJECTION_TIME = Duration.ofHours(24);

    private PayeeRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, PayeeCommand command, Given given) {
        return switch (command) {
            case BindPayee c -> bind(state, c);
            case ChangePayee c -> propose(state, c, given);
            case ApprovePayeeChange c -> approve(state, c, given);
            case RejectPayeeChange c -> endChange(state, c);
        };
    }

    private static Decision<EscrowEvent> bind(OpenAccount state, BindPayee command) {
        var partyId = command.payee().partyId();
        if (!state.agreement().mayBePaid(partyId)) {
            return reject(new NotTheBeneficiary(partyId));
        }
        if (command.verification().isEmpty()) {
            return reject(new EvidenceMissing("the payee account of " + partyId));
        }
        var bound = state.payees().find(partyId);
        if (bound.isPresent()) {
            return bound.get().equals(command.payee()) ? alreadyDone() : reject(new PayeeAlreadyBound(partyId));
        }
        return switch (state.status()) {
            // A lender is often first paid when the contract ends.
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK, TERMINATING ->
                accept(new PayeeBound(command.account(), command.payee(), command.verification()));
            case UNKNOWN, COMPLETED, TERMINATED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(
                        EscrowStatus.OPENED,
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING,
                        EscrowStatus.HELD_BACK,
                        EscrowStatus.TERMINATING);
        };
    }

    private static Decision<EscrowEvent> propose(OpenAccount state, ChangePayee command, Given given) {
        var partyId = command.payee().partyId();
        var bound = state.payees().find(partyId);
        if (bound.isEmpty()) {
            return reject(new PayeeNotBound(partyId));
        }
        if (command.verification().isEmpty()) {
            return reject(new EvidenceMissing("the payee account of " + partyId));
        }
        var pending = state.payees().proposed().get(partyId);
        if (pending != null) {
            return pending.payee().equals(command.payee())
                    ? alreadyDone()
                    : reject(new PayeeChangeUndecided(partyId, pending.changeNo()));
        }
        if (bound.get().equals(command.payee())) {
            return alreadyDone();
        }
        return mayChange(state)
                ? accept(new PayeeChangeProposed(
                        command.account(),
                        state.payees().changes() + 1,
                        command.payee(),
                        command.verification(),
                        given.actor().subject()))
                : state.onlyIn(
                        EscrowStatus.OPENED,
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING,
                        EscrowStatus.HELD_BACK,
                        EscrowStatus.COMPLETED,
                        EscrowStatus.TERMINATING,
                        EscrowStatus.TERMINATED);
    }

    /** After the end only for money that came back: without another account it could never be paid again. */
    private static boolean mayChange(OpenAccount state) {
        return switch (state.status()) {
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK, COMPLETED, TERMINATING, TERMINATED -> true;
            case CLOSING, CLOSED -> !state.returns().open().isEmpty();
            case UNKNOWN, CANCELLED -> false;
        };
    }

    private static Decision<EscrowEvent> approve(OpenAccount state, ApprovePayeeChange command, Given given) {
        return Decision.unless(FourEyes.objection(command, command.approval(), 1, given.at()), () -> {
            var pending = state.payees()
                    .proposed(command.changeNo())
                    .filter(change -> change.payee().equals(command.payee()))
                    .filter(change -> change.verification().equals(command.verification()));
            return pending.isEmpty()
                    ? reject(new PayeeChangeNotPending(command.changeNo()))
                    : accept(new PayeeChanged(
                            command.account(),
                            command.changeNo(),
                            command.payee(),
                            given.at().plus(OBJECTION_TIME),
                            command.approval().map(Approval::id).map(Object::toString)));
        });
    }

    private static Decision<EscrowEvent> endChange(OpenAccount state, RejectPayeeChange command) {
        return state.payees()
                .proposed(command.changeNo())
                .<Decision<EscrowEvent>>map(change -> accept(new PayeeChangeRejected(
                        command.account(), command.changeNo(), change.payee().partyId(), command.reason())))
                .orElseGet(() -> reject(new PayeeChangeNotPending(command.changeNo())));
    }
}
