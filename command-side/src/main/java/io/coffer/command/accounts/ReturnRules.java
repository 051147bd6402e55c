package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheTaker;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.EscrowRejection.ReissuesExhausted;
import io.coffer.api.accounts.EscrowRejection.ReturnFrozen;
import io.coffer.api.accounts.EscrowRejection.ReturnNotUndecided;
import io.coffer.api.accounts.FreezeRejection.DeductionNotRestored;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotRestored;
import io.coffer.api.accounts.HoldingOrder;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.ReturnCommand;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnCommand.RecordLegReturned;
import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnCommand.VerifyLegReissue;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.accounts.ReturnEvent.LegReissued;
import io.coffer.api.accounts.ReturnEvent.LegReturned;
import io.coffer.api.accounts.ReturnEvent.ReissueFailed;
import io.coffer.api.accounts.ReturnEvent.ReissuePaid;
import io.coffer.api.accounts.ReturnEvent.ReissueRejected;
import io.coffer.api.accounts.ReturnEvent.ReissueRequested;
import io.coffer.api.accounts.ReturnEvent.ReleaseReissued;
import io.coffer.api.accounts.ReturnEvent.ReleaseReturned;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.accounts.Returned.Stage;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Money that came back: where it goes is decided anew, once. */
final class ReturnRules {

    private ReturnRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, ReturnCommand command, Given given) {
        return switch (command) {
            case ConfirmReleaseReturned c -> cameBack(state, c);
            case RecordLegReturned c -> backToRefund(state, c);
            case VerifyLegReissue c -> ask(state, c, given);
            case ReissueLeg c -> letGo(state, c, given);
            case RequestReissue c -> request(state, c, given);
            case ReissueRelease c -> reissue(state, c, given);
            case RejectReissue c -> endRequest(state, c);
            case ConfirmReissuePaid c -> paidAgain(state, c);
            case FailReissue c -> failedAgain(state, c);
            case RestoreReturned c -> restore(state, c);
        };
    }

    /** News of the bank is taken in every state, also after the closure: the money is there. */
    private static Decision<EscrowEvent> cameBack(OpenAccount state, ConfirmReleaseReturned command) {
        var before = state.returns().find(command.releaseNo());
        if (before.isPresent()) {
            var returned = before.get();
            if (returned.payout().equals(command.payout())) {
                return alreadyDone();
            }
            return returned.stage() == Stage.PAID_AGAIN && returned.isAskedFor(command.payout())
                    ? accept(new ReleaseReturned(
                            command.account(),
                            command.releaseNo(),
                            command.payout(),
                            returned.partyId(),
                            returned.amount()))
                    : notTheTaker(command.releaseNo(), command.payout());
        }
        return state.releases()
                .find(command.releaseNo())
                .filter(release -> release.wasPaidBy(command.payout()))
                .<Decision<EscrowEvent>>map(release -> accept(new ReleaseReturned(
                        command.account(), command.releaseNo(), command.payout(), release.partyId(), release.amount())))
                .orElseGet(() -> notTheTaker(command.releaseNo(), command.payout()));
    }

    /** What its payer had and has not any more. A refund that nobody here believes to be paid has nothing to give back. */
    private static Decision<EscrowEvent> backToRefund(OpenAccount state, RecordLegReturned command) {
        var release = state.releases()
                .find(command.releaseNo())
                .filter(item -> item.isRefundedBy(command.payout()))
                .orElse(null);
        if (release == null) {
            return notTheTaker(command.releaseNo(), command.payout());
        }
        var isNews = state.returns()
                .find(command.releaseNo())
                .map(back -> back.stage() == Stage.PAID_AGAIN && !back.payout().equals(command.payout()))
                .orElseGet(() -> release.wasPaidBy(command.payout()));
        return isNews
                ? accept(new LegReturned(
                        command.account(), command.releaseNo(), command.payout(), release.partyId(), release.amount()))
                : alreadyDone();
    }

    /** What has not come back is not ours to keep here: a freeze that came too late has called it back. */
    private static Decision<EscrowEvent> ask(OpenAccount state, VerifyLegReissue command, Given given) {
        return Decision.unless(
                state.returns()
                        .find(command.releaseNo())
                        .filter(back -> back.stage() == Stage.REFUNDING)
                        .flatMap(back -> keptBy(state, command.releaseNo(), back.amount(), given.at())),
                Decision::alreadyDone);
    }

    /**
     * Judged when it is to go, whatever was true when somebody asked: money that came back falls under open freezes first. A no is a
     * fact, not a refusal: the same wish, told again after the freeze, must not send what its refund sends otherwise by then.
     */
    private static Decision<EscrowEvent> letGo(OpenAccount state, ReissueLeg command, Given given) {
        var release = state.releases()
                .find(command.releaseNo())
                .filter(item ->
                        item.isRefundedBy(command.payout()) && item.amount().equals(command.amount()))
                .orElse(null);
        if (release == null) {
            return notTheTaker(command.releaseNo(), command.payout());
        }
        if (command.rerouteNo() <= state.returns().judged(command.releaseNo())) {
            return alreadyDone();
        }
        var back = state.returns().find(command.releaseNo());
        if (!back.map(item -> item.stage() == Stage.REFUNDING).orElseGet(release::isRefunding)) {
            return accept(kept(command, undecided(command.releaseNo(), back), List.of()));
        }
        return keptBy(state, command.releaseNo(), command.amount(), given.at())
                .map(why -> accept((EscrowEvent) kept(command, why, why.orders())))
                .orElseGet(() -> accept(new LegReissued(
                        command.account(),
                        command.releaseNo(),
                        command.rerouteNo(),
                        command.payee(),
                        command.amount(),
                        state.custodyAccount())));
    }

    private static LegReissueDeclined kept(ReissueLeg command, Rejection why, List<HoldingOrder> orders) {
        return new LegReissueDeclined(command.account(), command.releaseNo(), command.rerouteNo(), why.code(), orders);
    }

    private static Optional<ReturnFrozen> keptBy(OpenAccount state, String releaseNo, Money amount, Instant at) {
        var frozen = state.frozen(at);
        var free = frozen.uncaught(amount);
        if (!amount.exceeds(free)) {
            return Optional.empty();
        }
        var holding = state.freezes().inForce(at).stream()
                .map(Freeze::order)
                .filter(order -> !order.kind().holdsAmount() || frozen.catches(order.orderNo(), amount))
                .map(order -> new HoldingOrder(order.orderNo(), order.kind()))
                .toList();
        return Optional.of(new ReturnFrozen(releaseNo, amount, free, holding));
    }

    private static Decision<EscrowEvent> request(OpenAccount state, RequestReissue command, Given given) {
        var returned = state.returns().find(command.releaseNo());
        if (returned.isEmpty() || returned.get().stage() != Stage.UNDECIDED) {
            return notUndecided(command.releaseNo(), returned);
        }
        if (returned.get().reissues() == PayoutId.REISSUES_MAX) {
            return reject(new ReissuesExhausted(command.releaseNo(), PayoutId.REISSUES_MAX));
        }
        return Decision.unless(
                objection(state, command.releaseNo(), returned.get(), given.at()),
                () -> requestOf(state, command, returned.get(), given));
    }

    private static Decision<EscrowEvent> requestOf(
            OpenAccount state, RequestReissue command, Returned item, Given given) {
        return switch (payee(state, command.releaseNo(), item, given.at())) {
            case Payees.None none -> reject(none.why());
            case Payees.Known(var payee) -> {
                var reissueNo = item.reissues() + 1;
                yield accept(new ReissueRequested(
                        command.account(),
                        command.releaseNo(),
                        reissueNo,
                        item.payout(),
                        PayoutId.ofReissue(command.account(), command.releaseNo(), reissueNo),
                        payee,
                        item.amount(),
                        given.actor().subject()));
            }
        };
    }

    /** Money under an open freeze goes nowhere, and a court's only by its order while the account can hold it. */
    private static Optional<Rejection> objection(OpenAccount state, String itemNo, Returned item, Instant at) {
        if (state.deductions().find(itemNo).isPresent() && state.ending() == Ending.NONE) {
            return Optional.of(new DeductionNotRestored(itemNo));
        }
        var free = state.frozen(at).uncaught(item.amount());
        return item.amount().exceeds(free)
                ? Optional.of(
                        new ExceedsReleasable(item.amount(), free, item.amount().above(free)))
                : Optional.empty();
    }

    /** A deduction goes to its court again, never to a party that happens to be named like the order. */
    private static Payees.Standing payee(OpenAccount state, String itemNo, Returned item, Instant at) {
        return state.deductions()
                .find(itemNo)
                .<Payees.Standing>map(
                        deduction -> new Payees.Known(new Payee(deduction.orderNo(), deduction.courtAccount())))
                .orElseGet(() -> state.payees().at(item.partyId(), at));
    }

    private static Decision<EscrowEvent> reissue(OpenAccount state, ReissueRelease command, Given given) {
        return Decision.unless(FourEyes.objection(command, command.approval(), 1, given.at()), () -> {
            var returned = state.returns().find(command.releaseNo());
            if (returned.isEmpty()
                    || returned.get().stage() != Stage.REISSUE_REQUESTED
                    || !returned.get().isAskedFor(command.newPayout())) {
                return notUndecided(command.releaseNo(), returned);
            }
            return Decision.unless(
                    objection(state, command.releaseNo(), returned.get(), given.at()),
                    () -> reissueTo(state, command, given));
        });
    }

    /** The payee is judged again: between the request and its approval a change may have come into force. */
    private static Decision<EscrowEvent> reissueTo(OpenAccount state, ReissueRelease command, Given given) {
        var returned = state.returns().find(command.releaseNo()).orElseThrow();
        return switch (payee(state, command.releaseNo(), returned, given.at())) {
            case Payees.None none -> reject(none.why());
            case Payees.Known(var payee) -> {
                var asked = returned.request().orElseThrow();
                yield payee.equals(command.payee())
                                && asked.payee().equals(command.payee())
                                && asked.oldPayout().equals(command.oldPayout())
                                && asked.amount().equals(command.amount())
                        ? accept(new ReleaseReissued(
                                command.account(),
                                command.releaseNo(),
                                command.oldPayout(),
                                command.newPayout(),
                                payee,
                                command.amount(),
                                state.custodyAccount(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new PayeeDiffers(command.releaseNo(), returned.partyId()));
            }
        };
    }

    private static Decision<EscrowEvent> endRequest(OpenAccount state, RejectReissue command) {
        var returned = state.returns().find(command.releaseNo());
        if (returned.isEmpty() || !returned.get().isAskedFor(command.newPayout())) {
            return notUndecided(command.releaseNo(), returned);
        }
        return switch (returned.get().stage()) {
            case REISSUE_REQUESTED ->
                accept(new ReissueRejected(
                        command.account(), command.releaseNo(), command.newPayout(), command.reason()));
            case UNDECIDED -> alreadyDone();
            case REISSUED, REFUNDING, PAID_AGAIN, RESTORED -> notUndecided(command.releaseNo(), returned);
        };
    }

    private static Decision<EscrowEvent> paidAgain(OpenAccount state, ConfirmReissuePaid command) {
        var returned = state.returns().find(command.releaseNo()).filter(item -> item.isAskedFor(command.payout()));
        if (returned.filter(item -> item.stage() == Stage.PAID_AGAIN).isPresent()) {
            return alreadyDone();
        }
        return returned.filter(item -> item.isTakenBy(command.payout()))
                .<Decision<EscrowEvent>>map(item -> accept(
                        new ReissuePaid(command.account(), command.releaseNo(), command.payout(), item.amount())))
                .orElseGet(() -> notTheTaker(command.releaseNo(), command.payout()));
    }

    private static Decision<EscrowEvent> failedAgain(OpenAccount state, FailReissue command) {
        var returned = state.returns().find(command.releaseNo()).filter(item -> item.isAskedFor(command.payout()));
        if (returned.filter(item -> item.stage() == Stage.UNDECIDED).isPresent()) {
            return alreadyDone();
        }
        return returned.filter(item -> item.isTakenBy(command.payout()))
                .<Decision<EscrowEvent>>map(item -> accept(new ReissueFailed(
                        command.account(), command.releaseNo(), command.payout(), item.amount(), command.reason())))
                .orElseGet(() -> notTheTaker(command.releaseNo(), command.payout()));
    }

    /** A closed account has no bucket that could hold it: there the money can only be paid again. */
    private static Decision<EscrowEvent> restore(OpenAccount state, RestoreReturned command) {
        var returned = state.returns().find(command.releaseNo());
        if (returned.isEmpty()) {
            return notUndecided(command.releaseNo(), returned);
        }
        return switch (returned.get().stage()) {
            case RESTORED -> alreadyDone();
            case REISSUE_REQUESTED, REISSUED, REFUNDING, PAID_AGAIN -> notUndecided(command.releaseNo(), returned);
            case UNDECIDED -> restored(state, command, returned.get());
        };
    }

    private static Decision<EscrowEvent> restored(OpenAccount state, RestoreReturned command, Returned returned) {
        if (state.ending() != Ending.NONE) {
            return state.onlyIn(EscrowStatus.RELEASING);
        }
        return state.holdback().legs().contains(command.releaseNo())
                ? reject(new HoldbackNotRestored(command.releaseNo()))
                : accept(new ReturnedMoneyRestored(
                        command.account(), command.releaseNo(), returned.payout(), returned.amount()));
    }

    private static Decision<EscrowEvent> notUndecided(String releaseNo, Optional<Returned> returned) {
        return reject(undecided(releaseNo, returned));
    }

    private static ReturnNotUndecided undecided(String releaseNo, Optional<Returned> returned) {
        return new ReturnNotUndecided(
                releaseNo, returned.map(Returned::stage).map(Enum::name).orElse("NOT_RETURNED"));
    }

    private static Decision<EscrowEvent> notTheTaker(String releaseNo, PayoutId payout) {
        return reject(new NotTheTaker(releaseNo, payout.value()));
    }
}
