package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.ClosureBlocker;
import io.coffer.api.accounts.ClosureBlocker.Kind;
import io.coffer.api.accounts.ClosureCommand;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ClosureEvent.AccountClosed;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ClosureBlocked;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How an account ends: only with nothing left in it, on its way, or undecided. */
final class ClosureRules {

    private ClosureRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, ClosureCommand command, Given given) {
        return switch (command) {
            case CancelBeforeFunding c -> cancel(state, c);
            case CloseAccount c -> close(state, c, given);
            case ConfirmClosure c -> confirm(state, c);
        };
    }

    private static Decision<EscrowEvent> cancel(OpenAccount state, CancelBeforeFunding command) {
        return switch (state.status()) {
            case OPENED ->
                accept(new EscrowAccountCancelled(
                        command.account(), command.reason(), state.agreement().number()));
            case CANCELLED -> alreadyDone();
            case UNKNOWN,
                    FUNDING,
                    FUNDED,
                    RELEASABLE,
                    RELEASING,
                    HELD_BACK,
                    COMPLETED,
                    TERMINATING,
                    TERMINATED,
                    CLOSING,
                    CLOSED -> state.onlyIn(EscrowStatus.OPENED);
        };
    }

    private static Decision<EscrowEvent> close(OpenAccount state, CloseAccount command, Given given) {
        return switch (state.status()) {
            case CLOSING, CLOSED -> alreadyDone();
            case CANCELLED -> state.onlyIn(EscrowStatus.COMPLETED, EscrowStatus.TERMINATED);
            case UNKNOWN,
                    OPENED,
                    FUNDING,
                    FUNDED,
                    RELEASABLE,
                    RELEASING,
                    HELD_BACK,
                    COMPLETED,
                    TERMINATING,
                    TERMINATED -> {
                var blockers = blockers(state, given.at());
                yield blockers.isEmpty()
                        ? accept(new AccountClosureRequested(
                                command.account(), state.agreement().number()))
                        : reject(new ClosureBlocked(blockers));
            }
        };
    }

    private static Decision<EscrowEvent> confirm(OpenAccount state, ConfirmClosure command) {
        return state.status() == EscrowStatus.CLOSING ? accept(new AccountClosed(command.account())) : alreadyDone();
    }

    private static List<ClosureBlocker> blockers(OpenAccount state, Instant at) {
        var blockers = new ArrayList<ClosureBlocker>();
        if (state.status() != EscrowStatus.COMPLETED && !state.waitsForRefundsOnly()) {
            blockers.add(new ClosureBlocker(
                    Kind.NOT_COMPLETED, state.status().name(), state.missing().plus(state.missingHoldback())));
        }
        add(blockers, Kind.BALANCE_NOT_ZERO, "balance", state.buckets().total().minus(state.refunding()));
        addOnItsWay(blockers, state);
        new TreeMap<>(state.payees().proposed())
                .forEach((partyId, _) ->
                        blockers.add(new ClosureBlocker(Kind.PAYEE_CHANGE_UNDECIDED, partyId, Money.ZERO)));
        addOpenClaims(blockers, state);
        add(blockers, Kind.EXCESS_UNDECIDED, "excess", state.funding().excess());
        state.funding()
                .refunding()
                .forEach(credit ->
                        add(blockers, Kind.REFUND_IN_TRANSIT, credit.receipt().value(), credit.excess()));
        var frozen = state.frozen(at);
        state.freezes()
                .inForce(at)
                .forEach(freeze -> blockers.add(new ClosureBlocker(
                        Kind.FREEZE_IN_FORCE,
                        freeze.order().orderNo(),
                        frozen.effective(freeze.order().orderNo()))));
        return blockers;
    }

    /** What was promised, asked for or given back and is at no end. */
    static void addOnItsWay(List<ClosureBlocker> blockers, OpenAccount state) {
        new TreeMap<>(state.releases().byNumber()).forEach((releaseNo, release) -> {
            switch (release.stage()) {
                case REQUESTED -> add(blockers, Kind.RELEASE_UNDECIDED, releaseNo, release.amount());
                case APPROVED ->
                    add(
                            blockers,
                            release.isRefunding() ? Kind.REFUND_IN_TRANSIT : Kind.PAYOUT_IN_TRANSIT,
                            releaseNo,
                            release.amount());
                case PAID, FAILED, REJECTED -> {}
            }
        });
        state.returns().open().forEach((releaseNo, returned) -> {
            switch (returned.stage()) {
                case UNDECIDED, REISSUE_REQUESTED -> add(blockers, Kind.RETURN_UNDECIDED, releaseNo, returned.amount());
                case REISSUED -> add(blockers, Kind.PAYOUT_IN_TRANSIT, releaseNo, returned.amount());
                case REFUNDING -> add(blockers, Kind.REFUND_IN_TRANSIT, releaseNo, returned.amount());
                case PAID_AGAIN, RESTORED -> {}
            }
        });
    }

    static void addOpenClaims(List<ClosureBlocker> blockers, OpenAccount state) {
        new TreeMap<>(state.holdback().claims()).forEach((claimNo, claim) -> {
            if (state.isOpen(claim)) {
                blockers.add(new ClosureBlocker(Kind.CLAIM_OPEN, claimNo, claim.amount()));
            }
        });
    }

    private static void add(List<ClosureBlocker> blockers, Kind kind, String subject, Money amount) {
        if (!amount.isZero()) {
            blockers.add(new ClosureBlocker(kind, subject, amount));
        }
    }
}
