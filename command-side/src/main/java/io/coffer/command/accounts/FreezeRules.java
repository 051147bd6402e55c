package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.FreezeCommand;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.FreezeEvent.FreezeExpired;
import io.coffer.api.accounts.FreezeEvent.FreezeRenewed;
import io.coffer.api.accounts.FreezeEvent.FundsFrozen;
import io.coffer.api.accounts.FreezeEvent.FundsUnfrozen;
import io.coffer.api.accounts.FreezeEvent.RecallRequested;
import io.coffer.api.accounts.FreezeEvent.UnfreezeRequested;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.FreezeRejection.EmergencyStopsExhausted;
import io.coffer.api.accounts.FreezeRejection.FreezeInvalid;
import io.coffer.api.accounts.FreezeRejection.FreezeNotInForce;
import io.coffer.api.accounts.FreezeRejection.FreezeNumberTaken;
import io.coffer.api.accounts.FreezeRejection.NotTheFreezingAuthority;
import io.coffer.api.accounts.FreezeRejection.UnfreezeNotPending;
import io.coffer.api.accounts.FreezeTerms;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How money is held, for how long, and who lets it go. Judged by the command's time alone. */
final class FreezeRules {

    /** Both sides of the one who lifts and the one who agrees. */
    private static final int ONE_CHECKER = 1;

    private static final String COURT_DOCUMENT = "COURT_DOCUMENT";

    private FreezeRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, FreezeCommand command, Given given) {
        return switch (command) {
            case FreezeFunds c -> freeze(state, c, given);
            case RenewFreeze c -> renew(state, c, given);
            case RequestUnfreeze c -> ask(state, c, given);
            case UnfreezeFunds c -> unfreeze(state, c, given);
            case ExpireFreeze c -> expire(state, c, given);
        };
    }

    private static Decision<EscrowEvent> freeze(OpenAccount state, FreezeFunds command, Given given) {
        var order = command.order();
        if (state.freezes().find(order.orderNo()).isPresent()) {
            return reject(new FreezeNumberTaken(order.orderNo()));
        }
        if (state.ending() != Ending.NONE) {
            return state.onlyIn(EscrowStatus.living());
        }
        var reasons = FreezeCheck.reasonsAgainst(command, state, given);
        if (!reasons.isEmpty()) {
            return reject(new FreezeInvalid(reasons));
        }
        if (order.kind() == FreezeKind.EMERGENCY_STOP
                && state.freezes().given(FreezeKind.EMERGENCY_STOP) >= FreezeTerms.EMERGENCY_STOPS_MOST) {
            return reject(new EmergencyStopsExhausted(FreezeTerms.EMERGENCY_STOPS_MOST));
        }
        var shortfall = shortfall(order, state, given.at());
        var frozen = new FundsFrozen(
                command.account(),
                order,
                expiry(order.kind(), command.expiresAt(), state, given.at()),
                queueNo(order, state, given.at()),
                shortfall,
                command.evidence(),
                given.actor().subject());
        var recalled = Recalls.becauseOf(order, shortfall, state);
        return recalled.isEmpty()
                ? accept(frozen)
                : acceptAll(List.of(frozen, new RecallRequested(command.account(), order.orderNo(), recalled)));
    }

    private static Decision<EscrowEvent> renew(OpenAccount state, RenewFreeze command, Given given) {
        return onOrder(
                state, command.account(), command.orderNo(), given, freeze -> renew(state, freeze, command, given));
    }

    private static Decision<EscrowEvent> renew(OpenAccount state, Freeze freeze, RenewFreeze command, Given given) {
        var order = freeze.order();
        var reasons = FreezeCheck.reasonsAgainst(command, order, given);
        if (!reasons.isEmpty()) {
            return reject(new FreezeInvalid(reasons));
        }
        var until = expiry(order.kind(), command.expiresAt(), state, given.at()).orElseThrow();
        if (freeze.expiresAt().filter(until::isBefore).isPresent()) {
            // An earlier end takes two people: it is asked for as such.
            return reject(new FreezeInvalid(List.of("a renewal ends no sooner than the order itself")));
        }
        return freeze.expiresAt().filter(until::equals).isPresent()
                ? alreadyDone()
                : accept(new FreezeRenewed(
                        command.account(),
                        command.orderNo(),
                        until,
                        command.evidence(),
                        given.actor().subject()));
    }

    private static Decision<EscrowEvent> ask(OpenAccount state, RequestUnfreeze command, Given given) {
        return onOrder(state, command.account(), command.orderNo(), given, freeze -> ask(freeze, command, given));
    }

    private static Decision<EscrowEvent> ask(Freeze freeze, RequestUnfreeze command, Given given) {
        var order = freeze.order();
        if (order.kind() == FreezeKind.JUDICIAL && command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("the end of order " + command.orderNo()));
        }
        if (!order.authority().equals(command.authority()) && !holdsCourtDocument(command.evidence())) {
            return reject(new NotTheFreezingAuthority(command.orderNo(), order.authority()));
        }
        return accept(new UnfreezeRequested(
                command.account(),
                command.orderNo(),
                freeze.requests() + 1,
                command.authority(),
                command.evidence(),
                given.actor().subject()));
    }

    private static Decision<EscrowEvent> unfreeze(OpenAccount state, UnfreezeFunds command, Given given) {
        return Decision.unless(FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()), () -> {
            var freeze = inForce(state, command.orderNo(), given.at());
            if (freeze.isEmpty()) {
                return reject(new FreezeNotInForce(command.orderNo()));
            }
            return freeze.get().requests() == command.requestNo()
                    ? accept(new FundsUnfrozen(
                            command.account(),
                            command.orderNo(),
                            command.approval().map(Approval::id).map(Object::toString)))
                    : reject(new UnfreezeNotPending(command.orderNo(), command.requestNo()));
        });
    }

    /** The sweep may be late, or early because of a renewal; then there is nothing to note. */
    private static Decision<EscrowEvent> expire(OpenAccount state, ExpireFreeze command, Given given) {
        return state.freezes()
                .find(command.orderNo())
                .filter(freeze -> !freeze.isEnded() && !freeze.isInForce(given.at()))
                .flatMap(Freeze::expiresAt)
                .map(expiredAt ->
                        accept((EscrowEvent) new FreezeExpired(command.account(), command.orderNo(), expiredAt)))
                .orElseGet(Decision::alreadyDone);
    }

    /** The order must be in force, and its kind one that the actor may handle. */
    private static Decision<EscrowEvent> onOrder(
            OpenAccount state,
            EscrowAccountId account,
            String orderNo,
            Given given,
            Function<Freeze, Decision<EscrowEvent>> decide) {
        return inForce(state, orderNo, given.at())
                .map(freeze -> Decision.unless(
                        Access.to(
                                account,
                                true,
                                given,
                                Givers.ofOrders(freeze.order().kind())),
                        () -> decide.apply(freeze)))
                .orElseGet(() -> reject(new FreezeNotInForce(orderNo)));
    }

    private static Optional<Freeze> inForce(OpenAccount state, String orderNo, Instant at) {
        return state.freezes().find(orderNo).filter(freeze -> freeze.isInForce(at));
    }

    private static Optional<Instant> expiry(FreezeKind kind, Optional<Instant> asked, OpenAccount state, Instant at) {
        var terms = state.terms().freezeTerms();
        return switch (kind) {
            case DISPUTE -> Optional.of(at.plus(Duration.ofDays(terms.disputeDays())));
            case RISK -> Optional.of(at.plus(Duration.ofHours(terms.riskHours())));
            case EMERGENCY_STOP -> Optional.of(at.plus(Duration.ofHours(FreezeTerms.EMERGENCY_STOP_HOURS)));
            case JUDICIAL -> asked;
            case DOC_PENDING -> Optional.empty();
        };
    }

    private static int queueNo(FreezeOrder order, OpenAccount state, Instant at) {
        return order.kind().holdsAmount() ? state.frozen(at).queue().size() + 1 : 0;
    }

    /** What is promised to payouts can no longer be held; the order's owner must know how much that is. */
    private static Money shortfall(FreezeOrder order, OpenAccount state, Instant at) {
        if (!order.kind().holdsAmount()) {
            return Money.ZERO;
        }
        var frozen = state.frozenWith(order, at);
        return frozen.with(state.promisedToParties())
                .effective(order.orderNo())
                .minus(frozen.effective(order.orderNo()));
    }

    private static boolean holdsCourtDocument(List<Evidence> evidence) {
        return evidence.stream().anyMatch(document -> document.type().equals(COURT_DOCUMENT));
    }
}
