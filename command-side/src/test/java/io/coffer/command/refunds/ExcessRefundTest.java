package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.OTHER_CARD;
import static io.coffer.command.refunds.ShopRefund.PAPERS;
import static io.coffer.command.refunds.ShopRefund.PAYER;
import static io.coffer.command.refunds.ShopRefund.REFUND;

import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.GrantExcess;
import io.coffer.api.receipts.VerdictCommand.RecordExcessTaken;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.refunds.AdmittedRefund;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.api.refunds.RefundCommand.RecordTransferFailed;
import io.coffer.api.refunds.RefundCommand.RecordTransferPaid;
import io.coffer.api.refunds.RefundCommand.RejectRefund;
import io.coffer.api.refunds.RefundCommand.RequestRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RestoreTransfer;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundApproved;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRejected;
import io.coffer.api.refunds.RefundEvent.RefundRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundRerouteVerified;
import io.coffer.api.refunds.RefundEvent.RefundTransferFailed;
import io.coffer.api.refunds.RefundEvent.RefundTransferPaid;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundKind;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refund of what an escrow account was paid too much")
class ExcessRefundTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final RefundSource EXCESS = new RefundSource.Overpayment(Sale.ACCOUNT, RECEIPT);
    private static final RefundRoute BACK = new RefundRoute.Transfer(PAYER);
    private static final Money SMALL = Money.yuan(1_000);
    private static final Money LARGE = SMALL.plus(Sale.ONE_FEN);
    private static final PayoutId TRANSFER = PayoutId.ofRefund(REFUND, 1);

    private final Wishes policy = new Wishes(new RefundPolicy());

    private static AdmittedRefund facts(Money amount) {
        return new AdmittedRefund(
                RefundKind.OVERPAYMENT,
                amount,
                EXCESS,
                BACK,
                Money.ZERO,
                Optional.empty(),
                Optional.empty(),
                Sale.CUSTODY,
                Optional.of(PAYER),
                "PAID_TOO_MUCH",
                "olga",
                Optional.empty());
    }

    private static RequestRefund request(Money amount) {
        return new RequestRefund(REFUND, Optional.empty(), RECEIPT.value(), facts(amount), Money.ZERO);
    }

    private static RefundRequested requested(Money amount, int checkers) {
        return new RefundRequested(REFUND, Optional.empty(), RECEIPT.value(), facts(amount), checkers);
    }

    private static RefundEvent[] approved() {
        return new RefundEvent[] {
            requested(SMALL, 0), new RefundApproved(REFUND, EXCESS, SMALL, Optional.empty()),
        };
    }

    private static RefundEvent[] took() {
        return new RefundEvent[] {
            new RefundFunded(REFUND, EXCESS, SMALL, BACK, Optional.empty()),
            new RefundRerouteRequested(REFUND, 1, PAYER, SMALL, SMALL, List.of(), POLICY.subject(), 0),
            new RefundRerouteVerified(REFUND, 1, PAYER, SMALL, Sale.CUSTODY, Optional.empty(), Optional.empty())
        };
    }

    private static RefundEvent[] taken() {
        return Stream.of(approved(), took()).flatMap(Arrays::stream).toArray(RefundEvent[]::new);
    }

    private static Scenario refund(RefundEvent... events) {
        return Scenario.of(new PureRefund()).given(events);
    }

    @Test
    void asks_its_receipt_and_then_goes_to_the_account_that_paid() {
        refund().when(request(SMALL), POLICY).records(approved());
        refund(approved()).when(new RecordSourceReserved(REFUND), POLICY).records(took());
        refund(taken()).when(request(SMALL), POLICY).changesNothing();
        refund(taken()).when(new RecordSourceReserved(REFUND), POLICY).changesNothing();
    }

    @Test
    void takes_nothing_once_it_is_agreed_to_before_its_receipt_says_yes_again() {
        var approval = new RefundApproved(REFUND, EXCESS, LARGE, Optional.empty());
        var agreed = new RefundApproved(
                REFUND,
                EXCESS,
                LARGE,
                Optional.of(ApprovalRequestId.ofRefund(REFUND).value()));

        refund(requested(LARGE, 1))
                .when(ShopRefund.approve(LARGE, "chen"), POLICY)
                .records(agreed);
        policy.on(approval)
                .gives(new GrantExcess(RECEIPT, REFUND))
                .whenRefused(new ReceiptNotFree("CONFLICT"), new RejectRefund(REFUND, "RECEIPT_NOT_FREE"))
                .whenRefusedParks(new NotFound(RECEIPT.value()));
        policy.on(new ExcessGranted(RECEIPT, REFUND)).gives(new RecordSourceReserved(REFUND));
        refund(requested(LARGE, 1), approval)
                .when(new RejectRefund(REFUND, "RECEIPT_NOT_FREE"), POLICY)
                .records(new RefundRejected(REFUND, EXCESS, "RECEIPT_NOT_FREE"));
        refund(requested(LARGE, 1), approval)
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .records(cancelled(LARGE));
    }

    /** R6: its receipt keeps the money until somebody else has agreed. */
    @Test
    void of_more_than_a_thousand_yuan_waits_for_a_second_person() {
        refund().when(request(LARGE), POLICY).records(requested(LARGE, 1));
        refund(requested(LARGE, 1))
                .when(new RejectRefund(REFUND, "NO"), POLICY)
                .records(new RefundRejected(REFUND, EXCESS, "NO"));
        refund(requested(LARGE, 1))
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .records(cancelled(LARGE));
    }

    private static RefundCancelled cancelled(Money amount) {
        return new RefundCancelled(
                REFUND,
                EXCESS,
                amount,
                false,
                Money.ZERO,
                Optional.empty(),
                Money.ZERO,
                "NOT_WANTED",
                Optional.empty());
    }

    @Test
    void that_a_bank_did_not_pay_goes_to_another_account_of_the_payer_and_nowhere_else() {
        var failed = new RefundTransferFailed(REFUND, TRANSFER, "ACCOUNT_CLOSED");
        refund(taken())
                .when(new RecordTransferFailed(REFUND, TRANSFER, "ACCOUNT_CLOSED"), POLICY)
                .records(failed);
        refund(taken())
                .given(failed)
                .when(new RequestReroute(REFUND, OTHER_CARD, PAPERS), BUSINESS)
                .records(new RefundRerouteRequested(
                        REFUND, 2, OTHER_CARD, SMALL, Money.ZERO, PAPERS, BUSINESS.subject(), 1));
        refund(taken())
                .given(failed)
                .when(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS)
                .isRefused(new NotInThisState(
                        "REROUTE_PENDING",
                        List.of(
                                "PENDING_APPROVAL",
                                "APPROVED",
                                "SOURCE_RESERVED",
                                "FUNDING_REQUIRED",
                                "RECOVERING",
                                "RECOVERY_PENDING",
                                "FUNDED",
                                "FAILED_RETRYABLE",
                                "FAILED_INSTRUMENT",
                                "FAILED_FINAL",
                                "REROUTE_PENDING")));
    }

    @Test
    void that_a_bank_gave_back_is_the_refunds_again() {
        var paid = new RefundTransferPaid(
                REFUND, Optional.empty(), TRANSFER, Optional.of(new RefundSource.Overpayment(Sale.ACCOUNT, RECEIPT)));
        policy.on(paid).gives(new ConfirmExcessReturned(Sale.ACCOUNT, RECEIPT));
        policy.on(new RefundTransferPaid(REFUND, Optional.empty(), TRANSFER)).givesNothing();
        refund(taken()).when(new RecordTransferPaid(REFUND, TRANSFER), POLICY).records(paid);
        refund(taken())
                .given(paid)
                .when(new RestoreTransfer(REFUND, TRANSFER, SMALL), POLICY)
                .records(new RefundTransferRestored(REFUND, TRANSFER, SMALL));
    }

    @Test
    void is_asked_for_by_the_promise_of_its_receipt_which_ends_where_its_number_is_anothers() {
        policy.on(new ExcessPromised(
                        RECEIPT, 1, REFUND, SMALL, PAYER, Sale.CUSTODY, Sale.ACCOUNT, "PAID_TOO_MUCH", "olga"))
                .gives(request(SMALL))
                .whenRefused(
                        new RefundNumberTaken(REFUND.value()),
                        new EndExcessPromise(RECEIPT, REFUND, "REFUND_NUMBER_TAKEN"));
    }

    @Test
    void tells_its_receipt_what_it_took_and_what_it_will_not_take() {
        policy.on(new RefundFunded(REFUND, EXCESS, SMALL, BACK, Optional.empty()))
                .gives(new RecordExcessTaken(RECEIPT, REFUND));
        policy.on(new RefundRejected(REFUND, EXCESS, "NO")).gives(new EndExcessPromise(RECEIPT, REFUND, "NO"));
        policy.on(cancelled(LARGE)).gives(new EndExcessPromise(RECEIPT, REFUND, "NOT_WANTED"));
    }
}
