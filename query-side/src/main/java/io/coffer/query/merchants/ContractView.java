package io.coffer.query.merchants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.query.kernel.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant was paid on account of one contract (A), as people read it.
 *
 * @param merchant the merchant's fee account, which bears its fees
 * @param available what new splits and refunds may have, each of its own payment only
 * @param reserved what splits and refunds have set aside
 * @param balance both
 */
@Schema(name = "MerchantContract")
record ContractView(
        String id,
        String contractNo,
        String merchant,
        Amount available,
        Amount reserved,
        Amount balance,
        List<PaymentView> payments,
        Instant beganAt,
        Instant changedAt,
        long position,
        long version) {

    /**
     * One order's payment.
     *
     * @param paid what it was at first
     * @param available what is left of it for new splits and refunds
     */
    @Schema(name = "ContractPayment")
    record PaymentView(
            String order,
            Amount paid,
            Amount available,
            Amount reserved,
            List<ReservationView> reservations,
            Instant paidAt) {}

    /** What a split or a refund has set aside. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContractReservation")
    record ReservationView(
            @Nullable String refund, @Nullable String split, Amount amount, Instant reservedAt) {

        private static ReservationView of(ContractState.Reservation item) {
            return new ReservationView(
                    ContractTaker.refund(item.taker()).map(RefundId::value).orElse(null),
                    ContractTaker.split(item.taker()).map(SplitId::value).orElse(null),
                    Amount.of(item.amount()),
                    item.reservedAt());
        }
    }

    /** One line of a list. */
    @Schema(name = "ContractLine")
    record Line(String id, String contractNo, Amount available, Amount reserved, Amount balance, long position) {

        static Line of(ContractState state) {
            return new Line(
                    state.contract().value(),
                    state.contract().contractNo(),
                    Amount.of(state.available()),
                    Amount.of(state.reserved()),
                    Amount.of(state.available().plus(state.reserved())),
                    state.position());
        }
    }

    /**
     * A merchant's contracts, and what they add up to: its A balance, which is nothing but this sum.
     *
     * @param balance of all contracts, those of other parts of the list too
     */
    @Schema(name = "MerchantContracts")
    record Sum(
            String merchant,
            Amount available,
            Amount reserved,
            Amount balance,
            List<Line> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {

        static Sum of(MerchantFeeAccountId merchant, Money available, Money reserved, Page<Line> page) {
            return new Sum(
                    merchant.value(),
                    Amount.of(available),
                    Amount.of(reserved),
                    Amount.of(available.plus(reserved)),
                    page.items(),
                    page.next());
        }
    }

    static ContractView of(ContractState state) {
        return new ContractView(
                state.contract().value(),
                state.contract().contractNo(),
                state.contract().feeAccount().value(),
                Amount.of(state.available()),
                Amount.of(state.reserved()),
                Amount.of(state.available().plus(state.reserved())),
                state.payments().stream().map(ContractView::view).toList(),
                state.beganAt(),
                state.changedAt(),
                state.position(),
                state.version());
    }

    private static PaymentView view(ContractState.Payment payment) {
        return new PaymentView(
                payment.order().value(),
                Amount.of(payment.paid()),
                Amount.of(payment.available()),
                Amount.of(payment.reserved()),
                payment.reservations().stream().map(ReservationView::of).toList(),
                payment.paidAt());
    }
}
