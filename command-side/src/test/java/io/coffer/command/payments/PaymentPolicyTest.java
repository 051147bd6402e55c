package io.coffer.command.payments;

import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payments.Bill.BY_BANK;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.captured;
import static io.coffer.command.payments.Bill.created;
import static io.coffer.command.promotions.Promotion.CAMPAIGN;
import static io.coffer.command.promotions.Promotion.DISCOUNT;
import static io.coffer.command.promotions.Promotion.OWN;
import static io.coffer.command.promotions.Promotion.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentCommand.AttachDiscount;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.promotions.CampaignCommand.LockDiscount;
import io.coffer.api.promotions.CampaignCommand.UnlockDiscount;
import io.coffer.api.promotions.CampaignEvent.DiscountLocked;
import io.coffer.api.promotions.CampaignRejection.BudgetExhausted;
import io.coffer.api.promotions.CampaignRejection.DiscountNotLocked;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange;
import io.coffer.command.kernel.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The payments policy")
class PaymentPolicyTest {

    private static final FeeTaker TAKER = new FeeTaker.Payment(ORDER);

    private final Wishes policy = new Wishes(new PaymentPolicy());
    private final PaymentDeadlines deadlines = new PaymentDeadlines();

    /** T48 of {@code domain.md}: what is missing becomes the order's own answer. */
    @Test
    void has_the_fee_set_aside_or_refuses_the_order_with_the_gap() {
        policy.on(created(BY_CHANNEL))
                .gives(new ReserveFee(CONTRACT.feeAccount(), TAKER, FEE, Optional.of(Sale.CUSTODY)))
                .whenRefused(
                        new FeeNotCovered(Money.fen(740), Money.ZERO),
                        new RefusePaymentOrder(ORDER, "FEE_NOT_COVERED", Money.fen(740)))
                .whenRefused(
                        new NotFound(CONTRACT.feeAccount().value()), new RefusePaymentOrder(ORDER, "NOT_FOUND", FEE));
        policy.on(created(NET)).givesNothing();
    }

    @Test
    void opens_the_order_when_its_fee_is_set_aside_and_gives_it_back_when_that_is_over() {
        var over = new NotInThisState("CANCELLED", List.of("CREATED"));
        var end = new EndFeeReservation(CONTRACT.feeAccount(), TAKER, "ORDER_OVER");
        policy.on(new FeeReserved(CONTRACT.feeAccount(), TAKER, FEE))
                .gives(new OpenPaymentOrder(ORDER))
                .whenRefused(over, end);
        policy.on(new FeeAdvanced(CONTRACT.feeAccount(), ORDER.value(), FEE, Sale.CUSTODY))
                .gives(new OpenPaymentOrder(ORDER))
                .whenRefused(over, end);
        policy.on(new FeeReserved(CONTRACT.feeAccount(), new FeeTaker.Order("O-1"), FEE))
                .givesNothing();
        policy.on(new FeeAdvanced(CONTRACT.feeAccount(), "O-1", FEE, Sale.CUSTODY))
                .givesNothing();
    }

    /** T49 of {@code domain.md}. */
    @Test
    void gives_the_fee_back_when_nobody_pays() {
        policy.on(new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty()))
                .gives(new EndFeeReservation(CONTRACT.feeAccount(), TAKER, "EXPIRED"))
                .whenRefused(new FeeNotReserved(ORDER.value()));
        policy.on(new PaymentOrderCancelled(ORDER, CONTRACT, "NOT_WANTED", Optional.empty()))
                .gives(new EndFeeReservation(CONTRACT.feeAccount(), TAKER, "CANCELLED"))
                .whenRefused(new FeeNotReserved(ORDER.value()));
    }

    @Test
    void has_the_discount_set_aside_before_the_fee() {
        var wish = new DiscountWish(CAMPAIGN, DISCOUNT);
        var created = new PaymentOrderCreated(
                ORDER, CONTRACT, PRICE, BY_BANK, Bill.TERM, FEE, Sale.CUSTODY, Bill.EXPIRES, Optional.of(wish));
        policy.on(created)
                .gives(new LockDiscount(CAMPAIGN, ORDER, PRICE, DISCOUNT))
                .whenRefused(
                        new BudgetExhausted(Money.fen(1), Money.fen(4_999)),
                        new RefusePaymentOrder(ORDER, "BUDGET_EXHAUSTED", Money.fen(1)))
                .whenRefused(new NotFound(CAMPAIGN.value()), new RefusePaymentOrder(ORDER, "NOT_FOUND", DISCOUNT));
        policy.on(new DiscountLocked(CAMPAIGN, ORDER, DISCOUNT, OWN))
                .gives(new AttachDiscount(ORDER, OWN))
                .whenRefused(
                        new NotInThisState("CANCELLED", List.of("CREATED")),
                        new UnlockDiscount(CAMPAIGN, ORDER, "ORDER_OVER"));
        policy.on(new DiscountAttached(ORDER, CONTRACT, discount(OWN, DISCOUNT), FEE))
                .gives(new ReserveFee(CONTRACT.feeAccount(), TAKER, FEE, Optional.of(Sale.CUSTODY)))
                .whenRefused(
                        new FeeNotCovered(Money.fen(740), Money.ZERO),
                        new RefusePaymentOrder(ORDER, "FEE_NOT_COVERED", Money.fen(740)));
        policy.on(new DiscountAttached(ORDER, CONTRACT, discount(OWN, DISCOUNT), Money.ZERO))
                .givesNothing();
    }

    @Test
    void gives_the_discount_back_with_the_orders_end() {
        var mine = Optional.of(CAMPAIGN);
        policy.on(new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, mine))
                .gives(new UnlockDiscount(CAMPAIGN, ORDER, "REFUSED"))
                .whenRefused(new DiscountNotLocked(ORDER));
        policy.on(new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, Optional.empty()))
                .givesNothing();
        policy.on(new PaymentOrderExpired(ORDER, CONTRACT, mine))
                .gives(
                        new EndFeeReservation(CONTRACT.feeAccount(), TAKER, "EXPIRED"),
                        new UnlockDiscount(CAMPAIGN, ORDER, "EXPIRED"));
        policy.on(new PaymentOrderCancelled(ORDER, CONTRACT, "X", mine))
                .gives(
                        new EndFeeReservation(CONTRACT.feeAccount(), TAKER, "CANCELLED"),
                        new UnlockDiscount(CAMPAIGN, ORDER, "CANCELLED"));
    }

    @Test
    void begins_what_the_order_admitted_or_takes_the_promise_back() {
        var facts = new AdmittedRefund(
                RefundKind.ORIGINAL_ROUTE,
                PRICE,
                new RefundSource.ContractPayment(CONTRACT, ORDER),
                new RefundRoute.Reroute(),
                Money.ZERO,
                Optional.of(CONTRACT.feeAccount()),
                Optional.of(FeeBearer.MERCHANT_B),
                Sale.CUSTODY,
                Optional.empty(),
                "PAID_TWICE",
                "acme-erp",
                Optional.empty());
        policy.on(new RefundAdmitted(ORDER, Bill.refund("R-1"), "T-1", facts, Optional.of(FEE)))
                .gives(new RequestRefund(Bill.refund("R-1"), Optional.of(ORDER), "T-1", facts, FEE))
                .whenRefused(
                        new RefundNumberTaken("RF:acme:R-1"),
                        new DismissRefund(ORDER, Bill.refund("R-1"), "REFUND_NUMBER_TAKEN"));
    }

    @Test
    void looks_at_an_order_again_when_its_time_is_over_unless_it_was_paid_or_ended() {
        assertThat(deadlines.after(created(BY_BANK), NOON))
                .containsExactly(new DeadlineChange.Set(PaymentDeadlines.EXPIRY, Bill.EXPIRES));
        for (var end : List.of(
                Bill.received("X1", false),
                captured("T-1", PaymentPlace.CONTRACT),
                new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty()),
                new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.empty()),
                new PaymentOrderRefused(ORDER, "FEE_NOT_COVERED", FEE, Optional.empty()))) {
            assertThat(deadlines.after(end, NOON))
                    .as("%s", end)
                    .containsExactly(new DeadlineChange.Clear(PaymentDeadlines.EXPIRY));
        }
        assertThat(deadlines.after(captured("T-2", PaymentPlace.EXCESS), NOON)).isEmpty();
        assertThat(deadlines.after(Bill.doubled("X2", PRICE), NOON)).isEmpty();
    }
}
