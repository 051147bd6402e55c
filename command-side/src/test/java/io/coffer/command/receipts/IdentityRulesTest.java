package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.BookHeldReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConfirmReceipt;
import io.coffer.api.receipts.ReceiptCommand.HoldReceipt;
import io.coffer.api.receipts.ReceiptCommand.IdentifyReceipt;
import io.coffer.api.receipts.ReceiptCommand.MergeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReportDouble;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptHeld;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptIdentified;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptMerged;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptKeyCommand.ClaimReceiptKey;
import io.coffer.api.receipts.ReceiptKeyEvent.ReceiptKeyClaimed;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptRejection.AlreadyIdentified;
import io.coffer.api.receipts.ReceiptRejection.ReceiptKeyTaken;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.StatementContradictsReceipt;
import io.coffer.api.receipts.StatementId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A weak receipt")
class IdentityRulesTest {

    private static final BookingPlace PLACE = new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22));
    private static final BankReceiptId WEAK = BankReceiptId.weak("307584007998", "N-1");
    private static final BankReceiptId WEAK_TOO = BankReceiptId.weak("307584007998", "N-2");
    private static final BankReceiptId STRONG = BankReceiptId.of(PLACE, "X1");
    private static final Money AMOUNT = Money.yuan(12_000);

    private static final BankReceiptRecorded RECORDED = new BankReceiptRecorded(
            WEAK, AMOUNT, Optional.empty(), Optional.empty(), Optional.empty(), NOON, Optional.of(PLACE));
    /** What the line named beside its payer is forgotten while it waits, so nobody guesses by its payer. */
    private static final BankReceiptRecorded BOOKED = new BankReceiptRecorded(
            WEAK,
            AMOUNT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOON,
            Optional.of(PLACE),
            Optional.of(NumberDoubt.FORGOTTEN));

    private static final BankReceiptHeld HELD = new BankReceiptHeld(
            WEAK,
            AMOUNT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOON,
            Optional.of(PLACE),
            List.of(STRONG));
    private static final BankReceiptIdentified IDENTIFIED =
            new BankReceiptIdentified(WEAK, "X1", PLACE, AMOUNT, Optional.empty());
    private static final BankReceiptMerged MERGED = new BankReceiptMerged(WEAK, STRONG);

    private static final IdentifyReceipt IDENTIFY = new IdentifyReceipt(WEAK, "X1");
    private static final MergeReceipt MERGE = new MergeReceipt(WEAK, STRONG);
    private static final BookHeldReceipt BOOK = new BookHeldReceipt(WEAK);

    /** T2 of {@code domain.md}: the credit stays as it is. */
    @Test
    void gets_its_core_number_later_and_keeps_it() {
        receipt().given(RECORDED).when(IDENTIFY, BANK).records(IDENTIFIED);
        receipt().given(RECORDED, IDENTIFIED).when(IDENTIFY, BANK).changesNothing();
        receipt()
                .given(RECORDED, IDENTIFIED)
                .when(new IdentifyReceipt(WEAK, "X2"), BANK)
                .isRefused(new AlreadyIdentified("X1"));
        receipt().when(IDENTIFY, BANK).isRefused(new NotFound(WEAK.value()));
        receipt().given(MERGED).when(IDENTIFY, BANK).isRefused(new ReceiptNotFree("MERGED"));
        receipt().given(RECORDED).when(IDENTIFY, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
    }

    @Test
    void is_held_unbooked_while_it_may_be_another_ones_twin() {
        receipt().when(new HoldReceipt(notice(AMOUNT), List.of(STRONG)), BANK).records(HELD);
        receipt().given(HELD).when(notice(AMOUNT), BANK).changesNothing();
        receipt()
                .given(HELD)
                .when(new HoldReceipt(notice(AMOUNT), List.of()), BANK)
                .changesNothing();
        receipt()
                .given(HELD)
                .when(notice(Money.fen(1)), BANK)
                .records(new BankReceiptConflict(WEAK, AMOUNT, Money.fen(1)));
        receipt()
                .given(HELD)
                .when(AssignReceipt.byPeople(WEAK, Sale.ACCOUNT), OPERATOR)
                .isRefused(new ReceiptNotFree("POSSIBLE_TWIN"));
    }

    @Test
    void that_was_held_is_booked_once_by_the_statement_under_its_own_or_a_core_number() {
        receipt().given(HELD).when(BOOK, BANK).records(BOOKED);
        receipt().given(HELD, BOOKED).when(BOOK, BANK).changesNothing();
        receipt().given(HELD).when(IDENTIFY, BANK).records(BOOKED, IDENTIFIED);
        receipt().given(HELD, MERGED).when(BOOK, BANK).isRefused(new ReceiptNotFree("MERGED"));
        receipt().when(BOOK, BANK).isRefused(new NotFound(WEAK.value()));
    }

    @Test
    void is_merged_only_while_it_is_not_booked_and_then_never_is() {
        receipt().given(HELD).when(MERGE, BANK).records(MERGED);
        receipt().when(MERGE, BANK).records(MERGED);
        receipt().given(MERGED).when(MERGE, BANK).changesNothing();
        receipt().given(MERGED).when(notice(AMOUNT), BANK).changesNothing();
        receipt().given(RECORDED).when(MERGE, BANK).isRefused(new ReceiptNotFree("RECORDED"));
    }

    @Test
    void that_is_booked_twice_is_credited_to_nobody_until_people_undo_one() {
        var doubled = new BankReceiptDoubled(WEAK, STRONG);

        receipt().given(RECORDED).when(new ReportDouble(WEAK, STRONG), BANK).records(doubled);
        receipt()
                .given(RECORDED, doubled)
                .when(new ReportDouble(WEAK, STRONG), BANK)
                .changesNothing();
        receipt()
                .given(RECORDED, doubled)
                .when(AssignReceipt.byPeople(WEAK, Sale.ACCOUNT), OPERATOR)
                .isRefused(new ReceiptNotFree("CONFLICT"));
    }

    @Test
    void is_confirmed_by_the_statement_which_voids_other_amounts() {
        var conflict = new BankReceiptConflict(WEAK, AMOUNT, Money.fen(1));
        var confirm = new ConfirmReceipt(WEAK, StatementId.of(PLACE), AMOUNT, false);
        var confirmed = new BankReceiptConfirmed(WEAK, StatementId.of(PLACE), AMOUNT, false);

        receipt().given(RECORDED).when(confirm, BANK).records(confirmed);
        receipt().given(RECORDED, confirmed).when(confirm, BANK).changesNothing();
        receipt().given(RECORDED, confirmed, conflict).when(confirm, BANK).records(confirmed);
        receipt()
                .given(RECORDED, conflict, confirmed)
                .when(AssignReceipt.byPeople(WEAK, Sale.ACCOUNT), OPERATOR)
                .records(new BankReceiptAssigned(
                        WEAK,
                        Sale.ACCOUNT,
                        AMOUNT,
                        Optional.of(Sale.CUSTODY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));
        receipt()
                .given(RECORDED)
                .when(new ConfirmReceipt(WEAK, StatementId.of(PLACE), Money.fen(1), false), BANK)
                .isRefused(new StatementContradictsReceipt(AMOUNT, Money.fen(1)));
        receipt().given(HELD).when(confirm, BANK).isRefused(new ReceiptNotFree("POSSIBLE_TWIN"));
    }

    @Test
    void says_where_its_money_is_when_it_is_assigned() {
        receipt()
                .given(RECORDED)
                .when(AssignReceipt.byPeople(WEAK, Sale.ACCOUNT), People.POLICY)
                .records(new BankReceiptAssigned(
                        WEAK,
                        Sale.ACCOUNT,
                        AMOUNT,
                        Optional.of(Sale.CUSTODY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));
    }

    @Test
    void claims_the_key_of_its_booking_alone() {
        var key = ReceiptKeyId.of(STRONG);
        var claimed = new ReceiptKeyClaimed(key, WEAK);

        Scenario.of(new PureReceiptKey())
                .when(new ClaimReceiptKey(key, WEAK), BANK)
                .records(claimed);
        Scenario.of(new PureReceiptKey())
                .given(claimed)
                .when(new ClaimReceiptKey(key, WEAK), BANK)
                .changesNothing();
        Scenario.of(new PureReceiptKey())
                .given(claimed)
                .when(new ClaimReceiptKey(key, WEAK_TOO), BANK)
                .isRefused(new ReceiptKeyTaken(WEAK.value()));
    }

    private static RecordReceipt notice(Money amount) {
        return new RecordReceipt(
                WEAK, amount, Optional.empty(), Optional.empty(), Optional.empty(), NOON, Optional.of(PLACE));
    }

    private static Scenario receipt() {
        return Scenario.of(new PureBankReceipt());
    }
}
