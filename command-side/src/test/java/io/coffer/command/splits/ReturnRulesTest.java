package io.coffer.command.splits;

import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.splits.Share.APPROVED;
import static io.coffer.command.splits.Share.CONTRACT;
import static io.coffer.command.splits.Share.ORDER;
import static io.coffer.command.splits.Share.OTHER;
import static io.coffer.command.splits.Share.REFUND;
import static io.coffer.command.splits.Share.RESERVED;
import static io.coffer.command.splits.Share.SPLIT;
import static io.coffer.command.splits.Share.STORE;
import static io.coffer.command.splits.Share.defined;
import static io.coffer.command.splits.Share.executed;
import static io.coffer.command.splits.Share.leg;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitCommand.CancelReturn;
import io.coffer.api.splits.SplitCommand.PromiseReturn;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.ReturnSplit;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitRejection.ReturnExceedsLeg;
import io.coffer.api.splits.SplitRejection.ReturnNotPromised;
import io.coffer.api.splits.SplitRejection.ReturnWindowExceeded;
import io.coffer.api.splits.SplitRejection.SplitOfOtherPayment;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What payees give back of a split")
class ReturnRulesTest {

    private static final RefundId OTHER_REFUND = RefundId.of(People.ACME, "RF-2");
    private static final List<SplitLeg> BACK = List.of(leg(STORE, 600), leg(OTHER, 350));
    private static final SplitReturnPromised PROMISED = new SplitReturnPromised(SPLIT, REFUND, BACK);
    private static final SplitReturnStarted STARTED = new SplitReturnStarted(SPLIT, REFUND, BACK);
    private static final SplitReturned RETURNED = new SplitReturned(SPLIT, REFUND, CONTRACT, ORDER, BACK);
    private static final SplitReturnCancelled CANCELLED =
            new SplitReturnCancelled(SPLIT, REFUND, BACK, true, "NOT_WANTED");
    private static final ReturnSplit START = new ReturnSplit(SPLIT, REFUND);
    private static final CancelReturn CANCEL = new CancelReturn(SPLIT, REFUND, "NOT_WANTED");
    private static final ReturnNotPromised NOT_PROMISED = new ReturnNotPromised(REFUND.value());

    @Test
    void is_promised_to_a_refund_of_the_same_payment_only() {
        executed().when(promise(REFUND, BACK), POLICY).records(PROMISED);
        executed()
                .when(new PromiseReturn(SPLIT, REFUND, PaymentOrderId.of(People.ACME, "O-2"), BACK), POLICY)
                .isRefused(new SplitOfOtherPayment(ORDER.value()));
    }

    @Test
    void is_promised_once() {
        executed(PROMISED).when(promise(REFUND, BACK), POLICY).changesNothing();
        executed(PROMISED).when(promise(REFUND, List.of(leg(STORE, 1))), POLICY).isRefused(NOT_PROMISED);
        executed(PROMISED, CANCELLED).when(promise(REFUND, BACK), POLICY).isRefused(NOT_PROMISED);
    }

    @Test
    void is_not_promised_before_payees_have_anything() {
        defined(APPROVED, RESERVED)
                .when(promise(REFUND, BACK), POLICY)
                .isRefused(new NotInThisState("RESERVED", List.of("EXECUTED")));
    }

    @Test
    void is_at_most_what_the_split_gave_that_payee() {
        executed()
                .when(promise(REFUND, List.of(leg(STORE, 6_000), leg(OTHER, 3_500))), POLICY)
                .records(new SplitReturnPromised(SPLIT, REFUND, List.of(leg(STORE, 6_000), leg(OTHER, 3_500))));
        executed()
                .when(promise(REFUND, List.of(leg(STORE, 1), leg(OTHER, 3_501))), POLICY)
                .isRefused(new ReturnExceedsLeg(OTHER.value(), Money.yuan(3_500)));
        var stranger = MerchantFeeAccountId.of(People.ACME, "M-9");
        executed()
                .when(promise(REFUND, List.of(leg(stranger, 1))), POLICY)
                .isRefused(new ReturnExceedsLeg(stranger.value(), Money.ZERO));
    }

    @Test
    void counts_what_other_refunds_have_or_are_promised_and_not_what_they_let_go() {
        var rest = List.of(leg(STORE, 5_401));

        executed(PROMISED)
                .when(promise(OTHER_REFUND, rest), POLICY)
                .isRefused(new ReturnExceedsLeg(STORE.value(), Money.yuan(5_400)));
        executed(PROMISED, STARTED, told(STORE, 0), told(OTHER, 0), RETURNED)
                .when(promise(OTHER_REFUND, rest), POLICY)
                .isRefused(new ReturnExceedsLeg(STORE.value(), Money.yuan(5_400)));
        executed(PROMISED, CANCELLED)
                .when(promise(OTHER_REFUND, rest), POLICY)
                .records(new SplitReturnPromised(SPLIT, OTHER_REFUND, rest));
    }

    @Test
    void is_promised_for_180_days() {
        executed()
                .after(Duration.ofDays(180))
                .when(promise(REFUND, BACK), POLICY)
                .records(PROMISED);
        executed()
                .after(Duration.ofDays(180).plusNanos(1))
                .when(promise(REFUND, BACK), POLICY)
                .isRefused(new ReturnWindowExceeded(Scenario.NOON.plus(Duration.ofDays(180))));
    }

    @Test
    void is_asked_for_once() {
        executed(PROMISED).when(START, POLICY).records(STARTED);
        executed(PROMISED, STARTED).when(START, POLICY).changesNothing();
        executed(PROMISED, STARTED, RETURNED).when(START, POLICY).changesNothing();
        executed(PROMISED, CANCELLED).when(START, POLICY).isRefused(NOT_PROMISED);
        executed().when(START, POLICY).isRefused(NOT_PROMISED);
    }

    @Test
    void comes_back_when_every_payee_has_set_its_leg_aside() {
        executed(PROMISED, STARTED).when(tells(STORE, 0), POLICY).records(told(STORE, 0));
        executed(PROMISED, STARTED, told(STORE, 0))
                .when(tells(OTHER, 0), POLICY)
                .records(told(OTHER, 0), RETURNED);
        executed(PROMISED, STARTED, told(STORE, 5), told(OTHER, 0))
                .when(tells(STORE, 0), POLICY)
                .records(told(STORE, 0), RETURNED);
    }

    @Test
    void does_not_come_while_a_payee_lacks_a_fen() {
        executed(PROMISED, STARTED, told(STORE, 0))
                .when(tells(OTHER, 1), POLICY)
                .records(told(OTHER, 1));
        executed(PROMISED, STARTED, told(STORE, 0), told(OTHER, 1))
                .when(tells(OTHER, 1), POLICY)
                .changesNothing();
        executed(PROMISED, STARTED, told(STORE, 0), told(OTHER, 1))
                .when(tells(OTHER, 2), POLICY)
                .records(told(OTHER, 2));
    }

    @Test
    void is_told_in_vain_where_nobody_asks() {
        executed(PROMISED).when(tells(STORE, 0), POLICY).changesNothing();
        executed(PROMISED, STARTED, CANCELLED).when(tells(STORE, 0), POLICY).changesNothing();
        executed(PROMISED, STARTED, told(STORE, 0), told(OTHER, 0), RETURNED)
                .when(tells(STORE, 3), POLICY)
                .changesNothing();
        executed().when(tells(STORE, 0), POLICY).changesNothing();
    }

    @Test
    void ends_before_it_came_back_and_stays_back_afterwards() {
        executed(PROMISED)
                .when(CANCEL, POLICY)
                .records(new SplitReturnCancelled(SPLIT, REFUND, BACK, false, "NOT_WANTED"));
        executed(PROMISED, STARTED, told(STORE, 0)).when(CANCEL, POLICY).records(CANCELLED);
        executed(PROMISED, STARTED, RETURNED).when(CANCEL, POLICY).changesNothing();
        executed(PROMISED, CANCELLED).when(CANCEL, POLICY).changesNothing();
    }

    /** Its promise lay with people: nothing may be held for a refund that has ended. */
    @Test
    void is_not_promised_to_a_refund_whose_end_came_first() {
        var never = new SplitReturnCancelled(SPLIT, REFUND, List.of(), false, "NOT_WANTED");

        executed().when(CANCEL, POLICY).records(never);
        executed(never).when(CANCEL, POLICY).changesNothing();
        executed(never).when(START, POLICY).isRefused(NOT_PROMISED);
        executed(never).when(promise(REFUND, BACK), POLICY).isRefused(NOT_PROMISED);
        executed(never)
                .when(promise(OTHER_REFUND, BACK), POLICY)
                .records(new SplitReturnPromised(SPLIT, OTHER_REFUND, BACK));
    }

    private static PromiseReturn promise(RefundId refund, List<SplitLeg> legs) {
        return new PromiseReturn(SPLIT, refund, ORDER, legs);
    }

    private static RecordReturnLeg tells(MerchantFeeAccountId payee, long gap) {
        return new RecordReturnLeg(SPLIT, REFUND, payee, Money.fen(gap));
    }

    private static SplitReturnLegTold told(MerchantFeeAccountId payee, long gap) {
        return new SplitReturnLegTold(SPLIT, REFUND, payee, Money.fen(gap));
    }
}
