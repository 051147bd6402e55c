package io.coffer.command.receipts;

import static io.coffer.command.accounts.Sale.ACCOUNT;
import static io.coffer.command.accounts.Sale.NUMBER;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConsumeReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberOfClosedAccount;
import io.coffer.api.receipts.ReceiptRejection.NumberUnknown;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.RouteReceipt;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The receipts policy")
class ReceiptPolicyTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(600_000);
    private static final Optional<BankAccountRef> PAYER = Optional.of(Sale.BUYER.account());
    private final Wishes policy = new Wishes(new ReceiptPolicy());

    @Test
    void asks_the_number_whose_money_it_is() {
        policy.on(recorded(Optional.of(NUMBER)))
                .gives(new RouteReceipt(NUMBER, RECEIPT))
                .whenRefused(
                        new NumberUnknown("8"), new SuspendReceipt(RECEIPT, SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT))
                .whenRefused(
                        new NumberOfClosedAccount("8", "EA:acme:C-1"),
                        new SuspendReceipt(RECEIPT, SuspenseReason.ACCOUNT_CLOSED))
                .whenRefused(
                        new NumberInQuarantine("8", NOON),
                        new SuspendReceipt(RECEIPT, SuspenseReason.VIRTUAL_ACCOUNT_QUARANTINED));
    }

    @Test
    void suspends_a_receipt_that_names_neither_number_nor_payer() {
        policy.on(recorded(Optional.empty()))
                .gives(new SuspendReceipt(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT))
                .whenRefusedParks(new NotFound("x"));
        policy.on(numberless(BankAccountRef.UNNAMED, Optional.empty()))
                .gives(new SuspendReceipt(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT));
    }

    @Test
    void leaves_a_receipt_that_names_only_its_payer_to_be_matched_unless_its_number_is_in_doubt() {
        policy.on(numberless("H-7", Optional.empty())).givesNothing();
        policy.on(numberless("H-7", Optional.of(NumberDoubt.SEVERAL)))
                .gives(new SuspendReceipt(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT));
    }

    @Test
    void reserves_a_routed_receipt_or_puts_a_disputed_one_before_people() {
        policy.on(new ReceiptRouted(NUMBER, RECEIPT, ACCOUNT))
                .gives(AssignReceipt.byNumber(RECEIPT, ACCOUNT))
                .whenRefused(
                        new ReceiptNotFree("CONFLICT"),
                        new SuspendReceipt(RECEIPT, SuspenseReason.CONFLICTING_NOTICES));
    }

    @Test
    void lets_the_account_take_a_reserved_receipt_or_frees_it() {
        policy.on(new BankReceiptAssigned(
                        RECEIPT,
                        ACCOUNT,
                        AMOUNT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .gives(CreditReceipt.unseen(ACCOUNT, RECEIPT, AMOUNT, Sale.CUSTODY, Optional.empty()))
                .whenRefused(
                        new NotInThisState("CLOSED", List.of()),
                        new ReleaseReceipt(RECEIPT, ACCOUNT, SuspenseReason.ACCOUNT_CLOSED, "NOT_IN_THIS_STATE"))
                .whenRefused(
                        new WrongCustodyAccount("x"),
                        new ReleaseReceipt(RECEIPT, ACCOUNT, SuspenseReason.TARGET_REFUSED, "WRONG_CUSTODY_ACCOUNT"))
                .whenRefused(
                        new NotFound("x"),
                        new ReleaseReceipt(RECEIPT, ACCOUNT, SuspenseReason.TARGET_REFUSED, "NOT_FOUND"));
    }

    @Test
    void takes_the_word_of_people_for_what_a_receipt_is_for() {
        policy.on(assignedFor(Optional.of(ReceiptUse.PRICE)))
                .gives(new CreditReceipt(ACCOUNT, RECEIPT, AMOUNT, Sale.CUSTODY, PAYER, true, false));
        policy.on(assignedFor(Optional.of(ReceiptUse.HOLDBACK)))
                .gives(new CreditHoldback(ACCOUNT, RECEIPT, AMOUNT, Sale.CUSTODY));
        policy.on(assignedFor(Optional.empty()))
                .gives(CreditReceipt.unseen(ACCOUNT, RECEIPT, AMOUNT, Sale.CUSTODY, PAYER));
    }

    @Test
    void tells_the_account_when_people_know_that_it_belongs_there() {
        policy.on(new BankReceiptAssigned(
                        RECEIPT,
                        ACCOUNT,
                        AMOUNT,
                        Optional.empty(),
                        PAYER,
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)))
                .gives(new CreditReceipt(ACCOUNT, RECEIPT, AMOUNT, Sale.CUSTODY, PAYER, false, true));
    }

    @Test
    void frees_what_the_account_declines() {
        policy.on(new ReceiptDeclined(ACCOUNT, RECEIPT, SuspenseReason.PAYER_UNCLEAR, "PAYER_UNCLEAR"))
                .gives(new ReleaseReceipt(RECEIPT, ACCOUNT, SuspenseReason.PAYER_UNCLEAR, "PAYER_UNCLEAR"));
    }

    @Test
    void mirrors_a_hold_back_that_was_paid_in_once_by_the_last_of_its_events() {
        policy.on(new HoldbackFunded(ACCOUNT, RECEIPT, AMOUNT, AMOUNT))
                .gives(new ConsumeReceipt(RECEIPT, ACCOUNT, AMOUNT, Money.ZERO));
        policy.on(new HoldbackFunded(ACCOUNT, RECEIPT, AMOUNT, AMOUNT.plus(Money.fen(1))))
                .givesNothing();
    }

    private static BankReceiptAssigned assignedFor(Optional<ReceiptUse> use) {
        return new BankReceiptAssigned(RECEIPT, ACCOUNT, AMOUNT, Optional.empty(), PAYER, use, Optional.empty());
    }

    @Test
    void mirrors_a_taken_receipt_once_by_the_last_of_its_events() {
        var part = Money.yuan(1);

        policy.on(new EscrowFunded(ACCOUNT, RECEIPT, AMOUNT, AMOUNT))
                .gives(new ConsumeReceipt(RECEIPT, ACCOUNT, AMOUNT, Money.ZERO));
        policy.on(new EscrowFunded(ACCOUNT, RECEIPT, AMOUNT, AMOUNT.plus(part))).givesNothing();
        policy.on(new EscrowOverfunded(ACCOUNT, RECEIPT, part, AMOUNT.plus(part)))
                .gives(new ConsumeReceipt(RECEIPT, ACCOUNT, AMOUNT, part));
        policy.on(new EscrowOverfunded(ACCOUNT, RECEIPT, AMOUNT, AMOUNT))
                .gives(new ConsumeReceipt(RECEIPT, ACCOUNT, Money.ZERO, AMOUNT));
    }

    @Test
    void has_nothing_to_say_about_its_own_mirror() {
        policy.on(new BankReceiptConsumed(RECEIPT, ACCOUNT, AMOUNT, Money.ZERO)).givesNothing();
    }

    private static BankReceiptRecorded numberless(String name, Optional<NumberDoubt> doubt) {
        var payer = new BankAccountRef("T-9", "307584007998", name, BankAccountRef.AccountClass.PERSONAL);
        return new BankReceiptRecorded(
                RECEIPT, AMOUNT, Optional.empty(), Optional.of(payer), Optional.empty(), NOON, Optional.empty(), doubt);
    }

    private static BankReceiptRecorded recorded(Optional<VirtualAccountId> number) {
        return new BankReceiptRecorded(
                RECEIPT, AMOUNT, number, Optional.empty(), Optional.empty(), NOON, Optional.empty());
    }
}
