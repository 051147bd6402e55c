package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.DiffersFromRequest;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.ReleaseNotPending;
import io.coffer.api.accounts.EscrowRejection.ReleaseNumberTaken;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReleaseCommand;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReleaseEvent.ReleasePaid;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRejected;
import io.coffer.api.accounts.ReleaseEvent.ReleaseRequested;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.approvals.Approval;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.util.Optional;

/** How money goes out: a request, its approval, and what the payout reports. */
final class ReleaseRules {

    private ReleaseRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, ReleaseCommand command, Given given) {
        return switch (command) {
            case RequestRelease c -> request(state, c, given);
            case ApproveRelease c -> approve(state, c, given);
            case RejectRelease c -> withdraw(state, c);
            case ConfirmReleasePaid c -> paid(state, c);
            case FailRelease c -> fail(state, c);
        };
    }

    private static Decision<EscrowEvent> request(OpenAccount state, RequestRelease command, Given given) {
        if (state.isTaken(command.releaseNo())) {
            return reject(new ReleaseNumberTaken(command.releaseNo()));
        }
        if (state.status() != EscrowStatus.RELEASABLE) {
            return state.onlyIn(EscrowStatus.RELEASABLE);
        }
        if (!state.agreement().isSeller(command.partyId())) {
            return reject(new NotTheBeneficiary(command.partyId()));
        }
        if (state.payees().at(command.partyId(), given.at()) instanceof Payees.None none) {
            return reject(none.why());
        }
        if (command.amount().exceeds(state.releasable(given.at()))) {
            return reject(exceeds(command.amount(), state.releasable(given.at())));
        }
        return accept(new ReleaseRequested(
                command.account(),
                command.releaseNo(),
                command.partyId(),
                command.amount(),
                given.actor().subject(),
                state.terms().tiers().checkersFor(command.amount())));
    }

    private static Decision<EscrowEvent> approve(OpenAccount state, ApproveRelease command, Given given) {
        var release = state.releases().find(command.releaseNo());
        var required = release.map(Release::checkersRequired).orElse(0);
        // The approval is judged first: whoever carries a wrong one learns that, and nothing about the release.
        return Decision.unless(
                FourEyes.objection(command, command.approval(), required, given.at()),
                () -> approvePending(state, command, release, given));
    }

    private static Decision<EscrowEvent> approvePending(
            OpenAccount state, ApproveRelease command, Optional<Release> requested, Given given) {
        if (requested.isEmpty() || !requested.get().isUndecided()) {
            return reject(new ReleaseNotPending(command.releaseNo()));
        }
        var release = requested.get();
        if (!release.amount().equals(command.amount()) || !release.partyId().equals(command.partyId())) {
            return reject(new DiffersFromRequest(command.releaseNo(), release.amount()));
        }
        var releasable = state.approvable(given.at());
        if (command.amount().exceeds(releasable)) {
            return reject(exceeds(command.amount(), releasable));
        }
        return switch (state.payees().at(command.partyId(), given.at())) {
            case Payees.None none -> reject(none.why());
            // A supplement may have asked for more since the request.
            case Payees.Known(var payee) ->
                state.mayRelease()
                        ? approved(state, command, payee)
                        : state.onlyIn(EscrowStatus.RELEASABLE, EscrowStatus.RELEASING);
        };
    }

    private static Decision<EscrowEvent> approved(OpenAccount state, ApproveRelease command, Payee payee) {
        return accept(new ReleaseApproved(
                command.account(),
                command.releaseNo(),
                PayoutId.ofRelease(command.account(), command.releaseNo()),
                payee,
                command.amount(),
                state.custodyAccount(),
                command.approval().map(Approval::id).map(Object::toString)));
    }

    private static Decision<EscrowEvent> withdraw(OpenAccount state, RejectRelease command) {
        var release = state.releases().byNumber().get(command.releaseNo());
        if (release == null) {
            return reject(new ReleaseNotPending(command.releaseNo()));
        }
        return switch (release.stage()) {
            case REQUESTED -> accept(new ReleaseRejected(command.account(), command.releaseNo(), command.reason()));
            case REJECTED -> alreadyDone();
            case APPROVED, PAID, FAILED -> reject(new ReleaseNotPending(command.releaseNo()));
        };
    }

    private static Decision<EscrowEvent> paid(OpenAccount state, ConfirmReleasePaid command) {
        var release = state.releases().byNumber().get(command.releaseNo());
        if (release != null && release.stage() == Release.Stage.PAID && release.isOf(command.payout())) {
            return state.returns()
                    .find(command.releaseNo())
                    .filter(back -> back.isRefundedAgainBy(command.payout()))
                    .<Decision<EscrowEvent>>map(back -> accept(
                            new ReissuePaid(command.account(), command.releaseNo(), command.payout(), back.amount())))
                    .orElseGet(Decision::alreadyDone);
        }
        return release != null && release.isTakenBy(command.payout())
                ? accept(new ReleasePaid(command.account(), command.releaseNo(), command.payout(), release.amount()))
                : reject(new NotTheTaker(command.releaseNo(), command.payout().value()));
    }

    private static Decision<EscrowEvent> fail(OpenAccount state, FailRelease command) {
        var release = state.releases().byNumber().get(command.releaseNo());
        if (release != null && release.stage() == Release.Stage.FAILED && release.isOf(command.payout())) {
            return alreadyDone();
        }
        return release != null && release.isTakenBy(command.payout())
                ? accept(new ReleaseFailed(
                        command.account(),
                        command.releaseNo(),
                        command.payout(),
                        release.amount(),
                        command.reason(),
                        Optional.of(release.fromHoldback()).filter(money -> !money.isZero())))
                : reject(new NotTheTaker(command.releaseNo(), command.payout().value()));
    }

    private static ExceedsReleasable exceeds(Money asked, Money releasable) {
        return new ExceedsReleasable(asked, releasable, asked.above(releasable));
    }
}
