package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.AgreementCommand;
import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.AgreementEvent.TermsAmended;
import io.coffer.api.accounts.AgreementEvent.VirtualAccountAttached;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.AlreadyFunded;
import io.coffer.api.accounts.EscrowRejection.TermsInvalid;
import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.Role;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;

/** How an account begins: opening, amendment before money, its number at the bank. */
final class OpeningRules {

    private OpeningRules() {}

    static Decision<EscrowEvent> open(OpenEscrowAccount command, Given given) {
        return Decision.unless(Access.toOpen(command.account(), given, Role.BUSINESS), () -> {
            var reasons = TermsCheck.reasonsAgainst(command);
            return reasons.isEmpty()
                    ? accept(new EscrowAccountOpened(
                            command.account(),
                            command.contract(),
                            command.parties(),
                            command.terms(),
                            command.custodyAccount()))
                    : reject(new TermsInvalid(reasons));
        });
    }

    static Decision<EscrowEvent> decide(OpenAccount state, AgreementCommand command) {
        return switch (command) {
            case OpenEscrowAccount c -> openAgain(c);
            case AmendTerms c -> amend(state, c);
            case SignEscrowAgreement c -> SigningRules.agreement(state, c);
            case SignSupplement c -> SigningRules.supplement(state, c);
            case AttachVirtualAccount c -> attach(state, c);
        };
    }

    private static Decision<EscrowEvent> openAgain(OpenEscrowAccount command) {
        return reject(new AlreadyExists(command.account().value()));
    }

    private static Decision<EscrowEvent> amend(OpenAccount state, AmendTerms command) {
        return switch (state.status()) {
            case OPENED -> {
                var reasons = TermsCheck.reasonsAgainst(command.terms(), state.parties());
                if (!reasons.isEmpty()) {
                    yield reject(new TermsInvalid(reasons));
                }
                yield command.terms().equals(state.terms())
                        ? alreadyDone()
                        : accept(new TermsAmended(command.account(), command.terms()));
            }
            case FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK, COMPLETED, TERMINATING, TERMINATED ->
                reject(new AlreadyFunded(state.cameIn()));
            case UNKNOWN, CANCELLED, CLOSING, CLOSED -> onlyOpened(state);
        };
    }

    /** The first number stays: an account never changes the number that payers know. */
    private static Decision<EscrowEvent> attach(OpenAccount state, AttachVirtualAccount command) {
        if (state.agreement().number().isPresent()) {
            return alreadyDone();
        }
        return state.ending() == Ending.NONE
                ? accept(new VirtualAccountAttached(command.account(), command.number()))
                : onlyOpened(state);
    }

    private static Decision<EscrowEvent> onlyOpened(OpenAccount state) {
        return state.onlyIn(EscrowStatus.OPENED);
    }
}
