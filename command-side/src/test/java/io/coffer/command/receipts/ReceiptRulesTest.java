package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.AUDITOR;
import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConsumeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptRejection.NotTheReservation;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A bank receipt")
class ReceiptRulesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(12_000);
    private static final Money OTHER = Money.yuan(21_000);
    private static final EscrowAccountId MINE = Sale.ACCOUNT;
    private static final EscrowAccountId YOURS = new EscrowAccountId("EA:acme:C-2");

    private static final BankReceiptRecorded RECORDED = new BankReceiptRecorded(
            RECEIPT, AMOUNT, Optional.of(Sale.NUMBER), Optional.empty(), Optional.of("token"), NOON, Optional.empty());
    private static final BankReceiptConflict CONFLICT = new BankReceiptConflict(RECEIPT, AMOUNT, OTHER);
    private static final BankReceiptAssigned ASSIGNED = new BankReceiptAssigned(
            RECEIPT, MINE, AMOUNT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(MatchedBy.PEOPLE));
    private static final BankReceiptSuspended SUSPENDED =
            new BankReceiptSuspended(RECEIPT, SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT);
    private static final BankReceiptReleased RELEASED =
            new BankReceiptReleased(RECEIPT, MINE, SuspenseReason.ACCOUNT_CLOSED, "NOT_IN_THIS_STATE");
    private static final BankReceiptConsumed CONSUMED = new BankReceiptConsumed(RECEIPT, MINE, AMOUNT, Money.ZERO);

    private static final AssignReceipt ASSIGN = AssignReceipt.byPeople(RECEIPT, MINE);
    private static final SuspendReceipt SUSPEND = new SuspendReceipt(RECEIPT, SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT);
    private static final ReleaseReceipt RELEASE =
            new ReleaseReceipt(RECEIPT, MINE, SuspenseReason.ACCOUNT_CLOSED, "NOT_IN_THIS_STATE");
    private static final ConsumeReceipt CONSUME = new ConsumeReceipt(RECEIPT, MINE, AMOUNT, Money.ZERO);

    @Test
    void is_booked_with_all_that_the_bank_said() {
        receipt().when(notice(AMOUNT), BANK).records(RECORDED);
    }

    /** T1 of {@code domain.md}. */
    @Test
    void is_booked_once_however_often_the_bank_tells() {
        receipt().given(RECORDED).when(notice(AMOUNT), BANK).changesNothing();
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(notice(AMOUNT), BANK).changesNothing();
    }

    /** T3 of {@code domain.md}. */
    @Test
    void with_another_amount_is_a_conflict_told_once_and_no_credit() {
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(notice(OTHER), BANK).records(CONFLICT);
        receipt().given(RECORDED, CONFLICT).when(notice(OTHER), BANK).changesNothing();
        receipt().given(RECORDED, CONFLICT).when(notice(AMOUNT), BANK).changesNothing();
        receipt()
                .given(RECORDED, CONFLICT)
                .when(notice(Money.fen(1)), BANK)
                .records(new BankReceiptConflict(RECEIPT, AMOUNT, Money.fen(1)));
    }

    @Test
    void is_reserved_for_one_account() {
        receipt().given(RECORDED).when(ASSIGN, POLICY).records(ASSIGNED);
        receipt().given(RECORDED, SUSPENDED).when(ASSIGN, OPERATOR).records(ASSIGNED);
        receipt().given(RECORDED, ASSIGNED).when(ASSIGN, OPERATOR).changesNothing();
        receipt()
                .given(RECORDED, ASSIGNED)
                .when(AssignReceipt.byPeople(RECEIPT, YOURS), OPERATOR)
                .isRefused(new ReceiptNotFree("ASSIGNED"));
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(ASSIGN, OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
    }

    /** Also when a policy reads the log a second time. */
    @Test
    void waits_for_people_once_it_is_in_suspense() {
        var waiting = new ReceiptNotFree("SUSPENDED");

        receipt().given(RECORDED, SUSPENDED).when(ASSIGN, POLICY).isRefused(waiting);
        receipt().given(RECORDED, ASSIGNED, RELEASED).when(ASSIGN, POLICY).isRefused(waiting);
        receipt().given(RECORDED, ASSIGNED, RELEASED).when(ASSIGN, OPERATOR).records(ASSIGNED);
    }

    @Test
    void is_reserved_for_nobody_while_its_amount_is_contested() {
        var contested = new ReceiptNotFree("CONFLICT");

        receipt().given(RECORDED, CONFLICT).when(ASSIGN, POLICY).isRefused(contested);
        receipt().given(RECORDED, CONFLICT, SUSPENDED).when(ASSIGN, OPERATOR).isRefused(contested);
        receipt().given(RECORDED, SUSPENDED, CONFLICT).when(ASSIGN, OPERATOR).isRefused(contested);
        receipt()
                .given(RECORDED, ASSIGNED, CONFLICT, RELEASED)
                .when(ASSIGN, OPERATOR)
                .isRefused(contested);
        receipt().given(RECORDED, ASSIGNED, CONFLICT).when(ASSIGN, OPERATOR).changesNothing();
    }

    @Test
    void waits_in_suspense_only_before_somebody_has_it() {
        receipt().given(RECORDED).when(SUSPEND, POLICY).records(SUSPENDED);
        receipt().given(RECORDED, SUSPENDED).when(SUSPEND, POLICY).changesNothing();
        receipt().given(RECORDED, ASSIGNED).when(SUSPEND, POLICY).changesNothing();
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(SUSPEND, POLICY).changesNothing();
    }

    @Test
    void is_free_again_when_its_account_refused() {
        receipt().given(RECORDED, ASSIGNED).when(RELEASE, POLICY).records(RELEASED);
        receipt().given(RECORDED, ASSIGNED, RELEASED).when(RELEASE, POLICY).changesNothing();
        receipt()
                .given(RECORDED, ASSIGNED, RELEASED)
                .when(AssignReceipt.byPeople(RECEIPT, YOURS), OPERATOR)
                .records(new BankReceiptAssigned(
                        RECEIPT,
                        YOURS,
                        AMOUNT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));
    }

    @Test
    void is_not_freed_by_an_account_that_does_not_have_it() {
        var mine = new NotTheReservation(MINE.value());

        receipt().given(RECORDED).when(RELEASE, POLICY).isRefused(mine);
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(RELEASE, POLICY).isRefused(mine);
        receipt()
                .given(RECORDED, ASSIGNED)
                .when(new ReleaseReceipt(RECEIPT, YOURS, SuspenseReason.ACCOUNT_CLOSED, "X"), POLICY)
                .isRefused(new NotTheReservation(YOURS.value()));
    }

    @Test
    void is_consumed_by_the_account_that_has_it_once() {
        receipt().given(RECORDED, ASSIGNED).when(CONSUME, POLICY).records(CONSUMED);
        receipt().given(RECORDED, ASSIGNED, CONFLICT).when(CONSUME, POLICY).records(CONSUMED);
        receipt().given(RECORDED, ASSIGNED, CONSUMED).when(CONSUME, POLICY).changesNothing();
        receipt().given(RECORDED).when(CONSUME, POLICY).isRefused(new NotTheReservation(MINE.value()));
        receipt()
                .given(RECORDED, ASSIGNED)
                .when(new ConsumeReceipt(RECEIPT, YOURS, AMOUNT, Money.ZERO), POLICY)
                .isRefused(new NotTheReservation(YOURS.value()));
    }

    @Test
    void is_booked_by_the_bank_adapter_and_assigned_by_operators_only() {
        receipt().when(notice(AMOUNT), AUDITOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
        receipt().given(RECORDED).when(ASSIGN, BANK).isRefused(new NotPermitted(Set.of(Role.OPERATOR, Role.POLICY)));
        for (ReceiptCommand command : new ReceiptCommand[] {SUSPEND, RELEASE, CONSUME}) {
            receipt().given(RECORDED).when(command, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        }
    }

    @Test
    void does_not_exist_for_a_tenant_nor_before_it_arrived() {
        var notFound = new NotFound(RECEIPT.value());

        receipt().when(notice(AMOUNT), BUSINESS).isRefused(notFound);
        receipt().given(RECORDED).when(ASSIGN, BUSINESS).isRefused(notFound);
        for (ReceiptCommand command : new ReceiptCommand[] {ASSIGN, SUSPEND, RELEASE, CONSUME}) {
            receipt().when(command, POLICY).isRefused(notFound);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(SuspenseReason.class)
    void says_why_it_waits(SuspenseReason reason) {
        receipt()
                .given(RECORDED)
                .when(new SuspendReceipt(RECEIPT, reason), POLICY)
                .records(new BankReceiptSuspended(RECEIPT, reason));
    }

    private static RecordReceipt notice(Money amount) {
        return new RecordReceipt(
                RECEIPT,
                amount,
                Optional.of(Sale.NUMBER),
                Optional.empty(),
                Optional.of("token"),
                NOON,
                Optional.empty());
    }

    private static Scenario receipt() {
        return Scenario.of(new PureBankReceipt());
    }
}
