package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.payments.Bill.BY_BANK;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.EXPIRES;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PAYER;
import static io.coffer.command.payments.Bill.TERM;
import static io.coffer.command.payments.Bill.admit;
import static io.coffer.command.payments.Bill.receive;
import static io.coffer.command.payments.Bill.refund;
import static io.coffer.command.promotions.Promotion.CAMPAIGN;
import static io.coffer.command.promotions.Promotion.DISCOUNT;
import static io.coffer.command.promotions.Promotion.OWN;
import static io.coffer.command.promotions.Promotion.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.AttachDiscount;
import io.coffer.api.payments.PaymentCommand.CancelPaymentOrder;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentCommand.ExpirePaymentOrder;
import io.coffer.api.payments.PaymentCommand.OpenPaymentOrder;
import io.coffer.api.payments.PaymentCommand.RefusePaymentOrder;
import io.coffer.api.payments.PaymentEvent.DiscountAttached;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentDeclined;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCancelled;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentOrderOpened;
import io.coffer.api.payments.PaymentEvent.PaymentOrderRefused;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentRejection.DiscountNotPossible;
import io.coffer.api.payments.PaymentRejection.RefundNotAdmitted;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RouteWish;
import io.coffer.api.splits.SplitId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 15,000.00 less 50.00, as in T11 of {@code domain.md}. */
@DisplayName("An order of whose price a campaign pays a part")
class DiscountedOrderTest {

    private static final Money PRICE = Money.yuan(15_000);
    private static final Money PAYABLE = Money.yuan(14_950);
    private static final FeeTerm FREE = new FeeTerm(0, Optional.empty(), FeeBearer.MERCHANT_B, false);
    private static final DiscountAttached ATTACHED =
            new DiscountAttached(ORDER, CONTRACT, discount(OWN, DISCOUNT), Money.ZERO);
    private static final AttachDiscount ATTACH = new AttachDiscount(ORDER, OWN);
    private static final Money FEN = Money.fen(1);

    @Test
    void waits_for_the_discount_and_then_for_the_fee() {
        fresh().when(create(BY_BANK, FREE, DISCOUNT), BUSINESS).records(created(FREE));
        waiting().when(ATTACH, POLICY).records(ATTACHED, new PaymentOrderOpened(ORDER));
        var fee = TERM.on(PRICE);
        fresh().given(created(TERM))
                .when(ATTACH, POLICY)
                .records(new DiscountAttached(ORDER, CONTRACT, discount(OWN, DISCOUNT), fee));
        waiting().given(ATTACHED).when(ATTACH, POLICY).changesNothing();
        waiting()
                .when(new OpenPaymentOrder(ORDER), POLICY)
                .isRefused(new NotInThisState("WAITING_FOR_DISCOUNT", List.of("CREATED")));
        fresh().given(created(TERM), new DiscountAttached(ORDER, CONTRACT, discount(OWN, DISCOUNT), fee))
                .when(new OpenPaymentOrder(ORDER), POLICY)
                .records(new PaymentOrderOpened(ORDER));
    }

    @Test
    void takes_no_discount_that_it_did_not_ask_for_or_after_its_end() {
        fresh().given(Bill.created(BY_BANK))
                .when(ATTACH, POLICY)
                .isRefused(new NotInThisState("CREATED", List.of("CREATED")));
        waiting()
                .given(new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.of(CAMPAIGN)))
                .when(ATTACH, POLICY)
                .isRefused(new NotInThisState("CANCELLED", List.of("CREATED")));
    }

    @Test
    void is_paid_by_transfer_and_by_its_payer_too() {
        fresh().when(create(BY_BANK, FREE, PRICE.minus(FEN)), BUSINESS).then();
        fresh().when(create(BY_BANK, FREE, PRICE), BUSINESS)
                .isRefused(new DiscountNotPossible("BANK_TRANSFER", PRICE.minus(FEN)));
        fresh().when(create(BY_BANK, FREE, Money.ZERO), BUSINESS)
                .isRefused(new DiscountNotPossible("BANK_TRANSFER", PRICE.minus(FEN)));
        fresh().when(create(BY_CHANNEL, TERM, DISCOUNT), BUSINESS)
                .isRefused(new DiscountNotPossible("CHANNEL, settling NET", Money.ZERO));
        fresh().when(create(NET, TERM, DISCOUNT), BUSINESS)
                .isRefused(new DiscountNotPossible("NET_TRANSFER", Money.ZERO));
    }

    @Test
    void says_in_its_end_which_campaign_may_have_its_money_again() {
        waiting()
                .when(new RefusePaymentOrder(ORDER, "BUDGET_EXHAUSTED", FEN), POLICY)
                .records(new PaymentOrderRefused(ORDER, "BUDGET_EXHAUSTED", FEN, Optional.of(CAMPAIGN)));
        open().when(new CancelPaymentOrder(ORDER, "X"), BUSINESS)
                .records(new PaymentOrderCancelled(ORDER, CONTRACT, "X", Optional.of(CAMPAIGN)));
        open().after(Duration.ofHours(2))
                .when(new ExpirePaymentOrder(ORDER), POLICY)
                .records(new PaymentOrderExpired(ORDER, CONTRACT, Optional.of(CAMPAIGN)));
    }

    @Test
    void is_paid_with_what_is_left_of_the_price() {
        open().when(receive("X1", PAYABLE), POLICY).records(received());
        open().when(receive("X1", PRICE), POLICY)
                .records(new PaymentDeclined(ORDER, Sale.receipt("X1"), "RECEIVED_AMOUNT_DIFFERS"));
        assertThat(received().credited()).isEqualTo(PRICE);
        paid().when(receive("X2", PAYABLE), POLICY)
                .records(new DuplicatePaymentDetected(ORDER, Sale.receipt("X2"), PAYABLE, Optional.of(PAYER)));
    }

    @Test
    @DisplayName(
            "T11: refunds of 5,000 and 10,000 give 4,983.34 and 9,966.66 to the payer, 16.66 and 33.34 to the funder")
    void gives_its_funder_its_part_of_each_refund() {
        var first = paid().when(admit("R-1", Money.yuan(5_000)), BUSINESS);
        var second = first.then().when(admit("R-2", Money.yuan(10_000)), BUSINESS);

        assertThat(facts(first)).satisfies(facts -> {
            assertThat(facts.amount()).isEqualTo(Money.fen(498_334));
            assertThat(facts.discount()).contains(discount(OWN, Money.fen(1_666)));
            assertThat(facts.ofSource()).isEqualTo(Money.yuan(5_000));
        });
        assertThat(facts(second)).satisfies(facts -> {
            assertThat(facts.amount()).isEqualTo(Money.fen(996_666));
            assertThat(facts.discount()).contains(discount(OWN, Money.fen(3_334)));
        });
        second.then()
                .when(admit("R-3", FEN), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.ZERO))));
    }

    @Test
    void gives_no_more_than_the_discount_back_in_any_number_of_parts() {
        var order = paid();
        var shares = new ArrayList<Long>();
        var left = PRICE.minorUnits();
        for (var part : List.of(1L, 299L, 1L, 777_777L, 333L, 721_589L)) {
            var decision = order.when(admit("R-" + shares.size(), Money.fen(part)), BUSINESS);
            shares.add(facts(decision)
                    .discount()
                    .map(Discount::amount)
                    .map(Money::minorUnits)
                    .orElse(0L));
            left -= part;
            order = decision.then();
        }
        assertThat(left).isZero();
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(DISCOUNT.minorUnits());
        assertThat(shares).startsWith(0L, 1L, 0L);
    }

    /** R6 counts what moves: the payer's part and the funder's. */
    @Test
    void needs_a_second_person_for_a_price_above_what_one_may_give_back() {
        var exactly = (RefundAdmitted) accepted(paid().when(admit("R-1", Money.yuan(1_000)), BUSINESS));
        assertThat(exactly.needsSecondPerson()).isFalse();
        assertThat(exactly.facts().amount()).isLessThan(Money.yuan(1_000));
        var more = (RefundAdmitted) accepted(paid().when(admit("R-1", Money.fen(100_001)), BUSINESS));
        assertThat(more.needsSecondPerson()).isTrue();
        assertThat(more.facts().amount()).isLessThan(Money.yuan(1_000));
        var next = (RefundAdmitted) accepted(
                paid().when(admit("R-1", Money.yuan(1_000)), BUSINESS).then().when(admit("R-2", FEN), BUSINESS));
        assertThat(next.alone()).contains(Money.yuan(1_000));
        assertThat(next.needsSecondPerson()).isTrue();
    }

    /** After a part that brought none stands, and others were dismissed, a tiny one would be the funder's as a whole. */
    @Test
    void has_no_part_so_small_that_its_payer_gets_nothing() {
        var withoutShare = new RefundAdmitted(
                ORDER,
                refund("R-0"),
                Sale.receipt("X1").value(),
                ((RefundAdmitted) accepted(paid().when(admit("R-0", Money.fen(299)), BUSINESS))).facts(),
                Optional.empty());
        var stands = paid().given(withoutShare);
        stands.when(admit("R-1", FEN), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.DiscountExceedsAmount(FEN))));
        assertThat(facts(stands.when(admit("R-1", Money.fen(2)), BUSINESS)).amount())
                .isEqualTo(FEN);
    }

    @Test
    void has_no_part_that_leaves_a_rest_for_the_funder_alone() {
        paid().when(admit("R-1", PRICE.minus(FEN)), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.LeavesOnlyDiscount(PRICE))));
        paid().when(admit("R-1", PRICE.minus(Money.fen(2))), BUSINESS).then();
        paid().when(admit("R-1", PRICE), BUSINESS).then();
    }

    @Test
    void counts_a_dismissed_share_again() {
        var whole = paid().when(admit("R-1", PRICE), BUSINESS);
        assertThat(facts(whole).amount()).isEqualTo(PAYABLE);
        var again = whole.then()
                .given(new RefundDismissed(ORDER, refund("R-1"), "X"))
                .when(admit("R-2", PRICE), BUSINESS);
        assertThat(facts(again).discount()).contains(discount(OWN, DISCOUNT));
    }

    @Test
    void owes_the_payer_of_a_second_payment_what_came() {
        var twice = paid().given(new DuplicatePaymentDetected(ORDER, Sale.receipt("X2"), PAYABLE, Optional.of(PAYER)));
        var second = Optional.of(Sale.receipt("X2").value());
        twice.when(admit("R-1", PAYABLE.plus(FEN), second, RouteWish.ORIGINAL), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(PAYABLE))));
        assertThat(facts(twice.when(admit("R-1", PAYABLE, second, RouteWish.ORIGINAL), BUSINESS)))
                .satisfies(facts -> {
                    assertThat(facts.amount()).isEqualTo(PAYABLE);
                    assertThat(facts.discount()).isEmpty();
                });
    }

    /** What payees give back is the funder's part too. */
    @Test
    void gives_split_money_back_to_payer_and_funder_by_the_same_method() {
        var plan = new RecoveryPlan(List.of(
                new RecoveryLeg.Payee(SplitId.of(ORDER.tenant(), "SP-1"), CONTRACT.feeAccount(), Money.yuan(5_000))));

        var facts = facts(paid().when(
                        new AdmitRefund(
                                ORDER,
                                refund("R-1"),
                                Optional.empty(),
                                Money.yuan(5_000),
                                RouteWish.ORIGINAL,
                                "NOT_WANTED",
                                Optional.of(plan),
                                false,
                                Optional.empty()),
                        BUSINESS));

        assertThat(facts.amount()).isEqualTo(Money.fen(498_334));
        assertThat(facts.ofSource()).isEqualTo(Money.yuan(5_000));
        assertThat(facts.unsplit()).isEqualTo(Money.ZERO);
    }

    private static Object accepted(Scenario.Then then) {
        return then.decision() instanceof Decision.Accepted<?>(var events) ? events.getFirst() : then.decision();
    }

    private static AdmittedRefund facts(Scenario.Then then) {
        return ((RefundAdmitted) accepted(then)).facts();
    }

    private static Scenario fresh() {
        return Scenario.of(new PurePaymentOrder());
    }

    private static Scenario waiting() {
        return fresh().given(created(FREE));
    }

    private static Scenario open() {
        return waiting().given(ATTACHED, new PaymentOrderOpened(ORDER));
    }

    private static Scenario paid() {
        return open().given(received());
    }

    private static CreatePaymentOrder create(PaymentWay way, FeeTerm term, Money discount) {
        return new CreatePaymentOrder(
                ORDER,
                CONTRACT,
                PRICE,
                way,
                term,
                Sale.CUSTODY,
                EXPIRES,
                Optional.of(new DiscountWish(CAMPAIGN, discount)),
                List.of(term),
                Optional.of(Sale.CUSTODY));
    }

    private static PaymentOrderCreated created(FeeTerm term) {
        return new PaymentOrderCreated(
                ORDER,
                CONTRACT,
                PRICE,
                BY_BANK,
                term,
                term.on(PRICE),
                Sale.CUSTODY,
                EXPIRES,
                Optional.of(new DiscountWish(CAMPAIGN, DISCOUNT)));
    }

    private static PaymentReceived received() {
        return new PaymentReceived(
                ORDER,
                CONTRACT,
                Sale.receipt("X1"),
                PAYABLE,
                Money.ZERO,
                FeeBearer.MERCHANT_B,
                false,
                Optional.of(PAYER),
                Optional.of(discount(OWN, DISCOUNT)));
    }
}
