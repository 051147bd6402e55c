package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.KernelRejection.NotFound;
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
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConfirmReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptRejection.LineKindDiffers;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.ReturnOfAnother;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line of the bank that is no receipt")
class LineRulesTest {

    private static final BankReceiptId LINE = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(100);
    private static final PayoutId PAYOUT = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
    private static final PayoutId OTHER = PayoutId.ofRelease(Sale.ACCOUNT, "R-2");
    private static final BankReturnNoted NOTED =
            new BankReturnNoted(LINE, AMOUNT, Optional.empty(), Optional.empty(), NOON);
    private static final BankReturnHandedOver HANDED = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false);
    private static final BankReturnDeclined DECLINED = new BankReturnDeclined(LINE, PAYOUT, "NOT_FOUND");
    private static final BankReturnBooked BOOKED = new BankReturnBooked(LINE, PAYOUT);
    private static final OwnTransferNoted TRANSFER =
            new OwnTransferNoted(LINE, AMOUNT, Optional.empty(), Optional.empty(), NOON);
    private static final BankReceiptRecorded RECORDED = new BankReceiptRecorded(
            LINE, AMOUNT, Optional.empty(), Optional.empty(), Optional.empty(), NOON, Optional.empty());
    private static final BankReceiptReversed REVERSED =
            new BankReceiptReversed(LINE, 1, AMOUNT, Sale.CUSTODY, 1, Optional.empty());

    @Test
    void is_noted_and_handed_to_the_payout_that_it_names() {
        line().when(told(AMOUNT, Optional.of(PAYOUT)), BANK).records(NOTED, HANDED);
        line().when(told(AMOUNT, Optional.empty()), BANK).records(NOTED);
        line().when(transfer(AMOUNT), BANK).records(TRANSFER);
        line().when(told(AMOUNT, Optional.of(PAYOUT)), BUSINESS).isRefused(new NotFound(LINE.value()));
        line().when(transfer(AMOUNT), BUSINESS).isRefused(new NotFound(LINE.value()));
    }

    @Test
    void is_noted_once_however_often_and_as_whatever_it_is_told() {
        line().given(NOTED, HANDED)
                .when(told(AMOUNT, Optional.of(PAYOUT)), BANK)
                .changesNothing();
        line().given(NOTED, HANDED).when(told(AMOUNT, Optional.empty()), BANK).changesNothing();
        line().given(NOTED, HANDED, BOOKED)
                .when(told(AMOUNT, Optional.of(PAYOUT)), BANK)
                .changesNothing();
        line().given(NOTED, HANDED).when(receipt(AMOUNT), BANK).changesNothing();
        line().given(NOTED, HANDED, BOOKED).when(receipt(AMOUNT), BANK).changesNothing();
        line().given(TRANSFER).when(transfer(AMOUNT), BANK).changesNothing();
        line().given(TRANSFER).when(receipt(AMOUNT), BANK).changesNothing();
    }

    @Test
    void is_of_the_kind_that_was_told_first() {
        line().given(RECORDED)
                .when(told(AMOUNT, Optional.of(PAYOUT)), BANK)
                .isRefused(new LineKindDiffers(LINE.value(), "RECORDED"));
        line().given(RECORDED).when(transfer(AMOUNT), BANK).isRefused(new LineKindDiffers(LINE.value(), "RECORDED"));
        line().given(TRANSFER)
                .when(told(AMOUNT, Optional.empty()), BANK)
                .isRefused(new LineKindDiffers(LINE.value(), "OWN_TRANSFER"));
        line().given(NOTED).when(transfer(AMOUNT), BANK).isRefused(new LineKindDiffers(LINE.value(), "RETURN_NOTED"));
    }

    @Test
    void is_what_it_is_after_two_people_took_it_out_as_a_receipt() {
        var suspended = new BankReceiptSuspended(LINE, SuspenseReason.NO_VIRTUAL_ACCOUNT);
        line().given(RECORDED, suspended, REVERSED)
                .when(told(AMOUNT, Optional.of(PAYOUT)), BANK)
                .records(NOTED, HANDED);
        line().given(RECORDED, suspended, REVERSED).when(transfer(AMOUNT), BANK).records(TRANSFER);
        line().given(RECORDED, suspended, REVERSED, new BankReceiptConflict(LINE, AMOUNT, AMOUNT))
                .when(told(AMOUNT, Optional.of(PAYOUT)), BANK)
                .isRefused(new ReceiptNotFree("CONFLICT"));
    }

    @Test
    void with_another_amount_is_a_conflict_that_the_statement_ends() {
        var more = AMOUNT.plus(Money.fen(1));
        var conflict = new BankReceiptConflict(LINE, AMOUNT, more);
        line().given(NOTED).when(told(more, Optional.of(PAYOUT)), BANK).records(conflict);
        line().given(NOTED, conflict)
                .when(told(more, Optional.of(PAYOUT)), BANK)
                .changesNothing();
        line().given(TRANSFER).when(transfer(more), BANK).records(conflict);
        var statement = StatementId.of(new BookingPlace(Sale.CUSTODY, java.time.LocalDate.of(2026, 11, 22)));
        line().given(NOTED, conflict)
                .when(new ConfirmReceipt(LINE, statement, AMOUNT, false), BANK)
                .records(new BankReceiptConfirmed(LINE, statement, AMOUNT, false));
    }

    @Test
    void is_of_one_payout_at_a_time() {
        line().given(NOTED, HANDED)
                .when(told(AMOUNT, Optional.of(OTHER)), BANK)
                .isRefused(new ReturnOfAnother(PAYOUT.value()));
        line().given(NOTED, HANDED, BOOKED)
                .when(new HandOverReturn(LINE, OTHER), OPERATOR)
                .isRefused(new ReturnOfAnother(PAYOUT.value()));
        line().given(NOTED, HANDED, DECLINED)
                .when(told(AMOUNT, Optional.of(OTHER)), BANK)
                .records(new BankReturnHandedOver(LINE, OTHER, AMOUNT, false, Optional.of(2)));
    }

    /** A payout that said no to a question must not be asked under it again; one that has not answered only under it. */
    @Test
    void is_asked_for_under_a_new_number_after_each_no() {
        var second = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false, Optional.of(2));
        var third = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, true, Optional.of(3));
        line().given(NOTED, HANDED, DECLINED)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .records(second);
        line().given(NOTED, HANDED, DECLINED, second)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .records(second);
        line().given(NOTED, HANDED, DECLINED, second, DECLINED)
                .when(
                        new NoteReturn(
                                LINE, AMOUNT, Optional.of(PAYOUT), Optional.empty(), Optional.empty(), NOON, true),
                        BANK)
                .records(third);
        assertThat(List.of(HANDED.question(), second.question(), third.question()))
                .containsExactly(LINE + "@1", LINE + "@2", LINE + "@3");
    }

    @Test
    void is_handed_over_by_an_operator_who_found_its_payout_and_once_more_when_he_asks() {
        line().given(NOTED).when(new HandOverReturn(LINE, PAYOUT), OPERATOR).records(HANDED);
        line().given(NOTED, HANDED)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .records(HANDED);
        line().given(NOTED, HANDED, BOOKED)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .changesNothing();
        line().when(new HandOverReturn(LINE, PAYOUT), OPERATOR).isRefused(new NotFound(LINE.value()));
        line().given(RECORDED)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .isRefused(new ReceiptNotFree("RECORDED"));
        line().given(TRANSFER)
                .when(new HandOverReturn(LINE, PAYOUT), OPERATOR)
                .isRefused(new ReceiptNotFree("OWN_TRANSFER"));
    }

    @Test
    void learns_once_what_its_payout_said() {
        line().given(NOTED, HANDED)
                .when(new ConfirmReturnBooked(LINE, PAYOUT), POLICY)
                .records(BOOKED);
        line().given(NOTED, HANDED, BOOKED)
                .when(new ConfirmReturnBooked(LINE, PAYOUT), POLICY)
                .changesNothing();
        line().when(new ConfirmReturnBooked(LINE, PAYOUT), POLICY).changesNothing();
        line().given(RECORDED)
                .when(new ConfirmReturnBooked(LINE, PAYOUT), POLICY)
                .isRefused(new LineKindDiffers(LINE.value(), "RECORDED"));
        line().given(NOTED, HANDED)
                .when(new DeclineReturn(LINE, PAYOUT, "NOT_FOUND"), POLICY)
                .records(DECLINED);
        line().given(NOTED, HANDED, DECLINED)
                .when(new DeclineReturn(LINE, PAYOUT, "NOT_FOUND"), POLICY)
                .changesNothing();
        line().given(NOTED, HANDED, BOOKED)
                .when(new DeclineReturn(LINE, PAYOUT, "NOT_FOUND"), POLICY)
                .changesNothing();
    }

    @Test
    void is_nobodys_receipt() {
        line().given(NOTED)
                .when(AssignReceipt.byPeople(LINE, Sale.ACCOUNT), People.OPERATOR)
                .isRefused(new ReceiptNotFree("RETURN_NOTED"));
        line().given(TRANSFER)
                .when(AssignReceipt.byPeople(LINE, Sale.ACCOUNT), People.OPERATOR)
                .isRefused(new ReceiptNotFree("OWN_TRANSFER"));
    }

    @Test
    void keeps_what_would_find_its_account_as_a_receipt() {
        var number = Optional.of(VirtualAccountId.of(Sale.CUSTODY.bankCode(), "8800000000001"));
        var doubt = Optional.of(NumberDoubt.SEVERAL);
        var payee = Optional.of(Sale.SELLER.account());
        line().when(
                        new NoteReturn(
                                LINE,
                                AMOUNT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                NOON,
                                false,
                                number,
                                doubt),
                        BANK)
                .records(new BankReturnNoted(LINE, AMOUNT, Optional.empty(), Optional.empty(), NOON, number, doubt));
        line().when(
                        new NoteOwnTransfer(
                                LINE, AMOUNT, Optional.empty(), Optional.empty(), NOON, number, doubt, payee),
                        BANK)
                .records(new OwnTransferNoted(
                        LINE, AMOUNT, Optional.empty(), Optional.empty(), NOON, number, doubt, payee));
    }

    private static Scenario line() {
        return Scenario.of(new PureBankReceipt());
    }

    private static NoteReturn told(Money amount, Optional<PayoutId> payout) {
        return new NoteReturn(LINE, amount, payout, Optional.empty(), Optional.empty(), NOON, false);
    }

    private static NoteOwnTransfer transfer(Money amount) {
        return new NoteOwnTransfer(LINE, amount, Optional.empty(), Optional.empty(), NOON);
    }

    private static RecordReceipt receipt(Money amount) {
        return new RecordReceipt(
                LINE, amount, Optional.empty(), Optional.empty(), Optional.empty(), NOON, Optional.empty());
    }
}
