package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.PayeeAlreadyBound;
import io.coffer.api.accounts.PayeeCommand;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.command.kernel.Decision;

/** To which accounts money may go. */
final class PayeeRules {

    private PayeeRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, PayeeCommand command) {
        return switch (command) {
            case BindPayee c -> bind(state, c);
        };
    }

    private static Decision<EscrowEvent> bind(OpenAccount state, BindPayee command) {
        var partyId = command.payee().partyId();
        if (!state.agreement().isSeller(partyId)) {
            return reject(new NotTheBeneficiary(partyId));
        }
        if (command.verification().isEmpty()) {
            return reject(new EvidenceMissing("the payee account of " + partyId));
        }
        var bound = state.payees().byParty().get(partyId);
        if (bound != null) {
            return bound.equals(command.payee()) ? alreadyDone() : reject(new PayeeAlreadyBound(partyId));
        }
        return switch (state.status()) {
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING ->
                accept(new PayeeBound(command.account(), command.payee(), command.verification()));
            case UNKNOWN, COMPLETED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(
                        EscrowStatus.OPENED,
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING);
        };
    }
}
