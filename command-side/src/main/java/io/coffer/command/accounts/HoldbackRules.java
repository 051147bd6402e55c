package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.ExceedsReleasable;
import io.coffer.api.accounts.EscrowRejection.NotTheBeneficiary;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.HoldbackCommand;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimAccepted;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimDisputed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimUncontested;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimWithdrawn;
import io.coffer.api.accounts.HoldbackEvent.HoldbackClaimed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.HoldbackEvent.PropertyHandedOver;
import io.coffer.api.accounts.HoldbackRejection.ClaimNotOpen;
import io.coffer.api.accounts.HoldbackRejection.ClaimNumberTaken;
import io.coffer.api.accounts.HoldbackRejection.ExceedsUnclaimed;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotAgreed;
import io.coffer.api.accounts.HoldbackRejection.ObjectionTooLate;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.accounts.HoldbackTerms;
import io.coffer.api.kernel.PartyRole;
import io.coffer.command.accounts.HoldbackClaim.Stage;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stays until handover, and who claims a part of it; {@link SettlementRules} pay it out. */
final class HoldbackRules {

    private HoldbackRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, HoldbackCommand command, Given given) {
        return switch (command) {
            case HoldBack c -> keep(state, c, given);
            case CreditHoldback c -> PaidInRules.credit(state, c);
            case ClaimHoldback c -> claim(state, c, given);
            case AcceptHoldbackClaim c -> agree(state, c);
            case DisputeHoldbackClaim c -> dispute(state, c, given);
            case WithdrawHoldbackClaim c -> giveUp(state, c);
            case ExpireObjection c -> expire(state, c, given);
            case ConfirmHandover c -> handOver(state, c);
            case RequestHoldbackSettlement c -> SettlementRules.request(state, c, given);
            case SettleHoldback c -> SettlementRules.settle(state, c, given);
            case RejectHoldbackSettlement c -> SettlementRules.endRequest(state, c);
        };
    }

    /** Frozen money stays where its order found it, and the last release leaves what is to be kept. */
    private static Decision<EscrowEvent> keep(OpenAccount state, HoldBack command, Given given) {
        if (state.terms().holdbackFrom(HoldbackSource.FROM_BUYER_PAYMENT).isEmpty()) {
            return reject(new HoldbackNotAgreed(HoldbackSource.FROM_BUYER_PAYMENT));
        }
        var missing = state.toBeKept();
        if (missing.isZero()) {
            return alreadyDone();
        }
        return switch (state.status()) {
            case FUNDED, RELEASABLE, RELEASING -> {
                // Terms that came late may want more than is left.
                var wanted = missing.min(state.buckets().available());
                var free = state.frozen(given.at()).releasable();
                yield wanted.isZero() || wanted.exceeds(free)
                        ? reject(new ExceedsReleasable(missing, free, missing.above(free)))
                        : accept(new HoldbackReserved(command.account(), wanted));
            }
            case UNKNOWN, OPENED, FUNDING, HELD_BACK, COMPLETED, TERMINATING, TERMINATED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(EscrowStatus.FUNDED, EscrowStatus.RELEASABLE, EscrowStatus.RELEASING);
        };
    }

    private static Decision<EscrowEvent> claim(OpenAccount state, ClaimHoldback command, Given given) {
        if (!state.agreement().isParty(command.partyId(), PartyRole.BUYER)) {
            return reject(new NotTheBeneficiary(command.partyId()));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("claim " + command.claimNo()));
        }
        if (state.holdback().claim(command.claimNo()).isPresent()) {
            return reject(new ClaimNumberTaken(command.claimNo()));
        }
        var unclaimed = state.unclaimed();
        if (command.amount().exceeds(unclaimed)) {
            return reject(new ExceedsUnclaimed(
                    command.amount(), unclaimed, command.amount().above(unclaimed)));
        }
        return whileKept(
                state,
                () -> accept(new HoldbackClaimed(
                        command.account(),
                        command.claimNo(),
                        command.partyId(),
                        command.amount(),
                        command.evidence(),
                        given.at().plus(Duration.ofDays(objectionDays(state))),
                        given.actor().subject())));
    }

    private static int objectionDays(OpenAccount state) {
        return state.terms().holdback().map(HoldbackTerms::objectionDays).orElse(HoldbackTerms.OBJECTION_DAYS_STANDARD);
    }

    private static Decision<EscrowEvent> agree(OpenAccount state, AcceptHoldbackClaim command) {
        if (!state.agreement().isSeller(command.partyId())) {
            return reject(new NotTheBeneficiary(command.partyId()));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("the consent to claim " + command.claimNo()));
        }
        return onOpen(
                state,
                command.claimNo(),
                claim -> claim.stage() == Stage.ACCEPTED
                        ? alreadyDone()
                        : accept(new HoldbackClaimAccepted(
                                command.account(), command.claimNo(), command.partyId(), command.evidence())));
    }

    private static Decision<EscrowEvent> dispute(OpenAccount state, DisputeHoldbackClaim command, Given given) {
        if (!state.agreement().isSeller(command.partyId())) {
            return reject(new NotTheBeneficiary(command.partyId()));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("the objection to claim " + command.claimNo()));
        }
        return onOpen(state, command.claimNo(), claim -> switch (claim.stage()) {
            case DISPUTED -> alreadyDone();
            case CLAIMED ->
                claim.mayBeDisputed(given.at())
                        ? accept(new HoldbackClaimDisputed(
                                command.account(), command.claimNo(), command.partyId(), command.evidence()))
                        : reject(new ObjectionTooLate(command.claimNo(), claim.objectionUntil()));
            case ACCEPTED, UNCONTESTED -> reject(new ObjectionTooLate(command.claimNo(), claim.objectionUntil()));
            case WITHDRAWN -> reject(new ClaimNotOpen(command.claimNo()));
        });
    }

    private static Decision<EscrowEvent> giveUp(OpenAccount state, WithdrawHoldbackClaim command) {
        var isGivenUp = state.holdback()
                .claim(command.claimNo())
                .filter(claim -> claim.stage() == Stage.WITHDRAWN)
                .isPresent();
        return isGivenUp
                ? alreadyDone()
                : onOpen(
                        state,
                        command.claimNo(),
                        _ -> accept(
                                new HoldbackClaimWithdrawn(command.account(), command.claimNo(), command.reason())));
    }

    /** The sweep may be late, or the claim be decided by then; then there is nothing to note. */
    private static Decision<EscrowEvent> expire(OpenAccount state, ExpireObjection command, Given given) {
        return state.holdback()
                .claim(command.claimNo())
                .filter(claim -> claim.stage() == Stage.CLAIMED && !claim.mayBeDisputed(given.at()))
                .map(claim -> accept((EscrowEvent)
                        new HoldbackClaimUncontested(command.account(), command.claimNo(), claim.objectionUntil())))
                .orElseGet(Decision::alreadyDone);
    }

    private static Decision<EscrowEvent> handOver(OpenAccount state, ConfirmHandover command) {
        if (state.holdback().isHandedOver()) {
            return alreadyDone();
        }
        var unsigned = SignatureCheck.reasonsAgainst(
                command.signatures(), state.agreement().buyersAndSellers());
        return unsigned.isEmpty()
                ? whileKept(state, () -> accept(new PropertyHandedOver(command.account(), command.signatures())))
                : reject(new SignaturesInvalid(unsigned));
    }

    private static Decision<EscrowEvent> onOpen(
            OpenAccount state, String claimNo, Function<HoldbackClaim, Decision<EscrowEvent>> decide) {
        return state.holdback()
                .claim(claimNo)
                .filter(state::isOpen)
                .map(decide)
                .orElseGet(() -> reject(new ClaimNotOpen(claimNo)));
    }

    private static Decision<EscrowEvent> whileKept(OpenAccount state, Supplier<Decision<EscrowEvent>> decide) {
        return switch (state.status()) {
            case FUNDED, RELEASABLE, RELEASING, HELD_BACK -> decide.get();
            case UNKNOWN, OPENED, FUNDING, COMPLETED, TERMINATING, TERMINATED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(
                        EscrowStatus.FUNDED, EscrowStatus.RELEASABLE, EscrowStatus.RELEASING, EscrowStatus.HELD_BACK);
        };
    }
}
