package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.AgreementEvent.EscrowAgreementSigned;
import io.coffer.api.accounts.AgreementEvent.SupplementSigned;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.EscrowRejection.SupplementOutOfOrder;
import io.coffer.api.accounts.EscrowRejection.TermsInvalid;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/** What all parties sign together: the agreement as it was opened, and every change of it once money has come in. */
final class SigningRules {

    private SigningRules() {}

    static Decision<EscrowEvent> agreement(OpenAccount state, SignEscrowAgreement command) {
        if (state.agreement().isSigned()) {
            return alreadyDone();
        }
        if (state.status() != EscrowStatus.OPENED) {
            return state.onlyIn(EscrowStatus.OPENED);
        }
        var reasons = SignatureCheck.reasonsAgainst(command.signatures(), state.parties());
        return reasons.isEmpty()
                ? accept(new EscrowAgreementSigned(
                        command.account(), state.terms().agreementVersion(), command.signatures()))
                : reject(new SignaturesInvalid(reasons));
    }

    static Decision<EscrowEvent> supplement(OpenAccount state, SignSupplement command) {
        var last = state.agreement().supplements();
        if (last == command.supplementNo() && state.terms().equals(command.terms())) {
            return alreadyDone();
        }
        return switch (state.status()) {
            case FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK ->
                command.supplementNo() == last + 1
                        ? signed(state, command)
                        : reject(new SupplementOutOfOrder(last + 1));
            case UNKNOWN, OPENED, COMPLETED, TERMINATING, TERMINATED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING,
                        EscrowStatus.HELD_BACK);
        };
    }

    private static Decision<EscrowEvent> signed(OpenAccount state, SignSupplement command) {
        var wrong = TermsCheck.reasonsAgainst(command.terms(), state.parties());
        wrong.addAll(belowWhatCameIn(state, command));
        if (!wrong.isEmpty()) {
            return reject(new TermsInvalid(wrong));
        }
        var unsigned = SignatureCheck.reasonsAgainst(command.signatures(), state.parties());
        return unsigned.isEmpty()
                ? accept(new SupplementSigned(
                        command.account(), command.supplementNo(), command.terms(), command.signatures()))
                : reject(new SignaturesInvalid(unsigned));
    }

    /** What came in for an item stays its: a plan that expects less would leave money that nobody planned. */
    private static List<String> belowWhatCameIn(OpenAccount state, SignSupplement command) {
        var reasons = new ArrayList<String>();
        var paidIn = state.holdback().paidIn();
        if (paidIn.exceeds(command.terms()
                .holdbackFrom(HoldbackSource.PAID_BY_SELLER)
                .map(HoldbackTerms::amount)
                .orElse(Money.ZERO))) {
            reasons.add("the seller's hold-back is less than the " + paidIn + " that came in");
        }
        for (var planned : state.terms().plan()) {
            var received = state.receivedFor(planned);
            var next = command.terms().plan().stream()
                    .filter(line -> line.item() == planned.item())
                    .findFirst();
            if (!received.isZero()
                    && next.filter(line -> !received.exceeds(line.expected())).isEmpty()) {
                reasons.add(planned.item() + " expects less than the " + received + " that came in");
            }
        }
        return reasons;
    }
}
