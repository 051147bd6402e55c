package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRejected;
import io.coffer.api.accounts.HoldbackEvent.HoldbackSettlementRequested;
import io.coffer.api.accounts.HoldbackRejection.HandoverMissing;
import io.coffer.api.accounts.HoldbackRejection.SettlementInvalid;
import io.coffer.api.accounts.HoldbackRejection.SettlementNotPending;
import io.coffer.api.accounts.HoldbackRejection.SettlementUndecided;
import io.coffer.api.accounts.Leg;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Rejection;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the hold-back is paid out: after handover, claims to buyers, the rest to sellers, each by a payout of its own. */
final class SettlementRules {

    private SettlementRules() {}

    static Decision<EscrowEvent> request(OpenAccount state, RequestHoldbackSettlement command, Given given) {
        var pending = state.holdback().pending();
        if (pending.isPresent()) {
            return reject(new SettlementUndecided(pending.get().settlementNo()));
        }
        var reasons = SettlementCheck.reasonsAgainst(command.legs(), state, given.at());
        reasons.addAll(SettlementCheck.takenNumbers(command.legs(), state));
        return switch (Legs.paidTo(command.legs(), state.payees(), given.at())) {
            case Legs.Unpayable unpayable when reasons.isEmpty() -> reject(unpayable.why());
            case Legs.Unpayable _ -> reject(new SettlementInvalid(reasons));
            case Legs.Payable(var legs) ->
                Decision.unless(
                        objection(state, legs, reasons, given.at()),
                        () -> accept(new HoldbackSettlementRequested(
                                command.account(),
                                state.holdback().settlements() + 1,
                                legs,
                                given.actor().subject(),
                                state.terms().tiers().checkersFor(PayoutLeg.total(legs)))));
        };
    }

    /** Everything is judged again: claims, freezes and payees may have changed since the request. */
    static Decision<EscrowEvent> settle(OpenAccount state, SettleHoldback command, Given given) {
        var pending = state.holdback().pending(command.settlementNo(), command.legs());
        var required =
                pending.map(HoldbackSettlementRequested::checkersRequired).orElse(0);
        return Decision.unless(FourEyes.objection(command, command.approval(), required, given.at()), () -> {
            if (pending.isEmpty()) {
                return reject(new SettlementNotPending(command.settlementNo()));
            }
            var asked = Legs.asked(command.legs());
            return switch (Legs.paidTo(asked, state.payees(), given.at())) {
                case Legs.Unpayable unpayable -> reject(unpayable.why());
                case Legs.Payable(var legs) ->
                    Decision.unless(
                            objection(state, legs, SettlementCheck.reasonsAgainst(asked, state, given.at()), given.at())
                                    .or(() -> differing(command.legs(), legs)),
                            () -> accept(new HoldbackReleased(
                                    command.account(),
                                    command.settlementNo(),
                                    legs,
                                    state.custodyAccount(),
                                    command.approval().map(Approval::id).map(Object::toString))));
            };
        });
    }

    static Decision<EscrowEvent> endRequest(OpenAccount state, RejectHoldbackSettlement command) {
        return state.holdback()
                .pending()
                .filter(request -> request.settlementNo() == command.settlementNo())
                .<Decision<EscrowEvent>>map(_ -> accept(
                        new HoldbackSettlementRejected(command.account(), command.settlementNo(), command.reason())))
                .orElseGet(() -> reject(new SettlementNotPending(command.settlementNo())));
    }

    private static Optional<Rejection> objection(OpenAccount state, List<Leg> legs, List<String> reasons, Instant at) {
        if (state.status() != EscrowStatus.HELD_BACK) {
            return Optional.of(state.notIn(EscrowStatus.HELD_BACK));
        }
        if (!state.holdback().isHandedOver()) {
            return Optional.of(new HandoverMissing(state.agreement().account().value()));
        }
        if (!reasons.isEmpty()) {
            return Optional.of(new SettlementInvalid(reasons));
        }
        var total = PayoutLeg.total(legs);
        var free = state.frozen(at).releasableHoldback();
        return total.exceeds(free)
                ? Optional.of(new ExceedsReleasable(total, free, total.above(free)))
                : Optional.empty();
    }

    private static Optional<Rejection> differing(List<Leg> agreed, List<Leg> today) {
        for (var index = 0; index < agreed.size(); index++) {
            if (!agreed.get(index).equals(today.get(index))) {
                var leg = agreed.get(index);
                return Optional.of(new PayeeDiffers(leg.legNo(), leg.payee().partyId()));
            }
        }
        return Optional.empty();
    }
}
