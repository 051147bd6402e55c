package io.coffer.command.payments;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.payments.Bill.BY_CHANNEL;
import static io.coffer.command.payments.Bill.FEE;
import static io.coffer.command.payments.Bill.NET;
import static io.coffer.command.payments.Bill.ORDER;
import static io.coffer.command.payments.Bill.PRICE;
import static io.coffer.command.payments.Bill.captured;
import static io.coffer.command.payments.Bill.open;
import static io.coffer.command.payments.Bill.received;
import static io.coffer.command.payments.Bill.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentEvent.RefundAdmitted;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentRejection.RefundNotAdmitted;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payments.RefundObjection;
import io.coffer.api.refunds.RecoveryLeg;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RouteWish;
import io.coffer.api.splits.SplitId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund of split money, at its order")
class RecoveryAdmissionTest {

    private static final SplitId SPLIT = SplitId.of(People.ACME, "SP-1");
    private static final MerchantFeeAccountId PAYEE = MerchantFeeAccountId.of(People.ACME, "M-2");

    @Test
    void is_admitted_where_its_parts_add_up_and_always_needs_a_second_person() {
        var plan = plan(Money.yuan(9), Money.yuan(1));
        var admitted = admitted(paid().when(admit(Money.yuan(10), Optional.empty(), plan), BUSINESS));

        assertThat(admitted.facts().kind()).isEqualTo(RefundKind.AFTER_RELEASE);
        assertThat(admitted.facts().recovery()).contains(plan);
        assertThat(admitted.facts().fromMerchant()).isEqualTo(Money.yuan(1));
        assertThat(admitted.facts().ofSource()).isEqualTo(Money.yuan(9));
        assertThat(admitted.facts().unsplit()).isEqualTo(Money.ZERO);
        assertThat(admitted.needsSecondPerson()).isTrue();
    }

    /** R5 of {@code domain.md}. */
    @Test
    void is_not_admitted_where_its_parts_do_not_add_up() {
        for (var wrong : List.of(Money.fen(899), Money.fen(901))) {
            paid().when(admit(Money.yuan(10), Optional.empty(), plan(wrong, Money.yuan(1))), BUSINESS)
                    .isRefused(new RefundNotAdmitted(List.of(
                            new RefundObjection.RecoveryPlanDiffers(Money.yuan(10), wrong.plus(Money.yuan(1))))));
        }
    }

    /** The fee that the channel kept is filled up beside the plan. */
    @Test
    void of_what_came_net_adds_up_to_what_the_contract_had() {
        var net = PRICE.minus(FEE);
        var admitted = admitted(open(NET, received("X1", true))
                .when(admit(PRICE, Optional.empty(), plan(net.minus(Money.yuan(1)), Money.yuan(1))), BUSINESS));

        assertThat(admitted.facts().feeGap()).isEqualTo(FEE);
        assertThat(admitted.facts().fromMerchant()).isEqualTo(FEE.plus(Money.yuan(1)));
        assertThat(admitted.facts().ofSource()).isEqualTo(net.minus(Money.yuan(1)));
        open(NET, received("X1", true))
                .when(admit(PRICE, Optional.empty(), plan(PRICE.minus(Money.yuan(1)), Money.yuan(1))), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.RecoveryPlanDiffers(net, PRICE))));
    }

    @Test
    void is_not_of_a_payment_that_no_payee_has_anything_of() {
        open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT), captured("T-2", PaymentPlace.EXCESS))
                .when(admit(Money.yuan(10), Optional.of("T-2"), plan(Money.yuan(9), Money.yuan(1))), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.RecoveryNotNeeded())));
    }

    /** Otherwise it would wait for ever: an account never moves, and cash of one bank account covers nothing at another. */
    @Test
    void asks_nothing_of_a_merchant_whose_fee_account_lies_elsewhere_or_is_not_opened() {
        var elsewhere = new CustodyAccount("102100000021", "9999");
        var ofPayees = new RecoveryPlan(List.of(new RecoveryLeg.Payee(SPLIT, PAYEE, Money.yuan(10))));
        var ofMerchant = plan(Money.yuan(9), Money.yuan(1));

        paid().when(admit(Money.yuan(10), Optional.empty(), ofMerchant, Optional.of(elsewhere)), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(
                        new RefundObjection.FeeAccountElsewhere(elsewhere.subLedger(), Sale.CUSTODY.subLedger()))));
        paid().when(admit(Money.yuan(10), Optional.empty(), ofMerchant, Optional.empty()), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(new RefundObjection.FeeAccountMissing("MB:acme:M-1"))));
        paid().when(admit(Money.yuan(11), Optional.empty(), ofMerchant, Optional.empty()), BUSINESS)
                .isRefused(new RefundNotAdmitted(List.of(
                        new RefundObjection.RecoveryPlanDiffers(Money.yuan(11), Money.yuan(10)),
                        new RefundObjection.FeeAccountMissing("MB:acme:M-1"))));
        admitted(paid().when(admit(Money.yuan(10), Optional.empty(), ofPayees, Optional.empty()), BUSINESS));
        admitted(paid().when(admit(Money.yuan(10), Optional.empty(), ofPayees, Optional.of(elsewhere)), BUSINESS));
    }

    @Test
    void names_nobody_of_another_tenant() {
        var split = new SplitId("SI:other:SP-1");
        var payee = new MerchantFeeAccountId("MB:other:M-1");

        paid().when(
                        admit(
                                Money.yuan(10),
                                Optional.empty(),
                                new RecoveryPlan(List.of(new RecoveryLeg.Payee(split, PAYEE, Money.yuan(10))))),
                        BUSINESS)
                .isRefused(new NotFound("SI:other:SP-1"));
        paid().when(
                        admit(
                                Money.yuan(10),
                                Optional.empty(),
                                new RecoveryPlan(List.of(new RecoveryLeg.Payee(SPLIT, payee, Money.yuan(10))))),
                        BUSINESS)
                .isRefused(new NotFound("MB:other:M-1"));
    }

    @Test
    void is_another_one_under_another_plan() {
        var first = paid().when(admit(Money.yuan(10), Optional.empty(), plan(Money.yuan(9), Money.yuan(1))), BUSINESS)
                .then();

        first.when(admit(Money.yuan(10), Optional.empty(), plan(Money.yuan(9), Money.yuan(1))), BUSINESS)
                .changesNothing();
        first.when(admit(Money.yuan(10), Optional.empty(), plan(Money.yuan(8), Money.yuan(2))), BUSINESS)
                .isRefused(new RefundNumberTaken(refund("R-1").value()));
        first.when(Bill.admit("R-1", Money.yuan(10)), BUSINESS)
                .isRefused(new RefundNumberTaken(refund("R-1").value()));
    }

    private static Scenario paid() {
        return open(BY_CHANNEL, captured("T-1", PaymentPlace.CONTRACT));
    }

    private static RecoveryPlan plan(Money ofPayee, Money ofMerchant) {
        return new RecoveryPlan(List.of(
                new RecoveryLeg.Payee(SPLIT, PAYEE, ofPayee.minus(Sale.ONE_FEN)),
                new RecoveryLeg.Payee(SPLIT, PAYEE, Sale.ONE_FEN),
                new RecoveryLeg.Merchant(ofMerchant)));
    }

    private static AdmitRefund admit(Money amount, Optional<String> paymentNo, RecoveryPlan plan) {
        return admit(amount, paymentNo, plan, Optional.of(Sale.CUSTODY));
    }

    private static AdmitRefund admit(
            Money amount, Optional<String> paymentNo, RecoveryPlan plan, Optional<CustodyAccount> feeAccountAt) {
        return new AdmitRefund(
                ORDER,
                refund("R-1"),
                paymentNo,
                amount,
                RouteWish.ORIGINAL,
                "NOT_WANTED",
                Optional.of(plan),
                false,
                feeAccountAt);
    }

    private static RefundAdmitted admitted(Scenario.Then then) {
        return then.decision() instanceof Decision.Accepted<? extends DomainEvent>(var events)
                        && events.getFirst() instanceof RefundAdmitted admitted
                ? admitted
                : fail(then);
    }

    private static RefundAdmitted fail(Scenario.Then then) {
        throw new AssertionError(then.decision());
    }
}
