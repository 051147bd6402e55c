package io.coffer.query.merchants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
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
 * @param virtualAccountNumber what the merchant pays to; a moment after opening
 * @param available what new orders may have
 * @param reserved what orders have set aside
 * @param advanced own cash of the institution that the merchant owes
 * @param advanceLimit the most that may be advanced
 * @param askedLimit what somebody wants that limit to be, until it is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeeAccountView(
        String id,
        String merchantNo,
        FeeAccountStanding standing,
        String reason,
        CustodyAccount custodyAccount,
        @Nullable String virtualAccountNumber,
        Amount available,
        Amount reserved,
        Amount advanced,
        Amount advanceLimit,
        @Nullable Amount askedLimit,
        List<ReservationView> reservations,
        List<AdvanceView> advances,
        Instant openedAt,
        Instant changedAt,
        long position,
        long version) {

    /**
     * What an order has set aside.
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
                state.custodyAccount(),
                state.number().map(VirtualAccountId::number).orElse(null),
                Amount.of(state.available()),
                Amount.of(state.reserved()),
                Amount.of(state.advanced()),
                Amount.of(state.limit()),
                state.askedLimit().map(Amount::of).orElse(null),
                state.reservations().stream().map(item -> view(item, state)).toList(),
                state.advances().stream().map(advance -> view(advance, now)).toList(),
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
