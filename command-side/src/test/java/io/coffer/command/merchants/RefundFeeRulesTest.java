package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.merchants.Lease.REFUND;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.advanced;
import static io.coffer.command.merchants.Shop.fund;
import static io.coffer.command.merchants.Shop.funded;
import static io.coffer.command.merchants.Shop.lent;
import static io.coffer.command.merchants.Shop.recovered;
import static io.coffer.command.merchants.Shop.reserve;
import static io.coffer.command.merchants.Shop.reserved;
import static io.coffer.command.merchants.Shop.setAside;
import static io.coffer.command.merchants.Shop.with;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountCommand.TakeFeeReservation;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAlreadyReserved;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fee that the source of a refund lacks")
class RefundFeeRulesTest {

    private static final FeeTaker TAKER = new FeeTaker.Refund(REFUND);
    private static final FeeTaker RECOVERY = new FeeTaker.Recovery(REFUND.value());
    private static final TakeFeeReservation TAKE = new TakeFeeReservation(B, TAKER);
    private static final EndFeeReservation END = new EndFeeReservation(B, TAKER, "CANCELLED");

    @Test
    void comes_from_the_fee_account_as_far_as_that_reaches() {
        with(840).when(fee(840), POLICY).records(own(840), granted(840, 0));
        with(840).when(fee(839), POLICY).records(own(839), granted(839, 0));
        with(840).when(fee(841), POLICY).isRefused(new FeeNotCovered(Money.fen(1), Money.ZERO));
    }

    /** T6 of {@code domain.md}, and both sides of its limit. */
    @Test
    void is_promised_from_own_cash_where_the_fee_account_ends() {
        limited(500, 340).when(fee(840), POLICY).records(own(500), granted(500, 340));
        limited(500, 341).when(fee(840), POLICY).records(own(500), granted(500, 340));
        limited(500, 339).when(fee(840), POLICY).isRefused(new FeeNotCovered(Money.fen(340), Money.fen(339)));
    }

    /** T7 of {@code domain.md}. */
    @Test
    void is_missing_where_there_is_neither() {
        with(1).given(reserved("O-1", 1))
                .when(fee(840), POLICY)
                .isRefused(new FeeNotCovered(Money.fen(840), Money.ZERO));
    }

    @Test
    void of_an_empty_account_is_promised_as_a_whole() {
        lent().when(fee(840), POLICY).records(granted(0, 840));
    }

    @Test
    void is_granted_once() {
        lent().given(granted(0, 840)).when(fee(840), POLICY).changesNothing();
        with(840).given(own(840), granted(840, 0)).when(fee(840), POLICY).changesNothing();
        lent().given(granted(0, 840), taken(0)).when(fee(840), POLICY).changesNothing();
    }

    /** An event that is read once more may ask for what was refused then, and was found by another way meanwhile. */
    @Test
    void is_not_granted_again_after_it_was_taken() {
        with(1_680)
                .given(own(840), granted(840, 0), taken(840))
                .when(fee(840), POLICY)
                .changesNothing();
        lent().given(granted(0, 840), taken(0), funded("X-1", 2_000), setAside(REFUND.value(), 840))
                .given(recovered(REFUND.value(), RECOVERY, 840, 0))
                .when(fee(840), POLICY)
                .changesNothing();
    }

    @Test
    void that_is_promised_may_not_be_lent_twice() {
        lent().given(granted(0, 1_500)).when(reserve("O-1", 500), BUSINESS).records(advanced("O-1", 500));
        lent().given(granted(0, 1_500))
                .when(reserve("O-1", 501), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(501), Money.fen(500)));
        lent().given(granted(0, 1_500), advanced("O-1", 300))
                .when(reserve("O-2", 201), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(201), Money.fen(200)));
    }

    @Test
    void is_granted_only_where_the_account_lets_money_out() {
        for (var standing : FeeAccountStanding.values()) {
            var answer = with(840)
                    .given(new StandingChanged(B, standing, "COMPLAINTS"))
                    .when(fee(840), POLICY);
            if (standing == FeeAccountStanding.ACTIVE || standing == FeeAccountStanding.OUT_ONLY) {
                answer.records(own(840), granted(840, 0));
            } else {
                answer.isRefused(new FeeAccountRestricted(standing, "COMPLAINTS"));
            }
        }
    }

    /** Own cash that is not out cannot come back. */
    @Test
    void that_is_promised_is_not_paid_back_before_it_is_out() {
        lent().given(granted(0, 840)).when(fund("X-1", 1_000), POLICY).records(funded("X-1", 1_000));
        lent().given(granted(0, 840), advanced("O-1", 300))
                .when(fund("X-1", 1_000), POLICY)
                .records(
                        funded("X-1", 1_000),
                        setAside("O-1", 300),
                        recovered("O-1", new FeeTaker.Recovery("O-1"), 300, 0));
    }

    @Test
    void is_owed_from_the_moment_when_the_refund_takes_it() {
        var owing = lent().given(granted(0, 840));

        owing.when(TAKE, POLICY).records(taken(0));
        owing.given(taken(0)).when(TAKE, POLICY).changesNothing();
        owing.when(reserve("O-1", 1_161), BUSINESS).isRefused(new FeeNotCovered(Money.fen(1_161), Money.fen(1_160)));
        owing.when(fund("X-1", 1_000), POLICY)
                .records(
                        funded("X-1", 1_000),
                        setAside(REFUND.value(), 840),
                        recovered(REFUND.value(), RECOVERY, 840, 0));
    }

    @Test
    void is_the_youngest_debt_when_the_refund_takes_it() {
        lent().given(granted(0, 840), advanced("O-1", 300), taken(0))
                .when(fund("X-1", 400), POLICY)
                .records(
                        funded("X-1", 400),
                        setAside("O-1", 300),
                        recovered("O-1", new FeeTaker.Recovery("O-1"), 300, 0),
                        setAside(REFUND.value(), 100),
                        recovered(REFUND.value(), RECOVERY, 100, 740));
    }

    @Test
    void is_taken_with_what_is_set_aside_for_it() {
        lent().given(funded("X-1", 500), own(500), granted(500, 340))
                .when(TAKE, POLICY)
                .records(taken(500));
        with(840).given(own(840), granted(840, 0)).when(TAKE, POLICY).records(taken(840));
        with(840).when(TAKE, POLICY).changesNothing();
    }

    @Test
    void is_paid_back_at_once_of_what_came_in_since_it_was_promised() {
        lent().given(granted(0, 840), funded("X-1", 1_000))
                .when(TAKE, POLICY)
                .records(taken(0), setAside(REFUND.value(), 840), recovered(REFUND.value(), RECOVERY, 840, 0));
        lent().given(granted(0, 840), funded("X-1", 839))
                .when(TAKE, POLICY)
                .records(taken(0), setAside(REFUND.value(), 839), recovered(REFUND.value(), RECOVERY, 839, 1));
    }

    @Test
    void is_taken_whatever_the_account_may_do_by_now() {
        with(840)
                .given(own(840), granted(840, 0), new StandingChanged(B, FeeAccountStanding.FROZEN, "COURT"))
                .when(TAKE, POLICY)
                .records(taken(840));
    }

    @Test
    void that_no_refund_takes_becomes_available_and_its_promise_ends() {
        var cancelled = lent().given(funded("X-1", 500), own(500), granted(500, 340));

        cancelled.when(END, POLICY).records(withdrawn(340), ended(500));
        cancelled
                .given(withdrawn(340), ended(500))
                .when(reserve("O-1", 2_500), BUSINESS)
                .records(reserved("O-1", 500), advanced("O-1", 2_000));
        with(840).given(own(840), granted(840, 0)).when(END, POLICY).records(ended(840));
    }

    @Test
    void that_was_only_promised_ends_with_its_promise() {
        lent().given(granted(0, 840)).when(END, POLICY).records(withdrawn(840));
        lent().given(granted(0, 840), withdrawn(840)).when(END, POLICY).isRefused(new FeeNotReserved(REFUND.value()));
        lent().given(granted(0, 840), withdrawn(840)).when(TAKE, POLICY).changesNothing();
        lent().given(granted(0, 840), withdrawn(840)).when(fee(840), POLICY).records(granted(0, 840));
    }

    @Test
    void that_ends_pays_open_advances_before_anything_becomes_available() {
        lent().given(funded("X-1", 500), own(500), granted(500, 340), advanced("O-1", 300))
                .when(END, POLICY)
                .records(withdrawn(340), recovered("O-1", TAKER, 300, 0), ended(200));
    }

    @Test
    void cannot_be_ended_any_more_when_it_is_taken() {
        lent().given(funded("X-1", 500), own(500), granted(500, 340), taken(500))
                .when(END, POLICY)
                .isRefused(new FeeNotReserved(REFUND.value()));
    }

    @Test
    void of_one_refund_is_not_that_of_another() {
        var other = Lease.refund("R-2");
        var both = lent().given(granted(0, 840), new RefundFeeGranted(B, other, Money.ZERO, Money.fen(100)));

        both.when(new TakeFeeReservation(B, new FeeTaker.Refund(other)), POLICY)
                .records(new FeeReservationTaken(B, new FeeTaker.Refund(other), Money.ZERO));
        both.when(END, POLICY).records(withdrawn(840));
        both.given(withdrawn(840))
                .when(new EndFeeReservation(B, new FeeTaker.Refund(other), "X"), POLICY)
                .records(new RefundAdvanceWithdrawn(B, other, Money.fen(100)));
    }

    @Test
    void comes_back_from_the_channel_to_the_account_that_bore_it() {
        var credit = new CreditMerchantB(B, REFUND, Money.fen(840));
        var credited = new MerchantBCredited(B, REFUND, Money.fen(840));

        with(1).when(credit, POLICY).records(credited);
        with(1).given(credited).when(reserve("O-1", 841), BUSINESS).records(reserved("O-1", 841));
        lent().given(advanced("O-1", 1_000))
                .when(credit, POLICY)
                .records(credited, setAside("O-1", 840), recovered("O-1", new FeeTaker.Recovery("O-1"), 840, 160));
    }

    /** A refund that was cancelled gives back what B, own cash counted, had filled up: its own advance is paid first. */
    @Test
    void comes_back_from_a_cancelled_refund_to_who_paid_it() {
        var back = new CreditMerchantB(B, REFUND, Money.fen(840));
        var credited = new MerchantBCredited(B, REFUND, Money.fen(840));
        var out = lent().given(advanced("O-1", 300), granted(0, 340), taken(0));

        with(840)
                .given(own(840), granted(840, 0), taken(840))
                .when(back, POLICY)
                .records(credited);
        out.when(back, POLICY)
                .records(
                        credited,
                        setAside(REFUND.value(), 340),
                        recovered(REFUND.value(), RECOVERY, 340, 0),
                        setAside("O-1", 300),
                        recovered("O-1", new FeeTaker.Recovery("O-1"), 300, 0));
    }

    /** The refund has booked it: it must not wait for people, and not be lost. */
    @Test
    void comes_back_before_the_account_is_open_and_is_its_own_then() {
        var back = new MerchantBCredited(B, REFUND, Money.fen(840));

        Shop.unopened()
                .when(new CreditMerchantB(B, REFUND, Money.fen(840)), POLICY)
                .records(back);
        Shop.unopened().given(back, back).when(Shop.OPEN, BUSINESS).records(Shop.OPENED);
        Shop.unopened()
                .given(back, Shop.OPENED)
                .when(reserve("O-1", 840), BUSINESS)
                .records(reserved("O-1", 840));
        Shop.unopened()
                .given(back, Shop.OPENED)
                .when(reserve("O-1", 841), BUSINESS)
                .isRefused(new FeeNotCovered(Money.fen(1), Money.ZERO));
    }

    @Test
    void is_needed_where_the_account_lies() {
        var elsewhere = new CustodyAccount("104100000004", "110060149018800100002");
        var refusal = new FeeAtOtherCustodyAccount(Sale.CUSTODY.subLedger(), elsewhere.subLedger());

        with(840)
                .when(new ReserveRefundFee(B, REFUND, Money.fen(840), Optional.of(elsewhere)), POLICY)
                .isRefused(refusal);
        with(840)
                .when(new ReserveFee(B, TAKER, Money.fen(840), Optional.of(elsewhere)), POLICY)
                .isRefused(refusal);
        with(840)
                .when(new ReserveRefundFee(B, REFUND, Money.fen(840), Optional.of(Sale.CUSTODY)), POLICY)
                .records(own(840), granted(840, 0));
        with(840)
                .when(new ReserveRefundFee(B, REFUND, Money.fen(840), Optional.empty()), POLICY)
                .records(own(840), granted(840, 0));
    }

    @Test
    void and_that_of_a_payment_are_taken_and_ended_by_policies_alone() {
        var payment = new FeeTaker.Payment(Lease.ORDER);
        for (var command : List.of(
                fee(1),
                TAKE,
                END,
                new CreditMerchantB(B, REFUND, Money.fen(1)),
                new ReserveFee(B, payment, Money.fen(1), Optional.empty()),
                new EndFeeReservation(B, payment, "X"))) {
            with(840).when(command, BUSINESS).isRefused(new NotPermitted(Set.of(Role.POLICY)));
            with(840).when(command, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        }
    }

    @Test
    void of_a_payment_is_set_aside_taken_once_and_leaves_its_advance_open() {
        var payment = new FeeTaker.Payment(Lease.ORDER);
        var order = Lease.ORDER.value();
        var set = new FeeReserved(B, payment, Money.fen(100));
        var take = new TakeFeeReservation(B, payment);
        var taken = new FeeReservationTaken(B, payment, Money.fen(840));

        lent().given(funded("X-1", 100))
                .when(new ReserveFee(B, payment, Money.fen(840), Optional.empty()), POLICY)
                .records(set, advanced(order, 740));
        var paid = lent().given(funded("X-1", 100), set, advanced(order, 740));
        paid.when(take, POLICY).records(taken);
        paid.given(taken).when(take, POLICY).changesNothing();
        paid.when(new EndFeeReservation(B, payment, "X"), POLICY).isRefused(new FeeNotReserved(order));
        paid.when(new ReserveFee(B, payment, Money.fen(1), Optional.empty()), POLICY)
                .isRefused(new FeeAlreadyReserved(order));
        paid.when(fund("X-2", 800), POLICY)
                .records(
                        funded("X-2", 800),
                        setAside(order, 740),
                        recovered(order, new FeeTaker.Recovery(order), 740, 0));
    }

    @Test
    void of_a_payment_that_ends_pays_its_own_advance_first() {
        var payment = new FeeTaker.Payment(Lease.ORDER);
        var order = Lease.ORDER.value();

        lent().given(funded("X-1", 100), new FeeReserved(B, payment, Money.fen(100)), advanced(order, 740))
                .when(new EndFeeReservation(B, payment, "EXPIRED"), POLICY)
                .records(
                        recovered(order, payment, 740, 0),
                        new FeeReservationEnded(B, order, Money.fen(100), "EXPIRED"));
    }

    /** So many fen are available, and so many may be advanced. */
    private static Scenario limited(long available, long limit) {
        return with(available).given(new AdvanceLimitSet(B, 1, Money.fen(limit), Optional.empty()));
    }

    private static ReserveRefundFee fee(long fen) {
        return new ReserveRefundFee(B, REFUND, Money.fen(fen), Optional.of(Sale.CUSTODY));
    }

    private static FeeReserved own(long fen) {
        return new FeeReserved(B, TAKER, Money.fen(fen));
    }

    private static RefundFeeGranted granted(long own, long advanced) {
        return new RefundFeeGranted(B, REFUND, Money.fen(own), Money.fen(advanced));
    }

    private static RefundAdvanceWithdrawn withdrawn(long fen) {
        return new RefundAdvanceWithdrawn(B, REFUND, Money.fen(fen));
    }

    private static FeeReservationTaken taken(long fen) {
        return new FeeReservationTaken(B, TAKER, Money.fen(fen));
    }

    private static FeeReservationEnded ended(long fen) {
        return new FeeReservationEnded(B, REFUND.value(), Money.fen(fen), "CANCELLED");
    }
}
