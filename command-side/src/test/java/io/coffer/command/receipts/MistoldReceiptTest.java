package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.LineCommand.ConfirmReturnBooked;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.api.receipts.LineCommand.NoteOwnTransfer;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptRejection.LineKindDiffers;
import io.coffer.api.receipts.ReceiptRejection.ReceiptEvidenceMissing;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.ReturnOfAnother;
import io.coffer.api.receipts.ReceiptRejection.VerdictNotPending;
import io.coffer.api.receipts.ReceiptVerdict.IsReceipt;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictCommand.ExecuteVerdict;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictCommand.Stated;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt that was told as something else")
class MistoldReceiptTest {

    private static final BankReceiptId LINE = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(100);
    private static final Money MORE = AMOUNT.plus(Money.fen(1));
    private static final PayoutId PAYOUT = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
    private static final Optional<BankAccountRef> PAYER =
            Optional.of(Sale.payeeWith("T-8").account());
    private static final List<Evidence> PAPERS = List.of(Sale.DEED);
    private static final IsReceipt VERDICT = new IsReceipt(AMOUNT, PAPERS);

    private static final OwnTransferNoted TRANSFER = new OwnTransferNoted(
            LINE,
            AMOUNT,
            PAYER,
            Optional.of("token"),
            NOON,
            Optional.of(Sale.NUMBER),
            Optional.empty(),
            Optional.empty());
    private static final BankReturnNoted NOTED = new BankReturnNoted(
            LINE, AMOUNT, PAYER, Optional.of("token"), NOON, Optional.of(Sale.NUMBER), Optional.empty());
    private static final BankReturnHandedOver HANDED = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false);
    private static final BankReturnDeclined DECLINED = new BankReturnDeclined(LINE, PAYOUT, "NOT_FOUND");
    private static final BankReturnBooked BOOKED = new BankReturnBooked(LINE, PAYOUT);
    private static final BankReceiptRecorded RECORDED = recorded(Optional.of(Sale.NUMBER), Optional.empty());
    private static final VerdictRequested REQUESTED = new VerdictRequested(LINE, 1, VERDICT, "olga");

    @Test
    void is_booked_once_as_the_bank_told_it_when_two_people_say_so() {
        for (ReceiptEvent told : List.of(TRANSFER, NOTED)) {
            line().given(told).when(said(), OPERATOR).records(REQUESTED);
            line().given(told, REQUESTED).when(approved(1), POLICY).records(cleared(1), RECORDED);
        }
        line().given(NOTED, HANDED, DECLINED).when(said(), OPERATOR).records(REQUESTED);
        line().given(NOTED, HANDED, DECLINED, REQUESTED)
                .when(approved(1), POLICY)
                .records(cleared(1), RECORDED);
    }

    @Test
    void finds_its_account_as_any_receipt_does() {
        booked().when(AssignReceipt.byNumber(LINE, Sale.ACCOUNT), POLICY)
                .records(new BankReceiptAssigned(
                        LINE,
                        Sale.ACCOUNT,
                        AMOUNT,
                        Optional.empty(),
                        PAYER,
                        Optional.empty(),
                        Optional.of(MatchedBy.NUMBER)));
        var doubt = Optional.of(NumberDoubt.SEVERAL);
        line().given(new BankReturnNoted(LINE, AMOUNT, PAYER, Optional.of("token"), NOON, Optional.empty(), doubt))
                .given(REQUESTED)
                .when(approved(1), POLICY)
                .records(cleared(1), recorded(Optional.empty(), doubt));
    }

    /** It may be booking the line at this very moment. */
    @Test
    void is_none_while_a_payout_has_not_said_no_and_never_after_one_booked_it() {
        var another = new ReturnOfAnother(PAYOUT.value());
        line().given(NOTED, HANDED).when(said(), OPERATOR).isRefused(another);
        line().given(NOTED, HANDED, BOOKED).when(said(), OPERATOR).isRefused(another);
        line().given(NOTED, REQUESTED, HANDED).when(approved(1), POLICY).isRefused(another);
        line().given(NOTED, REQUESTED, HANDED, BOOKED).when(approved(1), POLICY).isRefused(another);
        line().given(NOTED, REQUESTED, HANDED, DECLINED)
                .when(approved(1), POLICY)
                .records(cleared(1), RECORDED);
        var again = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false, Optional.of(2));
        line().given(NOTED, HANDED, DECLINED, REQUESTED, again)
                .when(approved(1), POLICY)
                .isRefused(another);
    }

    @Test
    void is_a_receipt_for_whoever_tells_it_afterwards() {
        booked().when(receipt(AMOUNT), BANK).changesNothing();
        booked().when(receipt(MORE), BANK).records(new BankReceiptConflict(LINE, AMOUNT, MORE));
        var recorded = new LineKindDiffers(LINE.value(), "RECORDED");
        booked().when(noteReturn(), BANK).isRefused(recorded);
        booked().when(new NoteOwnTransfer(LINE, AMOUNT, PAYER, Optional.empty(), NOON), BANK)
                .isRefused(recorded);
        booked().when(new HandOverReturn(LINE, PAYOUT), OPERATOR).isRefused(new ReceiptNotFree("RECORDED"));
        booked().when(new ConfirmReturnBooked(LINE, PAYOUT), POLICY).isRefused(recorded);
        booked().when(new DeclineReturn(LINE, PAYOUT, "NOT_FOUND"), POLICY).changesNothing();
    }

    @Test
    void is_not_booked_by_a_verdict_that_comes_twice_nor_by_a_second_one() {
        booked().when(approved(1), POLICY).isRefused(new VerdictNotPending(1));
        booked().when(said(), OPERATOR).isRefused(new ReceiptNotFree("RECORDED"));
        booked().given(new BankReceiptSuspended(LINE, SuspenseReason.NO_VIRTUAL_ACCOUNT))
                .when(said(), OPERATOR)
                .isRefused(new ReceiptNotFree("SUSPENDED"));
    }

    @Test
    void told_as_a_receipt_before_changes_nothing_until_people_have_spoken() {
        line().given(TRANSFER).when(receipt(AMOUNT), BANK).changesNothing();
        line().given(TRANSFER, REQUESTED).when(receipt(AMOUNT), BANK).changesNothing();
        line().given(NOTED, REQUESTED).when(receipt(AMOUNT), BANK).changesNothing();
    }

    /** The papers tell the amount as well. */
    @Test
    void of_which_two_amounts_were_told_is_booked_over_the_one_that_people_saw() {
        var conflict = new BankReceiptConflict(LINE, AMOUNT, MORE);
        line().given(TRANSFER, conflict, REQUESTED)
                .when(approved(1), POLICY)
                .then()
                .when(AssignReceipt.byNumber(LINE, Sale.ACCOUNT), POLICY)
                .then();
    }

    /** What comes out of the books again may be told as what it is. */
    @Test
    void may_turn_out_to_be_a_return_at_last() {
        var never = new BankReceiptReversed(LINE, 2, AMOUNT, Sale.CUSTODY, 1, Optional.empty());
        booked().given(new BankReceiptSuspended(LINE, SuspenseReason.NO_VIRTUAL_ACCOUNT), never)
                .when(noteReturn(), BANK)
                .records(
                        new BankReturnNoted(LINE, AMOUNT, PAYER, Optional.empty(), NOON),
                        new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false, Optional.of(2)));
    }

    /** Money that left was never received, whatever people say. */
    @Test
    void came_in() {
        var left = BankReceiptId.outgoing(new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22)), "X1");
        line().given(new OwnTransferNoted(left, AMOUNT, Optional.empty(), Optional.empty(), NOON))
                .when(new RequestVerdict(left, Stated.IS_RECEIPT, Optional.empty(), PAPERS), OPERATOR)
                .isRefused(new ReceiptNotFree("OWN_TRANSFER"));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> receipt(left, AMOUNT));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> PayoutId.ofReturn(left, 1));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> ReceiptKeyId.of(left));
    }

    @Test
    void needs_papers_an_operator_and_a_second_person() {
        line().given(NOTED)
                .when(new RequestVerdict(LINE, Stated.IS_RECEIPT, Optional.empty(), List.of()), OPERATOR)
                .isRefused(new ReceiptEvidenceMissing(LINE.value()));
        line().given(NOTED).when(said(), BANK).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        line().given(NOTED).when(said(), BUSINESS).isRefused(new NotFound(LINE.value()));
        line().when(said(), OPERATOR).isRefused(new NotFound(LINE.value()));
        line().given(NOTED, REQUESTED)
                .when(new ExecuteVerdict(LINE, 1, VERDICT, Optional.empty()), OPERATOR)
                .isRefused(new ApprovalMissing(1));
    }

    /** The line as it stands after the verdict; its payout was asked before and said no. */
    private static Scenario booked() {
        return line().given(NOTED, HANDED, DECLINED, REQUESTED)
                .when(approved(1), POLICY)
                .then();
    }

    private static Scenario line() {
        return Scenario.of(new PureBankReceipt());
    }

    private static RequestVerdict said() {
        return new RequestVerdict(LINE, Stated.IS_RECEIPT, Optional.empty(), PAPERS);
    }

    private static ExecuteVerdict approved(int verdictNo) {
        var subject = new ApprovalSubject.OnReceipt(LINE, verdictNo, VERDICT);
        return subject.command(Optional.of(new Approval(
                ApprovalRequestId.ofReceipt(LINE, verdictNo),
                subject.digest(),
                "olga",
                List.of("carol"),
                NOON.plus(Duration.ofHours(1)))));
    }

    private static BankReceiptCleared cleared(int verdictNo) {
        return new BankReceiptCleared(LINE, verdictNo, AMOUNT, Optional.of("AR:_:receipt:" + LINE + ":" + verdictNo));
    }

    private static BankReceiptRecorded recorded(Optional<VirtualAccountId> number, Optional<NumberDoubt> doubt) {
        return new BankReceiptRecorded(
                LINE, AMOUNT, number, PAYER, Optional.of("token"), NOON, Optional.empty(), doubt);
    }

    private static NoteReturn noteReturn() {
        return new NoteReturn(LINE, AMOUNT, Optional.of(PAYOUT), PAYER, Optional.empty(), NOON, false);
    }

    private static RecordReceipt receipt(Money amount) {
        return receipt(LINE, amount);
    }

    private static RecordReceipt receipt(BankReceiptId line, Money amount) {
        return new RecordReceipt(
                line, amount, Optional.of(Sale.NUMBER), PAYER, Optional.of("token"), NOON, Optional.empty());
    }
}
