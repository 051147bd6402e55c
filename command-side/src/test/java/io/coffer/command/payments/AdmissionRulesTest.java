package io.coffer.command.payments;

import static io.coffer.command.kernel.People.ACME;
import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static io.coffer.command.payments.Bill.BY_BANK;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.CONTRACT;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PAYER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.admit;
import static io.coffer.command.payments.Bill.captured;
import static io.coffer.command.payments.Bill.doubled;
import static io.coffer.command.payments.Bill.open;
import static io.coffer.command.payments.Bill.received;
import static io.coffer.command.payments.Bill.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentCommand.CompleteRefund;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.ReinstateRefund;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentEvent.RefundCompleted;
import io.coffer.api.payments.PaymentEvent.RefundDismissed;
import io.coffer.api.payments.PaymentEvent.RefundReinstated;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.PaymentUnknown;
import io.coffer.api.payments.PaymentRejection.RefundNotAdmitted;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.refunds.RouteWish;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund that an order admits")
class AdmissionRulesTest {

    private static final RefundSource OF_CONTRACT = new RefundSource.ContractPayment(CONTRACT, ORDER);
    private static final RefundRoute TO_CHANNEL = new RefundRoute.Channel("WECHAT", "T-1");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Optional<Money> NONE = Optional.of(Money.ZERO);

    @Test
    void goes_the_way_that_the_money_came() {
        paid().when(admit("R-1", PRICE), BUSINESS)
                .records(admitted("R-1", "T-1", PRICE, OF_CONTRACT, TO_CHANNEL, Money.ZERO));
        open(BY_BANK, received("X1", false))
                .when(admit("R-1", PRICE), OPERATOR)
                .then()
                .when(new CompleteRefund(ORDER, refund("R-1")), POLICY)
                .records(new RefundCompleted(ORDER, refund("R-1")));
        open(BY_BANK, received("X1", false))
                .when(admit("R-1", PRICE), BUSINESS)
                .records(admitted(
                        "R-1",
                        Sale.receipt("X1").value(),
                        PRICE,
                        OF_CONTRACT,
                        new RefundRoute.Transfer(PAYER),
                        Money.ZERO));
        open(NET, received("X1", true))
                .when(admit("R-1", PRICE), BUSINESS)
                .records(admitted(
                        "R-1",
                        Sale.receipt("X1").value(),
                        PRICE,
                        OF_CONTRACT,
                        new RefundRoute.Channel("WECHAT", "X1"),
                        FEE));
    }

    @Test
    void of_a_payment_too_many_takes_that_payment_and_nothing_of_the_merchant() {
        open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT), captured("T-2", PaymentPlace.EXCESS))
                .when(admit("R-1", PRICE, Optional.of("T-2"), RouteWish.ORIGINAL), BUSINESS)
                .records(ofExcess("T-2", new RefundSource.ExcessCapture(ORDER, "T-2"), "T-2", Money.ZERO));
        var second = Sale.receipt("X2");
        open(NET, received("X1", true), doubled("X2", PRICE.minus(FEE)))
                .when(admit("R-1", PRICE, Optional.of(second.value()), RouteWish.ORIGINAL), BUSINESS)
                .records(ofExcess(second.value(), new RefundSource.ExcessReceipt(ORDER, second), "X2", FEE));
    }

    /** T8 of {@code domain.md}. */
    @Test
    void leaves_less_for_the_next_one() {
        var first = paid().when(admit("R-1", Money.yuan(800)), BUSINESS).then().after(A_MINUTE);
        first.when(admit("R-2", Money.fen(60_001)), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.yuan(600)))));
        first.when(admit("R-2", Money.yuan(600)), BUSINESS).then();
        first.given(new RefundDismissed(ORDER, refund("R-1"), "NOT_WANTED"))
                .after(A_MINUTE)
                .when(admit("R-3", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.yuan(800)))));
    }

    @Test
    void counts_every_payment_by_itself() {
        open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT), captured("T-2", PaymentPlace.EXCESS))
                .when(admit("R-1", PRICE), BUSINESS)
                .then()
                .when(admit("R-2", PRICE, Optional.of("T-2"), RouteWish.ORIGINAL), BUSINESS)
                .then();
    }

    /** T10 of {@code domain.md}. */
    @Test
    void comes_within_the_channels_window_or_is_rerouted() {
        var last = Duration.ofDays(365);
        paid().after(last).when(admit("R-1", PRICE), BUSINESS).then();
        paid().after(last.plusNanos(1))
                .when(admit("R-1", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.WindowExceeded(NOON.plus(last)))));
        paid().after(last.plusNanos(1))
                .when(admit("R-1", PRICE, Optional.empty(), RouteWish.REROUTE), BUSINESS)
                .records(admitted("R-1", "T-1", PRICE, OF_CONTRACT, new RefundRoute.Reroute(), Money.ZERO));
    }

    @Test
    void comes_with_a_pause_and_in_so_many_parts() {
        var part = Money.yuan(100);
        var one = paid().when(admit("R-1", part), BUSINESS).then();
        one.after(A_MINUTE.minusNanos(1))
                .when(admit("R-2", part), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.TooSoon(NOON.plus(A_MINUTE)))));
        var three = one.after(Duration.ofNanos(1))
                .when(admit("R-2", part), BUSINESS)
                .then()
                .after(A_MINUTE)
                .when(admit("R-3", part), BUSINESS)
                .then()
                .after(A_MINUTE);
        three.when(admit("R-4", part), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.TooManyRefunds(3))));
        three.when(admit("R-4", part, Optional.empty(), RouteWish.REROUTE), BUSINESS)
                .then();
    }

    @Test
    void is_refused_for_all_reasons_at_once() {
        paid().when(admit("R-1", PRICE), BUSINESS)
                .then()
                .when(admit("R-2", Money.fen(1)), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(
                        new RefundObjection.ExceedsRefundable(Money.ZERO),
                        new RefundObjection.TooSoon(NOON.plus(A_MINUTE)))));
    }

    @Test
    void needs_somebody_to_pay_back_and_a_number_that_the_channel_knows() {
        var unnamed = new PaymentReceived(
                ORDER,
                CONTRACT,
                Sale.receipt("X1"),
                PRICE,
                FEE,
                FeeBearer.MERCHANT_B,
                false,
                Optional.empty(),
                Optional.empty());
        open(BY_BANK, unnamed)
                .when(admit("R-1", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.PayerUnknown())));
        open(NET, received(BankReceiptId.weak("307584007998", "N-1"), true))
                .when(admit("R-1", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.OriginalUnknown())));
    }

    @Test
    void brings_its_part_of_the_fee_along_and_the_last_one_the_rest() {
        var order = open(NET, received("X1", true));
        var gaps = new ArrayList<Long>();
        for (var part : List.of(50_000L, 50_000L, 40_000L)) {
            var no = "R-" + gaps.size();
            var decision = order.when(admit(no, Money.fen(part)), BUSINESS);
            assertThat(decision.decision()).isInstanceOf(Decision.Accepted.class);
            if (decision.decision() instanceof Decision.Accepted<?>(var events)
                    && events.getFirst() instanceof RefundAdmitted admitted) {
                gaps.add(admitted.facts().feeGap().minorUnits());
            }
            order = decision.then().after(A_MINUTE);
        }
        assertThat(gaps).containsExactly(300L, 300L, 240L);
    }

    /** After refunds that brought no fee stand and those that did were dismissed, a tiny one would take more than there is. */
    @Test
    void of_less_than_its_part_of_the_fee_is_refused() {
        var withoutFee = new RefundAdmitted(
                ORDER,
                refund("R-1"),
                Sale.receipt("X1").value(),
                facts(
                        RefundKind.ORIGINAL_ROUTE,
                        Money.fen(400),
                        OF_CONTRACT,
                        new RefundRoute.Channel("WECHAT", "X1"),
                        Money.ZERO),
                Optional.empty());
        open(NET, received("X1", true), withoutFee)
                .when(admit("R-2", Money.fen(1), Optional.empty(), RouteWish.REROUTE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.FeeExceedsAmount(Money.fen(2)))));
        open(NET, received("X1", true), withoutFee)
                .when(admit("R-2", Money.fen(2), Optional.empty(), RouteWish.REROUTE), BUSINESS)
                .then();
    }

    @Test
    void rounds_its_part_of_the_fee_down() {
        open(NET, received("X1", true))
                .when(admit("R-1", Money.fen(166)), BUSINESS)
                .records(net("R-1", Money.fen(166), Money.ZERO));
        open(NET, received("X1", true))
                .when(admit("R-1", Money.fen(167)), BUSINESS)
                .records(net("R-1", Money.fen(167), Money.fen(1)));
    }

    /** R6: what one person may give back of a payment is no more when it goes in parts. */
    @Test
    void says_what_else_goes_back_without_a_second_person() {
        var parts = paid().when(admit("R-1", Money.yuan(600)), BUSINESS).then().after(A_MINUTE);
        var exactly = parts.when(admit("R-2", Money.yuan(400)), BUSINESS);
        var more = parts.when(admit("R-2", Money.fen(40_001)), BUSINESS);

        assertThat(admitted(exactly)).satisfies(part -> {
            assertThat(part.alone()).contains(Money.yuan(600));
            assertThat(part.needsSecondPerson()).isFalse();
        });
        assertThat(admitted(more).needsSecondPerson()).isTrue();
        // A part that two people saw leaves the rest of what one person may do as it was.
        assertThat(admitted(more.then().after(A_MINUTE).when(admit("R-3", Money.yuan(399)), BUSINESS)))
                .satisfies(part -> {
                    assertThat(part.alone()).contains(Money.yuan(600));
                    assertThat(part.needsSecondPerson()).isFalse();
                });
    }

    @Test
    void counts_for_one_person_what_stands_of_the_same_payment_only() {
        var twice = open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT), captured("T-2", PaymentPlace.EXCESS))
                .when(admit("R-1", Money.yuan(1_000)), BUSINESS)
                .then()
                .after(A_MINUTE);
        var other = admit("R-2", Money.yuan(1_000), Optional.of("T-2"), RouteWish.ORIGINAL);

        assertThat(admitted(twice.when(other, BUSINESS)).needsSecondPerson()).isFalse();
        assertThat(admitted(twice.when(admit("R-2", Money.fen(1)), BUSINESS)).needsSecondPerson())
                .isTrue();
        assertThat(admitted(twice.given(new RefundDismissed(ORDER, refund("R-1"), "X"))
                                .when(admit("R-2", Money.yuan(1_000)), BUSINESS))
                        .needsSecondPerson())
                .isFalse();
    }

    private static RefundAdmitted admitted(Scenario.Then outcome) {
        if (outcome.decision() instanceof Decision.Accepted<?>(var events)
                && events.getFirst() instanceof RefundAdmitted admitted) {
            return admitted;
        }
        throw new AssertionError(outcome.decision());
    }

    @Test
    void is_admitted_once_under_its_number() {
        var first = paid().when(admit("R-1", Money.yuan(800)), BUSINESS).then();
        first.when(admit("R-1", Money.yuan(800)), BUSINESS).changesNothing();
        first.when(admit("R-1", Money.yuan(700)), BUSINESS).isRefused(new RefundNumberTaken("RF:acme:R-1"));
        first.when(admit("R-1", Money.yuan(800), Optional.empty(), RouteWish.REROUTE), BUSINESS)
                .isRefused(new RefundNumberTaken("RF:acme:R-1"));
        first.given(captured("T-2", PaymentPlace.EXCESS))
                .when(admit("R-1", Money.yuan(800), Optional.of("T-2"), RouteWish.ORIGINAL), BUSINESS)
                .isRefused(new RefundNumberTaken("RF:acme:R-1"));
        first.given(new RefundDismissed(ORDER, refund("R-1"), "X"))
                .when(admit("R-1", Money.yuan(800)), BUSINESS)
                .isRefused(new RefundNumberTaken("RF:acme:R-1"));
    }

    /** Of 0.6 fen each, a channel that rounds down gives nothing with the first two parts, and all of it with the last. */
    @Test
    void can_bring_so_much_of_the_fee_back_and_no_more() {
        var first = paid().when(admit("R-1", Money.fen(100)), BUSINESS);
        assertThat(feeBackMost(first)).isEqualTo(Money.fen(1));
        var second = first.then().after(Duration.ofHours(1)).when(admit("R-2", Money.fen(100)), BUSINESS);
        assertThat(feeBackMost(second)).isEqualTo(Money.fen(2));
        var third = second.then().after(Duration.ofHours(1)).when(admit("R-3", PRICE.minus(Money.fen(200))), BUSINESS);
        assertThat(feeBackMost(third)).isEqualTo(Money.fen(839));

        var dismissed = paid().when(admit("R-1", PRICE), BUSINESS)
                .then()
                .given(new RefundDismissed(ORDER, refund("R-1"), "X"))
                .after(Duration.ofHours(1));
        assertThat(feeBackMost(dismissed.when(admit("R-2", PRICE), BUSINESS))).isEqualTo(Money.fen(840));
    }

    @Test
    void is_of_a_payment_of_this_order_and_tenant() {
        open(BY_CHANNEL).when(admit("R-1", PRICE), BUSINESS).isRefused(new PaymentUnknown("-"));
        paid().when(admit("R-1", PRICE, Optional.of("T-9"), RouteWish.ORIGINAL), BUSINESS)
                .isRefused(new PaymentUnknown("T-9"));
        var foreign = RefundId.of(new TenantId("other"), "R-1");
        paid().when(new AdmitRefund(ORDER, foreign, Optional.empty(), PRICE, RouteWish.ORIGINAL, "X"), BUSINESS)
                .isRefused(new NotFound(foreign.value()));
        assertThat(ORDER.tenant()).isEqualTo(ACME);
        paid().when(admit("R-1", PRICE), BANK).isRefused(new NotPermitted(Set.of(Role.BUSINESS, Role.OPERATOR)));
    }

    @Test
    void is_dismissed_once_and_completed_if_it_is_one() {
        var dismiss = new DismissRefund(ORDER, refund("R-1"), "NOT_WANTED");
        paid().when(dismiss, POLICY).changesNothing();
        var admitted = paid().when(admit("R-1", PRICE), BUSINESS).then();
        admitted.when(dismiss, POLICY).records(new RefundDismissed(ORDER, refund("R-1"), "NOT_WANTED"));
        admitted.given(new RefundDismissed(ORDER, refund("R-1"), "NOT_WANTED"))
                .when(dismiss, POLICY)
                .changesNothing();
        paid().when(new CompleteRefund(ORDER, refund("R-1")), POLICY).isRefused(new NotFound("RF:acme:R-1"));
    }

    /** R1, C8: what a channel says that the payer of a cancelled refund has goes back to nobody else. */
    @Test
    void leaves_less_again_once_a_dismissed_one_may_have_been_paid() {
        var reinstate = new ReinstateRefund(ORDER, refund("R-1"));
        var reinstated = new RefundReinstated(ORDER, refund("R-1"));
        var dismissed = new RefundDismissed(ORDER, refund("R-1"), "X");
        paid().when(reinstate, POLICY).changesNothing();
        paid().when(reinstate, BUSINESS).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        var first = paid().when(admit("R-1", Money.yuan(800)), BUSINESS).then().after(A_MINUTE);
        first.when(reinstate, POLICY).changesNothing();

        var again = first.given(dismissed).when(reinstate, POLICY);
        again.records(reinstated);
        var claimed = again.then();
        claimed.when(reinstate, POLICY).changesNothing();
        claimed.when(admit("R-1", Money.yuan(800)), BUSINESS).isRefused(new RefundNumberTaken("RF:acme:R-1"));
        claimed.when(admit("R-2", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.yuan(600)))));
        var ended = claimed.when(new DismissRefund(ORDER, refund("R-1"), "CLAIM_NOT_TRUE"), POLICY);
        ended.records(new RefundDismissed(ORDER, refund("R-1"), "CLAIM_NOT_TRUE"));
        ended.then().when(admit("R-2", PRICE), BUSINESS).then();
    }

    @Test
    void leaves_nothing_when_others_were_promised_meanwhile_what_a_dismissed_one_was_paid() {
        var twice = open(NET, received("X1", true))
                .when(admit("R-1", PRICE), BUSINESS)
                .then()
                .given(new RefundDismissed(ORDER, refund("R-1"), "X"))
                .after(A_MINUTE)
                .when(admit("R-2", PRICE), BUSINESS)
                .then()
                .when(new ReinstateRefund(ORDER, refund("R-1")), POLICY)
                .then()
                .after(A_MINUTE);

        twice.when(admit("R-3", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.ZERO))));
        twice.given(new RefundDismissed(ORDER, refund("R-2"), "X"))
                .when(admit("R-3", PRICE), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.ExceedsRefundable(Money.ZERO))));
        twice.given(new RefundDismissed(ORDER, refund("R-1"), "CLAIM_NOT_TRUE"))
                .when(admit("R-3", PRICE), BUSINESS)
                .records(net("R-3", PRICE, FEE));
    }

    private static Scenario paid() {
        return open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT));
    }

    private static RefundAdmitted net(String no, Money amount, Money gap) {
        return admitted(
                no, Sale.receipt("X1").value(), amount, OF_CONTRACT, new RefundRoute.Channel("WECHAT", "X1"), gap);
    }

    @SuppressWarnings("TooManyParameters") // One admission, fact by fact.
    private static RefundAdmitted admitted(
            String no, String paymentNo, Money amount, RefundSource source, RefundRoute route, Money gap) {
        return new RefundAdmitted(
                ORDER, refund(no), paymentNo, facts(RefundKind.ORIGINAL_ROUTE, amount, source, route, gap), NONE);
    }

    private static RefundAdmitted ofExcess(String paymentNo, RefundSource source, String original, Money gap) {
        var route = new RefundRoute.Channel("WECHAT", original);
        return new RefundAdmitted(
                ORDER, refund("R-1"), paymentNo, facts(RefundKind.DUPLICATE_PAYMENT, PRICE, source, route, gap), NONE);
    }

    /** What a channel transferred net came from its own account; in these tests such a payment has the number of a receipt. */
    private static Optional<BankAccountRef> paidFrom(RefundRoute route) {
        return route instanceof RefundRoute.Channel(var _, var original) && original.startsWith("X")
                ? Optional.empty()
                : Optional.of(PAYER);
    }

    private static AdmittedRefund facts(
            RefundKind kind, Money amount, RefundSource source, RefundRoute route, Money gap) {
        return new AdmittedRefund(
                kind,
                amount,
                source,
                route,
                gap,
                Optional.of(CONTRACT.feeAccount()),
                // What a channel keeps of a payment too many, the institution bore.
                Optional.of(source instanceof RefundSource.ExcessCapture ? FeeBearer.PLATFORM : FeeBearer.MERCHANT_B),
                Sale.CUSTODY,
                paidFrom(route),
                "PAID_TWICE",
                "acme-erp",
                Optional.empty(),
                Optional.of(route).filter(RefundRoute.Channel.class::isInstance).map(_ -> feeBackMost(amount)),
                Optional.empty());
    }

    /** Of the first part: 0.60 %, rounded up. */
    private static Money feeBackMost(Money amount) {
        return Money.fen((amount.minorUnits() * 6 + 999) / 1000);
    }

    private static Money feeBackMost(Scenario.Then admitted) {
        return admitted.decision() instanceof Decision.Accepted<?>(var events)
                        && events.getFirst() instanceof RefundAdmitted e
                ? e.facts().feeBackMost().orElseThrow()
                : Money.ZERO;
    }
}
