package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.APPROVED;
import static io.coffer.command.refunds.ShopRefund.BOUNCED;
import static io.coffer.command.refunds.ShopRefund.BY_CHANNEL;
import static io.coffer.command.refunds.ShopRefund.FAILED_FINAL;
import static io.coffer.command.refunds.ShopRefund.FAILED_INSTRUMENT;
import static io.coffer.command.refunds.ShopRefund.FAILED_RETRYABLE;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.FUNDED;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.REROUTE;
import static io.coffer.command.refunds.ShopRefund.REROUTED;
import static io.coffer.command.refunds.ShopRefund.RESERVED;
import static io.coffer.command.refunds.ShopRefund.SUBMITTED;
import static io.coffer.command.refunds.ShopRefund.SUCCEEDED;
import static io.coffer.command.refunds.ShopRefund.TRANSFER;
import static io.coffer.command.refunds.ShopRefund.VERIFIED;
import static io.coffer.command.refunds.ShopRefund.admitted;
import static io.coffer.command.refunds.ShopRefund.facts;
import static io.coffer.command.refunds.ShopRefund.funded;
import static io.coffer.command.refunds.ShopRefund.reroute;
import static io.coffer.command.refunds.ShopRefund.verify;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectReroute;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundCommand.VerifyReroute;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRejected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundResultContradicted;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundRejection.RefundSuccessClaimed;
import io.coffer.api.refunds.RefundRejection.RerouteEvidenceMissing;
import io.coffer.api.refunds.RefundRejection.RerouteHolderDiffers;
import io.coffer.api.refunds.RefundRejection.RerouteNotRequested;
import io.coffer.api.refunds.RefundRejection.ReroutesExhausted;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund to another account")
class RerouteRulesTest {

    private static final RequestReroute ASK = new RequestReroute(REFUND, OTHER_CARD, PAPERS);
    private static final RecordTransferPaid PAID = new RecordTransferPaid(REFUND, TRANSFER);
    private static final RecordTransferFailed FAILED = new RecordTransferFailed(REFUND, TRANSFER, "CLOSED");
    private static final RestoreTransfer BACK = new RestoreTransfer(REFUND, TRANSFER, AMOUNT);
    private static final RecordRerouted MADE = new RecordRerouted(REFUND, TRANSFER);
    private static final RefundTransferPaid IS_PAID = new RefundTransferPaid(REFUND, Optional.of(ORDER), TRANSFER);
    private static final RefundTransferFailed IS_FAILED = new RefundTransferFailed(REFUND, TRANSFER, "CLOSED");
    private static final RefundTransferRestored IS_BACK = new RefundTransferRestored(REFUND, TRANSFER, AMOUNT);
    private static final List<String> OUT = List.of("REROUTE_VERIFIED", "REROUTED");
    private static final PayoutId NEXT_TRANSFER = PayoutId.ofRefund(REFUND, 2);

    /** T9 of {@code domain.md}: the card is closed; another holder is refused, the same one with two people goes. */
    @Test
    void is_of_the_same_holder_as_who_paid() {
        var someoneElse = account("name_x");

        refused()
                .when(new RequestReroute(REFUND, someoneElse, PAPERS), BUSINESS)
                .isRefused(new RerouteHolderDiffers(REFUND.value()));
        refused()
                .when(new RequestReroute(REFUND, account(BankAccountRef.UNNAMED), PAPERS), BUSINESS)
                .isRefused(new RerouteHolderDiffers(REFUND.value()));
        refused().when(ASK, BUSINESS).records(REROUTE);
        refused(REROUTE)
                .when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY)
                .records(new RefundRerouteVerified(
                        REFUND,
                        1,
                        OTHER_CARD,
                        AMOUNT,
                        Sale.CUSTODY,
                        Optional.of(ApprovalRequestId.ofReroute(REFUND, 1).value()),
                        Optional.empty()));
    }

    @Test
    void is_taken_on_its_proof_where_nobody_knows_who_paid() {
        var unnamed = new BankAccountRef("acct_p", "102", BankAccountRef.UNNAMED, BankAccountRef.AccountClass.PERSONAL);
        for (var payer : List.of(Optional.<BankAccountRef>empty(), Optional.of(unnamed))) {
            admitted(
                            facts(AMOUNT, FROM, BY_CHANNEL, Money.ZERO, FeeBearer.PLATFORM, payer),
                            APPROVED,
                            RESERVED,
                            FUNDED,
                            SUBMITTED,
                            FAILED_FINAL)
                    .when(ASK, BUSINESS)
                    .records(REROUTE);
        }
    }

    @Test
    void needs_its_proof() {
        refused()
                .when(new RequestReroute(REFUND, OTHER_CARD, List.of()), BUSINESS)
                .isRefused(new RerouteEvidenceMissing(REFUND.value()));
    }

    @Test
    void is_asked_for_when_no_channel_will_do_it_and_one_at_a_time() {
        funded(SUBMITTED, FAILED_FINAL).when(ASK, BUSINESS).records(REROUTE);
        assertNotNamed("FUNDED", funded());
        assertNotNamed("SUBMITTING", funded(SUBMITTED));
        assertNotNamed("FAILED_RETRYABLE", funded(SUBMITTED, FAILED_RETRYABLE));
        assertNotNamed("SUCCEEDED", funded(SUBMITTED, SUCCEEDED));
        assertNotNamed("REROUTE_REQUESTED", refused(REROUTE));
        assertNotNamed("REROUTE_VERIFIED", refused(REROUTE, VERIFIED));
        assertNotNamed("REROUTED", refused(REROUTE, VERIFIED, REROUTED));
        assertNotNamed("SUCCEEDED", refused(REROUTE, VERIFIED, REROUTED, IS_PAID));
    }

    @Test
    void sets_its_money_aside_once() {
        var next = reroute(2, Money.ZERO);

        refused(REROUTE, new RefundRerouteRejected(REFUND, 1, "NO"))
                .when(ASK, BUSINESS)
                .records(next);
        refused(REROUTE, VERIFIED, REROUTED, IS_FAILED).when(ASK, BUSINESS).records(next);
        refused(REROUTE, VERIFIED, REROUTED, IS_PAID, IS_BACK)
                .when(ASK, BUSINESS)
                .records(next);
        funded(SUBMITTED, SUCCEEDED, BOUNCED)
                .when(ASK, OPERATOR)
                .records(new RefundEvent.RefundRerouteRequested(
                        REFUND, 1, OTHER_CARD, AMOUNT, Money.ZERO, PAPERS, "olga", 1));
    }

    @Test
    void is_tried_as_often_as_payouts_have_numbers() {
        var last = PayoutId.REISSUES_MAX;
        var no = new RefundRerouteRejected(REFUND, last, "NO");

        refused(reroute(last - 1, Money.ZERO), no).when(ASK, BUSINESS).records(reroute(last, Money.ZERO));
        refused(reroute(last, Money.ZERO), no).when(ASK, BUSINESS).isRefused(new ReroutesExhausted(last));
    }

    /** The payer may have the money: a payout could be the second time. */
    @Test
    void waits_for_people_once_the_channel_says_that_the_payer_has_it() {
        var done = new RefundOutcome.Done(
                "WR-1", new RefundFunds.Netted("WECHAT", LocalDate.of(2026, 11, 23)), Optional.empty());
        var told = new RefundResultContradicted(
                REFUND, new RefundOutcome.Refused(RefundFailure.INSTRUMENT, "ACCOUNT_CLOSED"), done);
        refused(REROUTE, told)
                .when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY)
                .isRefused(new RefundSuccessClaimed(1));
        refused(REROUTE, told, new RefundRerouteRejected(REFUND, 1, "X"))
                .when(ASK, BUSINESS)
                .isRefused(new RefundSuccessClaimed(1));
    }

    @Test
    void is_verified_word_for_word_by_a_second_person() {
        var refusal = new RerouteNotRequested(1);

        refused(REROUTE)
                .when(new VerifyReroute(REFUND, 1, OTHER_CARD, AMOUNT, PAPERS, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
        refused(REROUTE).when(verify(1, PAYER, AMOUNT, PAPERS), POLICY).isRefused(refusal);
        refused(REROUTE)
                .when(verify(1, OTHER_CARD, AMOUNT.plus(Money.fen(1)), PAPERS), POLICY)
                .isRefused(refusal);
        refused(REROUTE).when(verify(1, OTHER_CARD, AMOUNT, List.of()), POLICY).isRefused(refusal);
        refused(REROUTE).when(verify(2, OTHER_CARD, AMOUNT, PAPERS), POLICY).isRefused(new RerouteNotRequested(2));
        refused(REROUTE, VERIFIED)
                .when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY)
                .isRefused(refusal);
        refused().when(verify(1, OTHER_CARD, AMOUNT, PAPERS), POLICY).isRefused(refusal);
    }

    @Test
    void that_people_do_not_agree_to_waits_for_another() {
        var no = new RejectReroute(REFUND, 1, "NO");

        refused(REROUTE).when(no, POLICY).records(new RefundRerouteRejected(REFUND, 1, "NO"));
        refused(REROUTE).when(new RejectReroute(REFUND, 2, "NO"), POLICY).isRefused(new RerouteNotRequested(2));
        refused(REROUTE, VERIFIED).when(no, POLICY).isRefused(new RerouteNotRequested(1));
        refused(REROUTE, new RefundRerouteRejected(REFUND, 1, "NO"))
                .when(no, POLICY)
                .isRefused(new RerouteNotRequested(1));
    }

    @Test
    void mirrors_its_payout() {
        refused(REROUTE, VERIFIED).when(MADE, POLICY).records(REROUTED);
        refused(REROUTE, VERIFIED, REROUTED).when(MADE, POLICY).changesNothing();
        refused(REROUTE, VERIFIED, REROUTED).when(PAID, POLICY).records(IS_PAID);
        refused(REROUTE, VERIFIED, REROUTED, IS_PAID).when(PAID, POLICY).changesNothing();
        refused(REROUTE, VERIFIED, REROUTED).when(FAILED, POLICY).records(IS_FAILED);
        refused(REROUTE, VERIFIED, REROUTED, IS_FAILED).when(FAILED, POLICY).changesNothing();
    }

    @Test
    void takes_the_end_of_its_payout_before_its_beginning() {
        refused(REROUTE, VERIFIED).when(PAID, POLICY).records(IS_PAID);
        refused(REROUTE, VERIFIED, IS_PAID).when(MADE, POLICY).changesNothing();
        refused(REROUTE, VERIFIED).when(FAILED, POLICY).records(IS_FAILED);
        refused(REROUTE, VERIFIED).when(BACK, POLICY).records(IS_BACK);
        refused(REROUTE, VERIFIED, IS_BACK).when(PAID, POLICY).changesNothing();
    }

    @Test
    void that_comes_back_waits_for_another_account_also_when_it_was_paid() {
        refused(REROUTE, VERIFIED, REROUTED, IS_PAID).when(BACK, POLICY).records(IS_BACK);
        refused(REROUTE, VERIFIED, REROUTED).when(BACK, POLICY).records(IS_BACK);
        refused(REROUTE, VERIFIED, REROUTED, IS_PAID, IS_BACK)
                .when(BACK, POLICY)
                .changesNothing();
        assertThatThrownBy(() -> refused(REROUTE, VERIFIED, REROUTED, IS_PAID)
                        .when(new RestoreTransfer(REFUND, TRANSFER, AMOUNT.minus(Money.fen(1))), POLICY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knows_the_payouts_that_ended_and_no_others() {
        var next = new RefundEvent[] {REROUTE, VERIFIED, REROUTED, IS_FAILED, reroute(2, Money.ZERO)};

        refused(next).when(PAID, POLICY).changesNothing();
        refused(next).when(FAILED, POLICY).changesNothing();
        refused(next).when(MADE, POLICY).changesNothing();
        refused(next).when(BACK, POLICY).changesNothing();
        refused(next)
                .when(new RecordTransferPaid(REFUND, NEXT_TRANSFER), POLICY)
                .isRefused(new NotInThisState("REROUTE_REQUESTED", OUT));
        refused(next)
                .when(new RecordRerouted(REFUND, NEXT_TRANSFER), POLICY)
                .isRefused(new NotInThisState("REROUTE_REQUESTED", OUT));
        refused(REROUTE, VERIFIED)
                .when(new RecordTransferFailed(REFUND, NEXT_TRANSFER, "X"), POLICY)
                .isRefused(new NotInThisState("REROUTE_VERIFIED", OUT));
        refused().when(PAID, POLICY).isRefused(new NotInThisState("FAILED_INSTRUMENT", OUT));
    }

    private static BankAccountRef account(String holder) {
        return new BankAccountRef("acct_q", "102100099996", holder, BankAccountRef.AccountClass.PERSONAL);
    }

    private static Scenario refused(RefundEvent... since) {
        return funded(SUBMITTED, FAILED_INSTRUMENT).given(since);
    }

    private static void assertNotNamed(String state, Scenario refund) {
        refund.when(ASK, BUSINESS)
                .isRefused(new NotInThisState(state, List.of("FAILED_INSTRUMENT", "FAILED_FINAL", "REROUTE_PENDING")));
    }
}
