package io.coffer.query.merchants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.VirtualAccountId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's fee account (B) as people read it.
 *
 * @param custodyAccount where it lies; absent where a fee came back before anybody opened the account
 * @param virtualAccountNumber what the merchant pays to; a moment after opening
 * @param available what new orders may have
 * @param reserved what orders, refunds and returns of splits have set aside
 * @param advanced own cash of the institution that the merchant owes
 * @param promised own cash that refunds may take, and that the merchant owes from then on
 * @param splitIn what splits ever gave it
 * @param givenBack what channels ever gave back of fees that the account bore
 * @param advanceLimit the most that may be advanced
 * @param askedLimit what somebody wants that limit to be, until it is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeeAccountView(
        String id,
        String merchantNo,
        FeeAccountStanding standing,
        String reason,
        @Nullable CustodyAccount custodyAccount,
        @Nullable String virtualAccountNumber,
        Amount available,
        Amount reserved,
        Amount advanced,
        Amount promised,
        Amount splitIn,
        Amount givenBack,
        Amount advanceLimit,
        @Nullable Amount askedLimit,
        List<ReservationView> reservations,
        List<AdvanceView> advances,
        List<PromiseView> promises,
        List<ClaimView> claims,
        Instant openedAt,
        Instant changedAt,
        long position,
        long version) {

    /**
     * What an order or a refund has set aside; a payment order and a refund are named by their identity.
     *
     * @param advanced what of it is own cash that was not paid back
     */
    @Schema(name = "FeeReservation")
    record ReservationView(String orderNo, Amount amount, Amount advanced, Instant reservedAt) {}

    /**
     * Own cash that is out for an order, which may have ended by now.
     *
     * @param amount what was advanced
     * @param open what was not paid back
     */
    @Schema(name = "FeeAdvance")
    record AdvanceView(
            String orderNo,
            Amount amount,
            Amount open,
            Instant advancedAt,
            long ageDays,
            Instant overdueFrom,
            boolean overdue) {}

    /** Own cash that a refund may take. */
    @Schema(name = "FeePromise")
    record PromiseView(String refund, Amount amount, Instant promisedAt) {}

    /**
     * What a split gives back of, for a refund.
     *
     * @param gap what is missing of it; zero once it is set aside
     */
    @Schema(name = "FeeAccountClaim")
    record ClaimView(String split, String refund, Amount amount, Amount gap, Instant askedAt) {}

    /** One line of a list. */
    @Schema(name = "FeeAccountLine")
    record Line(
            String id, FeeAccountStanding standing, Amount available, Amount reserved, Amount advanced, long position) {

        static Line of(FeeAccountState state) {
            return new Line(
                    state.account().value(),
                    state.standing(),
                    Amount.of(state.available()),
                    Amount.of(state.reserved()),
                    Amount.of(state.advanced()),
                    state.openedPosition());
        }
    }

    static FeeAccountView of(FeeAccountState state, Instant now) {
        return new FeeAccountView(
                state.account().value(),
                state.account().merchantNo(),
                state.standing(),
                state.reason(),
                state.custodyAccount().orElse(null),
                state.number().map(VirtualAccountId::number).orElse(null),
                Amount.of(state.available()),
                Amount.of(state.reserved()),
                Amount.of(state.advanced()),
                Amount.of(state.promised()),
                Amount.of(state.splitIn()),
                Amount.of(state.givenBack()),
                Amount.of(state.limit()),
                state.askedLimit().map(Amount::of).orElse(null),
                state.reservations().stream().map(item -> view(item, state)).toList(),
                state.advances().stream().map(advance -> view(advance, now)).toList(),
                state.promises().stream().map(FeeAccountView::view).toList(),
                state.claims().stream().map(FeeAccountView::view).toList(),
                state.openedAt(),
                state.changedAt(),
                state.openedPosition(),
                state.version());
    }

    private static ReservationView view(FeeAccountState.Reservation item, FeeAccountState state) {
        var open = state.advances().stream()
                .filter(advance -> advance.orderNo().equals(item.orderNo()))
                .map(FeeAccountState.Advance::open)
                .reduce(Money.ZERO, Money::plus);
        return new ReservationView(item.orderNo(), Amount.of(item.amount()), Amount.of(open), item.reservedAt());
    }

    private static ClaimView view(FeeAccountState.Claim claim) {
        return switch (claim.taker()) {
            case FundsTaker.SplitReturn(var split, var refund) ->
                new ClaimView(
                        split.value(),
                        refund.value(),
                        Amount.of(claim.amount()),
                        Amount.of(claim.gap()),
                        claim.askedAt());
        };
    }

    private static PromiseView view(FeeAccountState.Promise promise) {
        return new PromiseView(promise.refund().value(), Amount.of(promise.amount()), promise.promisedAt());
    }

    private static AdvanceView view(FeeAccountState.Advance advance, Instant now) {
        return new AdvanceView(
                advance.orderNo(),
                Amount.of(advance.amount()),
                Amount.of(advance.open()),
                advance.advancedAt(),
                Math.max(0, Duration.between(advance.advancedAt(), now).toDays()),
                advance.overdueFrom(),
                !now.isBefore(advance.overdueFrom()));
    }
}
