package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.acceptAll;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.merchants.FeeAccountCommand.EndMerchantReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveMerchantFunds;
import io.coffer.api.merchants.FeeAccountCommand.TakeMerchantReservation;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountRejection.MerchantFundsNotReserved;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import io.coffer.command.merchants.FundsClaims.Claim;
import java.util.ArrayList;
import java.util.List;

/**
 * What B sets aside of its own for others than fees ({@code domain.md} 1.8): all that a taker wants, or nothing while that is
 * not there. Who waits is served by whatever comes in, once own cash that is out is paid back; B never owes.
 *
 * <p>Whenever something else is available than before, each that waits is looked at, in the order in which they asked: it is served
 * if all that it wants is there by then, and else told what it lacks now. It holds up nobody who wants less. So a large one can be
 * overtaken for as long as smaller ones come, and is told anew with every sum that comes in.
 */
final class FundsClaimRules {

    private FundsClaimRules() {}

    static Decision<FeeAccountEvent> reserve(FeeAccount state, ReserveMerchantFunds command) {
        return state.claims().of(command.taker()).isPresent()
                ? alreadyDone()
                : accept(served(state, command.account(), command.taker(), command.amount()));
    }

    /** What becomes available pays own cash back first. */
    static Decision<FeeAccountEvent> end(FeeAccount state, EndMerchantReservation command) {
        return state.claims()
                .of(command.taker())
                .map(claim -> acceptAll(ended(state, command.account(), claim)))
                .orElseGet(() -> notReserved(command.taker()));
    }

    private static List<FeeAccountEvent> ended(FeeAccount state, MerchantFeeAccountId account, Claim claim) {
        var events = new ArrayList<FeeAccountEvent>();
        var given = claim.waits() ? Money.ZERO : claim.amount();
        events.add(new MerchantReservationEnded(account, claim.taker(), given));
        events.addAll(Recoveries.of(state.advances(), account, given));
        return events;
    }

    static Decision<FeeAccountEvent> take(FeeAccount state, TakeMerchantReservation command) {
        return state.claims()
                .of(command.taker())
                .filter(claim -> !claim.waits())
                .<Decision<FeeAccountEvent>>map(
                        claim -> accept(new MerchantReservationTaken(command.account(), claim.taker(), claim.amount())))
                .orElseGet(() -> notReserved(command.taker()));
    }

    private static Decision<FeeAccountEvent> notReserved(FundsTaker taker) {
        return reject(new MerchantFundsNotReserved(taker.item()));
    }

    /** What was decided, and what that makes of those who wait. */
    static Decision<FeeAccountEvent> followed(
            FeeAccount before, MerchantFeeAccountId account, Decision<FeeAccountEvent> decision) {
        return switch (decision) {
            case Decision.Rejected<FeeAccountEvent> refused -> refused;
            case Decision.Accepted<FeeAccountEvent>(var events) when events.isEmpty() -> decision;
            case Decision.Accepted<FeeAccountEvent>(var events) -> {
                var all = new ArrayList<>(events);
                var state = before;
                for (var event : events) {
                    state = state.after(event);
                }
                for (var claim : state.claims().waiting()) {
                    if (!gapOf(state, claim.amount()).equals(claim.gap())) {
                        var event = served(state, account, claim.taker(), claim.amount());
                        all.add(event);
                        state = state.after(event);
                    }
                }
                yield acceptAll(all);
            }
        };
    }

    private static FeeAccountEvent served(
            FeeAccount state, MerchantFeeAccountId account, FundsTaker taker, Money amount) {
        var gap = gapOf(state, amount);
        return gap.isZero()
                ? new MerchantFundsReserved(account, taker, amount)
                : new MerchantFundsAwaited(account, taker, amount, gap);
    }

    /** What is missing now: all of it while people let B set nothing aside. */
    private static Money gapOf(FeeAccount state, Money amount) {
        return state.standing().reserves() ? amount.above(state.buckets().available()) : amount;
    }
}
