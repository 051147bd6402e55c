package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptRejection.PayerUnknown;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.VerdictPending;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.ReceiptVerdict.AsRecorded;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.VerdictCommand;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.GrantExcess;
import io.coffer.api.receipts.VerdictCommand.RecordExcessTaken;
import io.coffer.api.receipts.VerdictCommand.RefundExcess;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an account did not expect, and a refund that is to bring it back")
class ExcessRulesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(12_000);
    private static final Money EXCESS = Money.yuan(5);
    private static final EscrowAccountId ACCOUNT = Sale.ACCOUNT;
    private static final BankAccountRef PAYER = Sale.payeeWith("T-8").account();
    private static final RefundId REFUND = RefundId.of(ACCOUNT.tenant(), "X-1");
    private static final RefundId OTHER = RefundId.of(ACCOUNT.tenant(), "X-2");
    private static final RefundExcess WISH = new RefundExcess(RECEIPT, "X-1", "PAID_TOO_MUCH");
    private static final RefundExcess ANOTHER = new RefundExcess(RECEIPT, "X-2", "PAID_TOO_MUCH");
    private static final ExcessPromised PROMISED = promised(1, REFUND);
    private static final ExcessPromiseEnded ENDED = new ExcessPromiseEnded(RECEIPT, REFUND, "NOT_WANTED");
    private static final ExcessTaken TAKEN = new ExcessTaken(RECEIPT, REFUND, EXCESS, ACCOUNT);

    private static final StatementId STATEMENT =
            StatementId.of(new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22)));
    private static final GrantExcess GRANT = new GrantExcess(RECEIPT, REFUND);
    private static final ExcessGranted GRANTED = new ExcessGranted(RECEIPT, REFUND);
    private static final BankReceiptConflict CONFLICT = new BankReceiptConflict(RECEIPT, AMOUNT, EXCESS);
    private static final BankReceiptDoubled DOUBLED = new BankReceiptDoubled(RECEIPT, Sale.receipt("X2"));

    private static ExcessPromised promised(int verdictNo, RefundId refund) {
        return new ExcessPromised(
                RECEIPT, verdictNo, refund, EXCESS, PAYER, Sale.CUSTODY, ACCOUNT, "PAID_TOO_MUCH", "olga");
    }

    private static Scenario credited(DomainEvent... more) {
        return credited(ACCOUNT, EXCESS, Optional.of(PAYER)).given(more);
    }

    private static Scenario credited(ReceiptTarget target, Money excess, Optional<BankAccountRef> payer) {
        return Scenario.of(new PureBankReceipt())
                .given(
                        new BankReceiptRecorded(
                                RECEIPT, AMOUNT, Optional.empty(), payer, Optional.empty(), NOON, Optional.empty()),
                        new BankReceiptAssigned(
                                RECEIPT,
                                target,
                                AMOUNT,
                                Optional.empty(),
                                payer,
                                Optional.empty(),
                                Optional.of(MatchedBy.PEOPLE)),
                        new BankReceiptConsumed(RECEIPT, target, AMOUNT.minus(excess), excess));
    }

    @Test
    void is_promised_as_a_whole_to_one_refund_of_the_accounts_tenant() {
        credited().when(WISH, OPERATOR).records(PROMISED);
        credited(PROMISED).when(WISH, OPERATOR).changesNothing();
        credited(PROMISED).when(ANOTHER, OPERATOR).isRefused(new VerdictPending(1));
    }

    @Test
    void goes_to_nobody_else_by_a_return_or_a_correction_while_a_refund_is_to_have_it() {
        credited(PROMISED).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new VerdictPending(1));
        credited(PROMISED)
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new VerdictPending(1));
    }

    @Test
    void is_promised_to_no_refund_while_people_decide_otherwise() {
        var rest = new ReturnToPayer(ReceiptPart.EXCESS, EXCESS, PAYER);
        var asked = new VerdictRequested(RECEIPT, 1, rest, "olga");
        var payout = PayoutId.ofReturn(RECEIPT, 1);
        var returning = new BankReceiptReturning(
                RECEIPT, payout, ReceiptPart.EXCESS, EXCESS, PAYER, Sale.CUSTODY, Optional.empty());

        credited(asked).when(WISH, OPERATOR).isRefused(new VerdictPending(1));
        credited(asked, returning).when(WISH, OPERATOR).isRefused(new VerdictPending(1));
        var returned = new BankReceiptReturned(RECEIPT, payout, ReceiptPart.EXCESS, EXCESS, Optional.of(ACCOUNT));
        credited(asked, returning, returned).when(WISH, OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        credited(asked, returning, returned, new BankReceiptRestored(RECEIPT, payout, ReceiptPart.EXCESS, EXCESS))
                .when(WISH, OPERATOR)
                .records(promised(2, REFUND));
    }

    @Test
    void is_here_as_before_when_the_refund_will_not_take_it_and_that_number_gets_it_no_more() {
        credited(PROMISED)
                .when(new EndExcessPromise(RECEIPT, REFUND, "NOT_WANTED"), POLICY)
                .records(ENDED);
        credited(PROMISED)
                .when(new EndExcessPromise(RECEIPT, OTHER, "X"), POLICY)
                .changesNothing();
        credited(PROMISED, ENDED)
                .when(new EndExcessPromise(RECEIPT, REFUND, "NOT_WANTED"), POLICY)
                .changesNothing();
        credited(PROMISED, ENDED).when(WISH, OPERATOR).isRefused(new RefundNumberTaken(REFUND.value()));
        credited(PROMISED, ENDED).when(ANOTHER, OPERATOR).records(promised(2, OTHER));
        credited(PROMISED, ENDED)
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .records(
                        new VerdictRequested(RECEIPT, 2, new ReturnToPayer(ReceiptPart.EXCESS, EXCESS, PAYER), "olga"));
    }

    @Test
    void is_granted_once_when_the_refund_may_take_it() {
        credited(PROMISED).when(GRANT, POLICY).records(GRANTED);
        credited(PROMISED, GRANTED).when(GRANT, POLICY).changesNothing();
        credited(PROMISED, GRANTED, TAKEN).when(GRANT, POLICY).changesNothing();
        credited(PROMISED, GRANTED)
                .when(new RecordExcessTaken(RECEIPT, REFUND), POLICY)
                .records(TAKEN);
        credited(PROMISED, GRANTED).when(WISH, OPERATOR).changesNothing();
        credited(PROMISED, GRANTED).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new VerdictPending(1));
        credited(PROMISED).when(GRANT, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    @Test
    void that_became_doubtful_since_it_was_promised_is_granted_to_nobody() {
        var notFree = new ReceiptNotFree("CONFLICT");

        credited(PROMISED, CONFLICT).when(GRANT, POLICY).isRefused(notFree);
        credited(PROMISED, DOUBLED).when(GRANT, POLICY).isRefused(notFree);
        credited(PROMISED, CONFLICT, new BankReceiptConfirmed(RECEIPT, STATEMENT, AMOUNT, false))
                .when(GRANT, POLICY)
                .records(GRANTED);
    }

    /** It is on its way, as a return would be; people see the doubt, and end it. */
    @Test
    void that_became_doubtful_after_it_was_granted_is_taken_and_the_doubt_stays_with_the_receipt() {
        credited(PROMISED, GRANTED, CONFLICT).when(GRANT, POLICY).changesNothing();
        credited(PROMISED, GRANTED, DOUBLED)
                .when(new RecordExcessTaken(RECEIPT, REFUND), POLICY)
                .records(TAKEN);
        var papers = List.of(Sale.DEED);
        credited(PROMISED, GRANTED, DOUBLED, TAKEN)
                .when(
                        new RequestVerdict(RECEIPT, VerdictCommand.Stated.AS_RECORDED, Optional.empty(), papers),
                        OPERATOR)
                .records(new VerdictRequested(RECEIPT, 2, new AsRecorded(papers), "olga"));
    }

    @Test
    void is_granted_to_the_refund_that_it_is_promised_to_and_only_while_it_is() {
        var notFree = new ReceiptNotFree("CONSUMED");

        credited().when(GRANT, POLICY).isRefused(notFree);
        credited(PROMISED).when(new GrantExcess(RECEIPT, OTHER), POLICY).isRefused(notFree);
        credited(PROMISED, GRANTED, ENDED).when(GRANT, POLICY).isRefused(notFree);
        credited(PROMISED, GRANTED, ENDED, promised(2, OTHER))
                .when(new GrantExcess(RECEIPT, OTHER), POLICY)
                .records(new ExcessGranted(RECEIPT, OTHER));
        credited(PROMISED, GRANTED)
                .when(new EndExcessPromise(RECEIPT, REFUND, "NOT_WANTED"), POLICY)
                .records(ENDED);
    }

    @Test
    void is_gone_for_good_once_the_refund_took_it() {
        credited(PROMISED).when(new RecordExcessTaken(RECEIPT, REFUND), POLICY).records(TAKEN);
        credited(PROMISED).when(new RecordExcessTaken(RECEIPT, OTHER), POLICY).changesNothing();
        credited(PROMISED, TAKEN)
                .when(new RecordExcessTaken(RECEIPT, REFUND), POLICY)
                .changesNothing();
        credited(PROMISED, TAKEN)
                .when(new EndExcessPromise(RECEIPT, REFUND, "X"), POLICY)
                .changesNothing();
        // It is this refund that brought it back.
        credited(PROMISED, TAKEN).when(WISH, OPERATOR).changesNothing();
        credited(PROMISED, ENDED, promised(2, OTHER), new ExcessTaken(RECEIPT, OTHER, EXCESS, ACCOUNT))
                .when(WISH, OPERATOR)
                .isRefused(new RefundNumberTaken(REFUND.value()));
        credited(PROMISED, TAKEN).when(ANOTHER, OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        credited(PROMISED, TAKEN).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        // What went back cannot be credited to anybody else, so the rest stays where it is.
        credited(PROMISED, TAKEN)
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
        new Wishes(new VerdictPolicy()).on(TAKEN).gives(new RecordExcessRefunding(ACCOUNT, RECEIPT));
    }

    @Test
    void is_of_an_escrow_account_and_of_money_that_nothing_is_in_doubt_of() {
        credited(ACCOUNT, Money.ZERO, Optional.of(PAYER))
                .when(WISH, OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
        credited(new MerchantFeeAccountId("MB:acme:M-1"), EXCESS, Optional.of(PAYER))
                .when(WISH, OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
        credited(ACCOUNT, EXCESS, Optional.empty()).when(WISH, OPERATOR).isRefused(new PayerUnknown(RECEIPT.value()));
        credited(new BankReceiptConflict(RECEIPT, AMOUNT, EXCESS))
                .when(WISH, OPERATOR)
                .isRefused(new ReceiptNotFree("CONFLICT"));
    }

    @Test
    void is_asked_for_by_the_institutions_people_and_by_policies_only_ended() {
        credited().when(WISH, BUSINESS).isRefused(new NotFound(RECEIPT.value()));
        credited().when(WISH, BANK).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        credited(PROMISED)
                .when(new RecordExcessTaken(RECEIPT, REFUND), OPERATOR)
                .isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }
}
