package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowCommand.ApproveRelease;
import io.coffer.api.accounts.EscrowCommand.BindPayee;
import io.coffer.api.accounts.EscrowCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.EscrowCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.EscrowCommand.FailRelease;
import io.coffer.api.accounts.EscrowCommand.RejectRelease;
import io.coffer.api.accounts.EscrowCommand.RequestRelease;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowEvent.PayeeBound;
import io.coffer.api.accounts.EscrowEvent.ReleaseApproved;
import io.coffer.api.accounts.EscrowEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.EscrowEvent.ReleaseFailed;
import io.coffer.api.accounts.EscrowEvent.ReleasePaid;
import io.coffer.api.accounts.EscrowEvent.ReleaseRejected;
import io.coffer.api.accounts.EscrowEvent.ReleaseRequested;
import io.coffer.api.accounts.EscrowRejection.ConditionNotAgreed;
import io.coffer.api.accounts.EscrowRejection.DiffersFromRequest;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.PayeeAlreadyBound;
import io.coffer.api.accounts.EscrowRejection.PayeeNotBound;
import io.coffer.api.accounts.EscrowRejection.ReleaseNotPending;
import io.coffer.api.accounts.EscrowRejection.ReleaseNumberTaken;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.util.List;
import java.util.Optional;

/** How money goes out: proven conditions, a verified payee, a request, its approval, and what the payout reports. */
final class ReleaseRules {

    private ReleaseRules() {}

    static Decision<EscrowEvent> confirm(OpenAccount state, ConfirmReleaseCondition command) {
        var agreed = state.terms().releaseConditions().named();
        if (!agreed.contains(command.condition())) {
            return reject(new ConditionNotAgreed(command.condition(), agreed));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing(command.condition().name()));
        }
        if (state.confirmed().contains(command.condition())) {
            return alreadyDone();
        }
        return switch (state.status()) {
            case FUNDED, RELEASABLE ->
                accept(new ReleaseConditionConfirmed(command.account(), command.condition(), command.evidence()));
            case UNKNOWN, OPENED, FUNDING, RELEASING, COMPLETED, CANCELLED, CLOSING, CLOSED ->
                onlyIn(state, EscrowStatus.FUNDED, EscrowStatus.RELEASABLE);
        };
    }

    static Decision<EscrowEvent> bind(OpenAccount state, BindPayee command) {
        var partyId = command.payee().partyId();
        if (!isSeller(state, partyId)) {
            return reject(new NotTheBeneficiary(partyId));
        }
        if (command.verification().isEmpty()) {
            return reject(new EvidenceMissing("the payee account of " + partyId));
        }
        var bound = state.payees().get(partyId);
        if (bound != null) {
            return bound.equals(command.payee()) ? alreadyDone() : reject(new PayeeAlreadyBound(partyId));
        }
        return switch (state.status()) {
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING ->
                accept(new PayeeBound(command.account(), command.payee(), command.verification()));
            case UNKNOWN, COMPLETED, CANCELLED, CLOSING, CLOSED ->
                onlyIn(
                        state,
                        EscrowStatus.OPENED,
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING);
        };
    }

    static Decision<EscrowEvent> request(OpenAccount state, RequestRelease command, Given given) {
        if (state.releases().containsKey(command.releaseNo())) {
            return reject(new ReleaseNumberTaken(command.releaseNo()));
        }
        if (state.status() != EscrowStatus.RELEASABLE) {
            return onlyIn(state, EscrowStatus.RELEASABLE);
        }
        if (!isSeller(state, command.partyId())) {
            return reject(new NotTheBeneficiary(command.partyId()));
        }
        if (!state.payees().containsKey(command.partyId())) {
            return reject(new PayeeNotBound(command.partyId()));
        }
        if (command.amount().exceeds(state.releasable())) {
            return reject(exceeds(command.amount(), state.releasable()));
        }
        return accept(new ReleaseRequested(
                command.account(),
                command.releaseNo(),
                command.partyId(),
                command.amount(),
                given.actor().subject(),
                state.terms().tiers().checkersFor(command.amount())));
    }

    static Decision<EscrowEvent> approve(OpenAccount state, ApproveRelease command, Given given) {
        var release = Optional.ofNullable(state.releases().get(command.releaseNo()));
        var required = release.map(Release::checkersRequired).orElse(0);
        // The approval is judged first: whoever carries a wrong one learns that, and nothing about the release.
        return Decision.unless(
                FourEyes.objection(command, command.approval(), required, given.at()),
                () -> approvePending(state, command, release));
    }

    private static Decision<EscrowEvent> approvePending(
            OpenAccount state, ApproveRelease command, Optional<Release> requested) {
        if (requested.isEmpty() || !requested.get().isUndecided()) {
            return reject(new ReleaseNotPending(command.releaseNo()));
        }
        var release = requested.get();
        if (!release.amount().equals(command.amount()) || !release.partyId().equals(command.partyId())) {
            return reject(new DiffersFromRequest(command.releaseNo(), release.amount()));
        }
        if (command.amount().exceeds(state.buckets().available())) {
            return reject(exceeds(command.amount(), state.buckets().available()));
        }
        var payee = state.payees().get(command.partyId());
        if (payee == null) {
            return reject(new PayeeNotBound(command.partyId()));
        }
        return accept(new ReleaseApproved(
                command.account(),
                command.releaseNo(),
                PayoutId.ofRelease(command.account(), command.releaseNo()),
                payee,
                command.amount(),
                state.custodyAccount(),
                command.approval().map(Approval::id).map(Object::toString)));
    }

    static Decision<EscrowEvent> withdraw(OpenAccount state, RejectRelease command) {
        var release = state.releases().get(command.releaseNo());
        if (release == null) {
            return reject(new ReleaseNotPending(command.releaseNo()));
        }
        return switch (release.stage()) {
            case REQUESTED -> accept(new ReleaseRejected(command.account(), command.releaseNo(), command.reason()));
            case REJECTED -> alreadyDone();
            case APPROVED, PAID, FAILED -> reject(new ReleaseNotPending(command.releaseNo()));
        };
    }

    static Decision<EscrowEvent> paid(OpenAccount state, ConfirmReleasePaid command) {
        var release = state.releases().get(command.releaseNo());
        if (release != null && release.stage() == Release.Stage.PAID && isOf(release, command.payout())) {
            return alreadyDone();
        }
        return release != null && release.isTakenBy(command.payout())
                ? accept(new ReleasePaid(command.account(), command.releaseNo(), command.payout(), release.amount()))
                : reject(new NotTheTaker(command.releaseNo(), command.payout().value()));
    }

    static Decision<EscrowEvent> fail(OpenAccount state, FailRelease command) {
        var release = state.releases().get(command.releaseNo());
        if (release != null && release.stage() == Release.Stage.FAILED && isOf(release, command.payout())) {
            return alreadyDone();
        }
        return release != null && release.isTakenBy(command.payout())
                ? accept(new ReleaseFailed(
                        command.account(), command.releaseNo(), command.payout(), release.amount(), command.reason()))
                : reject(new NotTheTaker(command.releaseNo(), command.payout().value()));
    }

    private static boolean isOf(Release release, PayoutId payout) {
        return release.payout().filter(payout::equals).isPresent();
    }

    private static boolean isSeller(OpenAccount state, String partyId) {
        return state.parties().stream()
                .anyMatch(party ->
                        party.role() == PartyRole.SELLER && party.partyId().equals(partyId));
    }

    private static ExceedsReleasable exceeds(Money asked, Money releasable) {
        return new ExceedsReleasable(asked, releasable, asked.above(releasable));
    }

    private static Decision<EscrowEvent> onlyIn(OpenAccount state, EscrowStatus... allowed) {
        return reject(new NotInThisState(
                state.status().name(), List.of(allowed).stream().map(Enum::name).toList()));
    }
}
