package io.coffer.command.refunds;

import static io.coffer.command.refunds.ShopRefund.AMOUNT;
import static io.coffer.command.refunds.ShopRefund.CANCELLED;
import static io.coffer.command.refunds.ShopRefund.CONTRACT;
import static io.coffer.command.refunds.ShopRefund.FROM;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.ORDER;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static io.coffer.command.refunds.ShopRefund.TRANSFER;

import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.ReturnEvent.LegReissueDeclined;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.ContractRejection.ContractFundsMissing;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotCovered;
import io.coffer.api.merchants.FeeAccountRejection.FeeNotReserved;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentCommand.CompleteRefund;
import io.coffer.api.payments.PaymentCommand.DismissRefund;
import io.coffer.api.payments.PaymentCommand.ReinstateRefund;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.refunds.RefundCommand.FundRefundFee;
import io.coffer.api.refunds.RefundCommand.RecordRerouted;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RequireFunding;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimEnded;
import io.coffer.api.refunds.RefundEvent.CancelledRefundClaimed;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFundingRetried;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundSourceReserved;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import io.coffer.command.merchants.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The refunds policy")
class RefundPolicyTest {

    private static final Money FIVE = Money.yuan(5);
    private static final Optional<CustodyAccount> HERE = Optional.of(Sale.CUSTODY);
    private static final RefundSource BESIDE = new RefundSource.ExcessCapture(ORDER, "T-2");
    private static final DismissRefund DISMISS = new DismissRefund(ORDER, REFUND, "NOT_WANTED");
    private static final NotInThisState TOO_LATE = new NotInThisState("CANCELLED", List.of("APPROVED"));

    private final Wishes policy = new Wishes(new RefundPolicy());

    @Test
    void asks_the_account_of_what_a_bank_gave_back_whether_it_may_go_again() {
        var refund = RefundId.ofLeg(Sale.ACCOUNT, "Y-1");
        var amount = Money.yuan(5);
        var card = ShopRefund.OTHER_CARD;
        policy.on(new RefundRerouteVerified(
                        refund, 2, card, amount, Sale.CUSTODY, Optional.empty(), Optional.of(Sale.ACCOUNT)))
                .gives(new ReissueLeg(Sale.ACCOUNT, "Y-1", 2, card, amount));
        policy.on(new LegReissueDeclined(Sale.ACCOUNT, "Y-1", 2, "RETURN_FROZEN", List.of()))
                .gives(new RecordTransferFailed(refund, PayoutId.ofRefund(refund, 2), "RETURN_FROZEN"));
        policy.on(new RefundRerouteVerified(refund, 2, card, amount, Sale.CUSTODY, Optional.empty(), Optional.empty()))
                .gives();
    }

    @Test
    void asks_the_contract_for_the_money_and_tells_the_refund() {
        policy.on(ShopRefund.APPROVED)
                .gives(new ReserveContractFunds(CONTRACT, ORDER, REFUND, AMOUNT))
                .whenRefused(
                        new ContractFundsMissing(ORDER.value(), FIVE), new RequireFunding(REFUND, FIVE, Money.ZERO))
                .whenRefused(new NotFound(CONTRACT.value()), new RequireFunding(REFUND, AMOUNT, Money.ZERO))
                .whenRefused(new ContractFundsNotReserved(REFUND.value()))
                .whenRefusedParks(TOO_LATE);
        policy.on(new ContractFundsReserved(CONTRACT, ORDER, REFUND, AMOUNT))
                .gives(new RecordSourceReserved(REFUND))
                .whenRefused(TOO_LATE, new EndContractReservation(CONTRACT, REFUND));
    }

    @Test
    void asks_nobody_for_what_the_order_has_set_aside() {
        policy.on(new RefundApproved(REFUND, BESIDE, AMOUNT, Optional.empty())).givesNothing();
        policy.on(new RefundApproved(
                        REFUND, new RefundSource.ExcessReceipt(ORDER, Sale.receipt("X")), AMOUNT, Optional.empty()))
                .givesNothing();
    }

    @Test
    void waits_for_what_the_credit_of_its_payment_lacked() {
        policy.on(new ContractWaitEnded(CONTRACT, ORDER, REFUND, FIVE))
                .gives(new RequireFunding(REFUND, FIVE, Money.ZERO));
        policy.on(new ContractWaitEnded(CONTRACT, ORDER, REFUND, Money.ZERO)).givesNothing();
    }

    /** T7 of {@code domain.md}: B is empty and nothing may be advanced, so exactly the gap is missing. */
    @Test
    void asks_the_fee_account_for_what_the_source_lacks() {
        policy.on(new RefundSourceReserved(REFUND, Shop.B, GAP, HERE))
                .gives(new ReserveRefundFee(Shop.B, REFUND, GAP, HERE))
                .whenRefused(new FeeNotCovered(GAP, Money.ZERO), new RequireFunding(REFUND, Money.ZERO, GAP))
                .whenRefused(new FeeNotCovered(FIVE, Money.ZERO), new RequireFunding(REFUND, Money.ZERO, FIVE))
                .whenRefused(
                        new FeeAccountRestricted(FeeAccountStanding.FROZEN, "X"),
                        new RequireFunding(REFUND, Money.ZERO, GAP))
                .whenRefused(new NotFound(Shop.B.value()), new RequireFunding(REFUND, Money.ZERO, GAP))
                .whenRefused(new FeeAtOtherCustodyAccount("A", "B"), new RequireFunding(REFUND, Money.ZERO, GAP))
                .whenRefusedParks(TOO_LATE);
        policy.on(ShopRefund.RESERVED).givesNothing();
    }

    /** T6 of {@code domain.md}. */
    @Test
    void hands_over_what_the_fee_account_granted_or_lets_it_go() {
        var rest = GAP.minus(FIVE);

        policy.on(new RefundFeeGranted(Shop.B, REFUND, FIVE, rest))
                .gives(new FundRefundFee(REFUND, FIVE, rest))
                .whenRefused(TOO_LATE, new EndFeeReservation(Shop.B, new FeeTaker.Refund(REFUND), "NOT_IN_THIS_STATE"));
    }

    @Test
    void asks_again_for_what_was_missing() {
        policy.on(new RefundFundingRetried(REFUND, FROM, AMOUNT, Shop.B, Money.ZERO, HERE))
                .gives(new ReserveContractFunds(CONTRACT, ORDER, REFUND, AMOUNT));
        policy.on(new RefundFundingRetried(REFUND, FROM, Money.ZERO, Shop.B, GAP, HERE))
                .gives(new ReserveRefundFee(Shop.B, REFUND, GAP, HERE));
    }

    /** T50 of {@code domain.md}: after PR-502 the owner's reservation ends. */
    @Test
    void ends_what_was_set_aside_for_a_cancelled_refund_and_frees_its_payment_then() {
        policy.on(CANCELLED)
                .gives(new EndContractReservation(CONTRACT, REFUND), DISMISS)
                .whenRefusedParks(new ContractFundsNotReserved(REFUND.value()));
        policy.on(cancelled(BESIDE, true, Money.ZERO, Money.ZERO)).gives(DISMISS);
    }

    /** Another refund of the payment needs the same fee again, so it is the fee account's before the payment is free. */
    @Test
    void gives_the_fee_of_a_cancelled_refund_back_to_who_paid_it() {
        var back = new CreditMerchantB(Shop.B, REFUND, GAP);

        policy.on(cancelled(FROM, true, GAP, Money.ZERO))
                .gives(new EndContractReservation(CONTRACT, REFUND), back, DISMISS);
        policy.on(cancelled(BESIDE, true, GAP, Money.ZERO)).gives(back, DISMISS);
    }

    @Test
    void ends_what_may_have_been_set_aside_for_a_refund_that_took_nothing() {
        policy.on(cancelled(FROM, false, Money.ZERO, GAP))
                .gives(
                        new EndContractReservation(CONTRACT, REFUND),
                        new EndFeeReservation(Shop.B, new FeeTaker.Refund(REFUND), "NOT_WANTED"),
                        DISMISS)
                .whenRefused(new ContractFundsNotReserved(REFUND.value()));
        policy.on(cancelled(BESIDE, false, Money.ZERO, GAP))
                .gives(new EndFeeReservation(Shop.B, new FeeTaker.Refund(REFUND), "NOT_WANTED"), DISMISS)
                .whenRefused(new FeeNotReserved(REFUND.value()));
    }

    @Test
    void tells_the_order_how_it_ended() {
        policy.on(ShopRefund.REJECTED).gives(new DismissRefund(ORDER, REFUND, "NO"));
        policy.on(ShopRefund.SUCCEEDED).gives(new CompleteRefund(ORDER, REFUND));
        policy.on(new RefundTransferPaid(REFUND, Optional.of(ORDER), TRANSFER))
                .gives(new CompleteRefund(ORDER, REFUND));
    }

    @Test
    void tells_the_order_when_the_payer_of_a_cancelled_one_may_have_it_and_when_not_any_more() {
        policy.on(new CancelledRefundClaimed(REFUND, ORDER)).gives(new ReinstateRefund(ORDER, REFUND));
        policy.on(new CancelledRefundClaimEnded(REFUND, ORDER))
                .gives(new DismissRefund(ORDER, REFUND, "CLAIM_NOT_TRUE"));
    }

    @Test
    void tells_the_refund_which_payout_took_its_money() {
        policy.on(new PayoutCreated(
                        TRANSFER, new PayoutSource.RefundTransfer(REFUND, 1), AMOUNT, OTHER_CARD, Sale.CUSTODY))
                .gives(new RecordRerouted(REFUND, TRANSFER));
        policy.on(new PayoutCreated(
                        TRANSFER,
                        new PayoutSource.EscrowRelease(Sale.ACCOUNT, "R-1"),
                        AMOUNT,
                        OTHER_CARD,
                        Sale.CUSTODY))
                .givesNothing();
    }

    @Test
    void has_nothing_to_say_while_the_channel_is_at_it() {
        policy.on(ShopRefund.FUNDED).givesNothing();
        policy.on(ShopRefund.SUBMITTED).givesNothing();
        policy.on(ShopRefund.UNKNOWN).givesNothing();
        policy.on(ShopRefund.FAILED_FINAL).givesNothing();
        policy.on(ShopRefund.BOUNCED).givesNothing();
    }

    private static RefundCancelled cancelled(RefundSource to, boolean wasFunded, Money added, Money feeGap) {
        return new RefundCancelled(
                REFUND, to, AMOUNT, wasFunded, added, Optional.of(Shop.B), feeGap, "NOT_WANTED", Optional.empty());
    }
}
