package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.PapersOf.IS_NOT_TRUE;
import static io.coffer.command.refunds.PapersOf.IS_TRUE;
import static io.coffer.command.refunds.PapersOf.ask;
import static io.coffer.command.refunds.PapersOf.asked;
import static io.coffer.command.refunds.PapersOf.resolve;
import static io.coffer.command.refunds.PapersOf.resolved;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.BOUNCED;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.CLOSED;
import static io.coffer.command.refunds.ShopRefund.DAY;
import static io.coffer.command.refunds.ShopRefund.DONE;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_INSTRUMENT;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.NETTED;
import static io.coffer.command.refunds.ShopRefund.NEVER;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.REROUTE;
import static io.coffer.command.refunds.ShopRefund.REROUTED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.TRANSFER;
import static io.coffer.command.refunds.ShopRefund.UNKNOWN;
import static io.coffer.command.refunds.ShopRefund.VERIFIED;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.reroute;
import static io.coffer.command.refunds.ShopRefund.says;
import static io.coffer.command.refunds.ShopRefund.verify;

import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundFailed;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRejection.ContradictionNotOpen;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.api.refunds.RefundRejection.RefundCreditBooked;
import io.coffer.api.refunds.RefundRejection.RefundPapersOpen;
import io.coffer.api.refunds.RefundRejection.RefundSuccessClaimed;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund of which its channel says two things")
class ContradictionRulesTest {

    private static final RefundOutcome SECOND = new RefundOutcome.Done("WR-2", NETTED, Optional.empty());
    private static final RefundFunds LATER_DAY = new RefundFunds.Netted("WECHAT", DAY.plusDays(1));
    private static final RefundOutcome ON_LATER_DAY = new RefundOutcome.Done("WR-1", LATER_DAY, Optional.empty());
    private static final RefundResultContradicted AFTER_CANCELLATION =
            new RefundResultContradicted(REFUND, NEVER, DONE);
    private static final RefundTransferPaid BY_TRANSFER = new RefundTransferPaid(REFUND, Optional.of(ORDER), TRANSFER);
    private static final RefundShortageRecorded SHORT = shortage(1, "WR-1", NETTED);
    private static final CancelledRefundClaimed KEPT = new CancelledRefundClaimed(REFUND, ORDER);
    private static final CancelledRefundClaimEnded FREE = new CancelledRefundClaimEnded(REFUND, ORDER);
    private static final RefundShortageCompensated MADE_UP = compensated(1);

    @Test
    void is_decided_by_two_people_who_have_seen_papers() {
        cancelled().when(ask(IS_TRUE), OPERATOR).records(asked(1, IS_TRUE));
        cancelled().when(ask(IS_NOT_TRUE), OPERATOR).records(asked(1, IS_NOT_TRUE));
        cancelled().given(asked(1, IS_TRUE)).when(ask(IS_NOT_TRUE), OPERATOR).isRefused(new RefundPapersOpen(1));
        cancelled().when(ask(on(2, ClaimVerdict.TRUE)), OPERATOR).isRefused(new ContradictionNotOpen(2));
        cancelled().when(ask(on(0, ClaimVerdict.TRUE)), OPERATOR).isRefused(new ContradictionNotOpen(0));
        cancelled().when(ask(on(-1, ClaimVerdict.NOT_TRUE)), OPERATOR).isRefused(new ContradictionNotOpen(-1));
        decided(cancelled(), IS_NOT_TRUE).when(ask(IS_TRUE), OPERATOR).isRefused(new ContradictionNotOpen(1));
        decided(cancelled(), IS_TRUE).when(ask(IS_NOT_TRUE), OPERATOR).isRefused(new ContradictionNotOpen(1));
    }

    @Test
    void that_is_not_true_changes_nothing_and_lets_the_refund_go_on() {
        verdict(rerouting(), IS_NOT_TRUE).records(resolved(1, IS_NOT_TRUE));
        decided(rerouting(), IS_NOT_TRUE)
                .when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY)
                .records(verified());
        decided(failedByPapers(), IS_NOT_TRUE)
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .records(CANCELLED);
    }

    /** R1, C8: another refund of the payment may not have what its payer may have. */
    @Test
    void of_a_cancelled_one_tells_its_order_when_its_payer_may_have_it_and_when_not_any_more() {
        var second = new RefundResultContradicted(REFUND, NEVER, SECOND);
        var last = on(2, ClaimVerdict.NOT_TRUE);
        var first = funded(SUBMITTED, FAILED_FINAL, CANCELLED).when(says(DONE), BANK);
        first.records(AFTER_CANCELLATION, KEPT);
        var other = first.then().when(says(SECOND), BANK);
        other.records(second);
        var both = other.then();

        verdict(both, IS_NOT_TRUE).records(resolved(1, IS_NOT_TRUE));
        both.given(resolved(1, IS_NOT_TRUE), asked(2, last))
                .when(resolve(2, last), POLICY)
                .records(resolved(2, last), FREE);
        verdict(cancelled(), IS_NOT_TRUE).records(resolved(1, IS_NOT_TRUE), FREE);
        decided(cancelled(), IS_NOT_TRUE).when(says(SECOND), BANK).records(second, KEPT);
    }

    @Test
    void of_a_cancelled_one_that_was_true_keeps_its_amount_for_ever() {
        var second = new RefundResultContradicted(REFUND, NEVER, SECOND);
        var untrue = on(2, ClaimVerdict.NOT_TRUE);

        var more = decided(cancelled(), IS_TRUE).when(says(SECOND), BANK);
        more.records(second);
        more.then().given(asked(2, untrue)).when(resolve(2, untrue), POLICY).records(resolved(2, untrue));
    }

    /** The merchant has the money, and the payer has it too: customers' money is short by it, and own cash makes it up. */
    @Test
    void that_its_channel_paid_after_it_was_cancelled_is_a_loss_of_ours() {
        verdict(cancelled(), IS_TRUE).records(resolved(1, IS_TRUE), SHORT, MADE_UP);
        decided(cancelled(), IS_TRUE).when(says(DONE), BANK).isRefused(new ContradictsRefund("CANCELLED"));
    }

    @Test
    void that_its_channel_paid_beside_the_transfer_is_a_loss_of_ours() {
        var out = funded(SUBMITTED, FAILED_INSTRUMENT, REROUTE, VERIFIED, REROUTED);
        var told = new RefundResultContradicted(REFUND, CLOSED, DONE);
        var notYet = new NotInThisState(
                "REROUTED", List.of("FAILED_FINAL", "REROUTE_PENDING", "REROUTE_REQUESTED", "SUCCEEDED", "CANCELLED"));

        out.given(told).when(ask(IS_TRUE), OPERATOR).isRefused(notYet);
        out.when(ask(IS_NOT_TRUE), OPERATOR).records(asked(1, IS_NOT_TRUE));
        verdict(out.given(BY_TRANSFER), IS_TRUE).records(resolved(1, IS_TRUE), SHORT, MADE_UP);
        verdict(
                        funded(SUBMITTED, FAILED_INSTRUMENT, REROUTE, VERIFIED, REROUTED)
                                .given(told, new RefundTransferFailed(REFUND, TRANSFER, "CARD")),
                        IS_TRUE)
                .records(resolved(1, IS_TRUE), new RefundSetAsideReversed(REFUND, AMOUNT), SUCCEEDED);
    }

    @Test
    void that_its_channel_paid_twice_is_a_loss_of_ours_for_the_second_time() {
        var told = new RefundResultContradicted(REFUND, DONE, SECOND);
        verdict(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE)
                .records(resolved(1, IS_TRUE), shortage(1, "WR-2", NETTED), MADE_UP);
    }

    @Test
    void whose_money_is_still_there_is_paid_out_of_that() {
        verdict(failedByPapers(), IS_TRUE).records(resolved(1, IS_TRUE), SUCCEEDED);
        verdict(rerouting(), IS_TRUE)
                .records(resolved(1, IS_TRUE), new RefundSetAsideReversed(REFUND, AMOUNT), SUCCEEDED);
        verdict(funded(SUBMITTED, SUCCEEDED, BOUNCED, new RefundResultContradicted(REFUND, DONE, SECOND)), IS_TRUE)
                .records(
                        resolved(1, IS_TRUE),
                        new RefundSetAsideReversed(REFUND, AMOUNT),
                        new RefundSucceeded(REFUND, Optional.of(ORDER), AMOUNT, "WR-2", NETTED));
    }

    @Test
    void that_was_paid_by_such_a_word_may_bounce_again() {
        var claim = new RefundResultContradicted(REFUND, DONE, SECOND);
        var paid = decided(funded(SUBMITTED, SUCCEEDED, BOUNCED, claim), IS_TRUE);

        paid.when(new BounceRefund(REFUND, "WR-2", NETTED), BANK)
                .records(new RefundEvent.RefundBounced(REFUND, AMOUNT, "WR-2", NETTED));
        paid.when(says(SECOND), BANK).changesNothing();
    }

    /** A channel may make good under the same number what it took back. */
    @Test
    void that_was_taken_back_and_paid_again_is_paid_out_of_what_waits() {
        var again = new RefundResultContradicted(REFUND, DONE, ON_LATER_DAY);
        var onLaterDay = new RefundSucceeded(REFUND, Optional.of(ORDER), AMOUNT, "WR-1", LATER_DAY);

        verdict(funded(SUBMITTED, SUCCEEDED, BOUNCED, again), IS_TRUE)
                .records(resolved(1, IS_TRUE), new RefundSetAsideReversed(REFUND, AMOUNT), onLaterDay);
        verdict(funded(SUBMITTED, SUCCEEDED, BOUNCED, REROUTE, VERIFIED, REROUTED, again, BY_TRANSFER), IS_TRUE)
                .records(resolved(1, IS_TRUE), shortage(1, "WR-1", LATER_DAY), MADE_UP);
    }

    @Test
    void that_was_booked_and_taken_back_may_be_true_once_more() {
        var claim = new RefundResultContradicted(REFUND, DONE, SECOND);
        var later = new RefundOutcome.Done("WR-2", LATER_DAY, Optional.empty());
        var twice = decided(funded(SUBMITTED, SUCCEEDED, BOUNCED, claim), IS_TRUE)
                .given(
                        new RefundEvent.RefundBounced(REFUND, AMOUNT, "WR-2", NETTED),
                        new RefundResultContradicted(REFUND, SECOND, later));

        twice.when(ask(on(2, ClaimVerdict.TRUE)), OPERATOR).records(asked(2, on(2, ClaimVerdict.TRUE)));
    }

    @Test
    void brings_the_fee_back_that_comes_with_the_true_word() {
        var withFee = new RefundOutcome.Done("WR-1", NETTED, Optional.of(new RefundOutcome.ReturnedFee(GAP, DAY)));
        var back = new RefundFeeReturned(REFUND, Shop.B, FeeBearer.MERCHANT_B, GAP, "WECHAT", DAY, Optional.empty());
        var told = new RefundResultContradicted(REFUND, NEVER, withFee);

        verdict(funded(SUBMITTED, FAILED_FINAL, CANCELLED, told), IS_TRUE)
                .records(resolved(1, IS_TRUE), SHORT, back, MADE_UP);
        verdict(byPapers().given(told), IS_TRUE).records(resolved(1, IS_TRUE), SUCCEEDED, back);
    }

    @Test
    void that_was_paid_out_of_something_else_is_booked_there() {
        var told = new RefundResultContradicted(REFUND, DONE, ON_LATER_DAY);
        var corrected = new RefundFundsCorrected(REFUND, AMOUNT, "WR-1", NETTED, LATER_DAY);

        verdict(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE).records(resolved(1, IS_TRUE), corrected);
        decided(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE)
                .when(says(ON_LATER_DAY), BANK)
                .changesNothing();
    }

    @Test
    void that_never_was_paid_waits_for_another_account() {
        var told = new RefundResultContradicted(REFUND, DONE, NEVER);

        verdict(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE).records(resolved(1, IS_TRUE), BOUNCED);
        verdict(funded(SUBMITTED, SUCCEEDED, told, BOUNCED), IS_TRUE).records(resolved(1, IS_TRUE));
        decided(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE)
                .when(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS)
                .records(reroute(1, Money.ZERO));
        decided(funded(SUBMITTED, SUCCEEDED, told), IS_TRUE)
                .when(says(CLOSED), BANK)
                .isRefused(new ContradictsRefund("REROUTE_PENDING"));
    }

    @Test
    void is_booked_once_for_one_credit_of_the_channel() {
        var elsewhere = new RefundOutcome.Done("WR-1", LATER_DAY, Optional.empty());
        var both = decided(cancelled(), IS_TRUE).given(new RefundResultContradicted(REFUND, NEVER, elsewhere));

        both.when(ask(on(2, ClaimVerdict.TRUE)), OPERATOR).isRefused(new RefundCreditBooked("WR-1"));
        both.when(ask(on(2, ClaimVerdict.NOT_TRUE)), OPERATOR).records(asked(2, on(2, ClaimVerdict.NOT_TRUE)));
        var dismissed = decided(cancelled(), IS_NOT_TRUE).given(new RefundResultContradicted(REFUND, NEVER, elsewhere));
        dismissed
                .given(asked(2, on(2, ClaimVerdict.TRUE)))
                .when(resolve(2, on(2, ClaimVerdict.TRUE)), POLICY)
                .records(resolved(2, on(2, ClaimVerdict.TRUE)), shortage(2, "WR-1", LATER_DAY), compensated(2));
    }

    @Test
    void goes_to_nobody_else_until_people_know() {
        rerouting().when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY).isRefused(new RefundSuccessClaimed(1));
        failedByPapers().when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS).isRefused(new RefundSuccessClaimed(1));
        var second = new RefundResultContradicted(REFUND, NEVER, SECOND);
        decided(failedByPapers().given(second), IS_NOT_TRUE)
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .isRefused(new RefundSuccessClaimed(2));
    }

    /** A further word of the channel is one more for people; what they look at stays open. */
    @Test
    void may_hear_more_while_people_look() {
        cancelled()
                .given(asked(1, IS_TRUE))
                .when(says(SECOND), BANK)
                .records(new RefundResultContradicted(REFUND, NEVER, SECOND));
    }

    private static RefundEvent.RefundRerouteVerified verified() {
        return new RefundEvent.RefundRerouteVerified(
                REFUND,
                1,
                OTHER_CARD,
                AMOUNT,
                Sale.CUSTODY,
                verify(1, OTHER_CARD, AMOUNT, PAPERS)
                        .approval()
                        .map(approval -> approval.id().value()),
                Optional.empty());
    }

    private static Scenario cancelled() {
        return funded(SUBMITTED, FAILED_FINAL, CANCELLED, AFTER_CANCELLATION);
    }

    private static Scenario rerouting() {
        return funded(SUBMITTED, FAILED_INSTRUMENT, REROUTE, new RefundResultContradicted(REFUND, CLOSED, DONE));
    }

    private static Scenario byPapers() {
        var notPaid = new RefundFinding.WasNotPaid("NOT_ALLOWED");
        return funded(
                SUBMITTED,
                UNKNOWN,
                asked(1, notPaid),
                resolved(1, notPaid),
                new RefundFailed(REFUND, RefundFailure.FINAL, "NOT_ALLOWED"));
    }

    private static Scenario failedByPapers() {
        return byPapers().given(AFTER_CANCELLATION);
    }

    private static Scenario.Then verdict(Scenario refund, RefundFinding finding) {
        return refund.given(asked(1, finding)).when(resolve(1, finding), POLICY);
    }

    private static Scenario decided(Scenario refund, RefundFinding finding) {
        return verdict(refund, finding).then();
    }

    private static RefundFinding on(int no, ClaimVerdict verdict) {
        return new RefundFinding.OnContradiction(no, verdict);
    }

    private static RefundShortageRecorded shortage(int no, String number, RefundFunds funds) {
        return new RefundShortageRecorded(REFUND, no, AMOUNT, number, funds);
    }

    private static RefundShortageCompensated compensated(int no) {
        return new RefundShortageCompensated(REFUND, no, AMOUNT, Sale.CUSTODY);
    }
}
