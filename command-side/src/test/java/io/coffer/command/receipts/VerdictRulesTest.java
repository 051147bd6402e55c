package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRejection.ApprovalMissing;
import io.coffer.api.approvals.ApprovalRejection.ApproversInsufficient;
import io.coffer.api.approvals.ApprovalRejection.DigestDiffers;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.ledger.Postings;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptRejection.CorrectionInVain;
import io.coffer.api.receipts.ReceiptRejection.NothingToDecide;
import io.coffer.api.receipts.ReceiptRejection.PayerUnknown;
import io.coffer.api.receipts.ReceiptRejection.ReceiptEvidenceMissing;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.VerdictNotPending;
import io.coffer.api.receipts.ReceiptRejection.VerdictPending;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.ReceiptVerdict.AsRecorded;
import io.coffer.api.receipts.ReceiptVerdict.NeverBooked;
import io.coffer.api.receipts.ReceiptVerdict.OtherAmount;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.ReceiptVerdict.TakeBack;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictCommand.ConfirmCorrected;
import io.coffer.api.receipts.VerdictCommand.ConfirmReturned;
import io.coffer.api.receipts.VerdictCommand.ExecuteVerdict;
import io.coffer.api.receipts.VerdictCommand.FailCorrection;
import io.coffer.api.receipts.VerdictCommand.FailReturn;
import io.coffer.api.receipts.VerdictCommand.RejectVerdict;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictCommand.RestoreReceipt;
import io.coffer.api.receipts.VerdictCommand.Stated;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrectionFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturnFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What people decide about a receipt")
class VerdictRulesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(12_000);
    private static final Money OTHER = Money.yuan(21_000);
    private static final Money EXCESS = Money.yuan(5);
    private static final EscrowAccountId MINE = Sale.ACCOUNT;
    private static final EscrowAccountId YOURS = new EscrowAccountId("EA:acme:C-2");
    private static final BankAccountRef PAYER = Sale.payeeWith("T-8").account();
    private static final PayoutId PAYOUT = PayoutId.ofReturn(RECEIPT, 1);
    private static final List<Evidence> PAPERS = List.of(Sale.DEED);

    private static final BankReceiptRecorded RECORDED = recorded(AMOUNT);
    private static final BankReceiptSuspended SUSPENDED =
            new BankReceiptSuspended(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT);
    private static final BankReceiptAssigned ASSIGNED = new BankReceiptAssigned(
            RECEIPT,
            MINE,
            AMOUNT,
            Optional.empty(),
            Optional.of(PAYER),
            Optional.empty(),
            Optional.of(MatchedBy.PEOPLE));
    private static final BankReceiptConsumed CONSUMED =
            new BankReceiptConsumed(RECEIPT, MINE, AMOUNT.minus(EXCESS), EXCESS);
    private static final BankReceiptConflict CONFLICT = new BankReceiptConflict(RECEIPT, AMOUNT, OTHER);

    private static final ReturnToPayer WHOLE = new ReturnToPayer(ReceiptPart.WHOLE, AMOUNT, PAYER);
    private static final ReturnToPayer REST = new ReturnToPayer(ReceiptPart.EXCESS, EXCESS, PAYER);
    private static final TakeBack WRONG = new TakeBack(MINE, Optional.of(YOURS));

    @Test
    void sends_suspended_money_to_the_account_that_it_came_from() {
        suspended().when(new RequestReturn(RECEIPT), OPERATOR).records(new VerdictRequested(RECEIPT, 1, WHOLE, "olga"));
        asked(suspended(), WHOLE).when(approved(WHOLE), POLICY).records(returning(WHOLE));
    }

    @Test
    void sends_only_the_excess_of_credited_money() {
        credited().when(new RequestReturn(RECEIPT), OPERATOR).records(new VerdictRequested(RECEIPT, 1, REST, "olga"));
        asked(credited(), REST).when(approved(REST), POLICY).records(returning(REST));
        receipt()
                .given(RECORDED, ASSIGNED, new BankReceiptConsumed(RECEIPT, MINE, AMOUNT, Money.ZERO))
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
    }

    @Test
    void sends_nothing_that_somebody_has_or_whose_amount_or_payer_is_unknown() {
        receipt().given(RECORDED).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new ReceiptNotFree("RECORDED"));
        receipt()
                .given(RECORDED, ASSIGNED)
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .isRefused(new ReceiptNotFree("ASSIGNED"));
        suspended()
                .given(CONFLICT)
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .isRefused(new ReceiptNotFree("CONFLICT"));
        var nameless = new BankReceiptRecorded(
                RECEIPT, AMOUNT, Optional.empty(), Optional.empty(), Optional.empty(), NOON, Optional.empty());
        receipt()
                .given(nameless, SUSPENDED)
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .isRefused(new PayerUnknown(RECEIPT.value()));
    }

    @Test
    void needs_another_person_for_exactly_this_verdict() {
        Supplier<Scenario> waiting = () -> asked(suspended(), WHOLE);

        waiting.get()
                .when(new ExecuteVerdict(RECEIPT, 1, WHOLE, Optional.empty()), POLICY)
                .isRefused(new ApprovalMissing(1));
        waiting.get()
                .when(new ExecuteVerdict(RECEIPT, 1, WHOLE, Optional.of(approval(WHOLE, "olga"))), POLICY)
                .isRefused(new ApproversInsufficient(1, List.of("olga")));
        waiting.get()
                .when(new ExecuteVerdict(RECEIPT, 1, REST, Optional.of(approval(WHOLE, "carol"))), POLICY)
                .isRefused(new DigestDiffers("AR:_:receipt:" + RECEIPT + ":1"));
        waiting.get().when(approved(REST), POLICY).isRefused(new VerdictNotPending(1));
        suspended().when(approved(WHOLE), POLICY).isRefused(new VerdictNotPending(1));
        waiting.get().given(returning(WHOLE)).when(approved(WHOLE), POLICY).isRefused(new VerdictNotPending(1));
    }

    @Test
    void judges_once_more_when_it_is_carried_out() {
        asked(suspended(), WHOLE)
                .given(ASSIGNED)
                .when(approved(WHOLE), POLICY)
                .isRefused(new ReceiptNotFree("ASSIGNED"));
        asked(suspended(), WHOLE)
                .given(CONFLICT)
                .when(approved(WHOLE), POLICY)
                .isRefused(new ReceiptNotFree("CONFLICT"));
    }

    @Test
    void is_one_thing_at_a_time_until_it_has_ended() {
        var pending = new VerdictPending(1);
        var correct = new RequestCorrection(RECEIPT, Optional.of(YOURS));

        asked(credited(), REST).when(correct, OPERATOR).isRefused(pending);
        asked(credited(), REST).given(returning(REST)).when(correct, OPERATOR).isRefused(pending);
        asked(credited(), WRONG).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(pending);
        asked(credited(), WRONG)
                .given(correcting())
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .isRefused(pending);
        asked(credited(), REST)
                .given(new VerdictRejected(RECEIPT, 1, "NO"))
                .when(correct, OPERATOR)
                .records(new VerdictRequested(RECEIPT, 2, WRONG, "olga"));
    }

    @Test
    void is_taken_back_only_while_it_is_undecided() {
        asked(suspended(), WHOLE)
                .when(new RejectVerdict(RECEIPT, 1, "NO"), OPERATOR)
                .records(new VerdictRejected(RECEIPT, 1, "NO"));
        asked(suspended(), WHOLE)
                .when(new RejectVerdict(RECEIPT, 2, "NO"), POLICY)
                .isRefused(new VerdictNotPending(2));
        asked(suspended(), WHOLE)
                .given(returning(WHOLE))
                .when(new RejectVerdict(RECEIPT, 1, "NO"), POLICY)
                .isRefused(new VerdictNotPending(1));
    }

    @Test
    void ends_with_the_payer_or_where_it_was_when_the_bank_refuses() {
        Supplier<Scenario> onItsWay = () -> asked(suspended(), WHOLE).given(returning(WHOLE));
        var back = new BankReceiptReturned(RECEIPT, PAYOUT, ReceiptPart.WHOLE, AMOUNT, Optional.empty());

        onItsWay.get().when(AssignReceipt.byPeople(RECEIPT, MINE), OPERATOR).isRefused(new ReceiptNotFree("RETURNING"));
        onItsWay.get().when(new ConfirmReturned(RECEIPT, PAYOUT), POLICY).records(back);
        onItsWay.get()
                .given(back)
                .when(new ConfirmReturned(RECEIPT, PAYOUT), POLICY)
                .changesNothing();
        onItsWay.get()
                .given(back)
                .when(AssignReceipt.byPeople(RECEIPT, MINE), OPERATOR)
                .isRefused(new ReceiptNotFree("RETURNED"));
        onItsWay.get()
                .when(new ConfirmReturned(RECEIPT, PayoutId.ofReturn(RECEIPT, 2)), POLICY)
                .isRefused(new ReceiptNotFree("RETURNING"));
        onItsWay.get()
                .when(new FailReturn(RECEIPT, PAYOUT, "CLOSED"), POLICY)
                .then()
                .when(new RequestReturn(RECEIPT), OPERATOR)
                .records(new VerdictRequested(RECEIPT, 2, WHOLE, "olga"));
    }

    @Test
    void ends_for_excess_without_touching_what_is_credited() {
        Supplier<Scenario> onItsWay = () -> asked(credited(), REST).given(returning(REST));
        var back = new BankReceiptReturned(RECEIPT, PAYOUT, ReceiptPart.EXCESS, EXCESS, Optional.of(MINE));

        onItsWay.get().when(new ConfirmReturned(RECEIPT, PAYOUT), POLICY).records(back);
        onItsWay.get().given(back).when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        onItsWay.get()
                .given(back)
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
        onItsWay.get()
                .when(new FailReturn(RECEIPT, PAYOUT, "CLOSED"), POLICY)
                .records(new BankReceiptReturnFailed(RECEIPT, PAYOUT, ReceiptPart.EXCESS, EXCESS, "CLOSED"));
    }

    @Test
    void is_here_again_when_the_payers_bank_sends_it_back() {
        var whole = new BankReceiptReturned(RECEIPT, PAYOUT, ReceiptPart.WHOLE, AMOUNT, Optional.empty());
        var rest = new BankReceiptReturned(RECEIPT, PAYOUT, ReceiptPart.EXCESS, EXCESS, Optional.of(MINE));
        var restore = new RestoreReceipt(RECEIPT, PAYOUT);

        asked(suspended(), WHOLE)
                .given(returning(WHOLE), whole)
                .when(restore, POLICY)
                .records(new BankReceiptRestored(RECEIPT, PAYOUT, ReceiptPart.WHOLE, AMOUNT));
        asked(credited(), REST)
                .given(returning(REST), rest)
                .when(restore, POLICY)
                .records(new BankReceiptRestored(RECEIPT, PAYOUT, ReceiptPart.EXCESS, EXCESS));
        asked(suspended(), WHOLE)
                .given(returning(WHOLE))
                .when(restore, POLICY)
                .isRefused(new ReceiptNotFree("RETURNING"));
        asked(suspended(), WHOLE)
                .given(returning(WHOLE), whole, new BankReceiptRestored(RECEIPT, PAYOUT, ReceiptPart.WHOLE, AMOUNT))
                .when(restore, POLICY)
                .isRefused(new ReceiptNotFree("SUSPENDED"));
        // The account was told that its excess is gone, and is not asked about it any more.
        asked(credited(), REST)
                .given(returning(REST), rest, new BankReceiptRestored(RECEIPT, PAYOUT, ReceiptPart.EXCESS, EXCESS))
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
    }

    /** T45 of {@code domain.md}, as far as the receipt decides. */
    @Test
    void takes_a_receipt_out_of_the_wrong_account() {
        credited()
                .when(new RequestCorrection(RECEIPT, Optional.of(YOURS)), OPERATOR)
                .records(new VerdictRequested(RECEIPT, 1, WRONG, "olga"));
        credited()
                .when(new RequestCorrection(RECEIPT, Optional.of(MINE)), OPERATOR)
                .isRefused(new CorrectionInVain(MINE.value()));
        suspended()
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("SUSPENDED"));
        receipt()
                .given(RECORDED, ASSIGNED)
                .when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("ASSIGNED"));
        asked(credited(), WRONG).when(approved(WRONG), POLICY).records(correcting());
    }

    @Test
    void hears_from_the_account_whether_it_gave_the_receipt_back() {
        Supplier<Scenario> asking = () -> asked(credited(), WRONG).given(correcting());

        asking.get()
                .when(new ConfirmCorrected(RECEIPT, MINE), POLICY)
                .records(new BankReceiptCorrected(RECEIPT, MINE, Optional.of(YOURS)));
        asking.get()
                .given(new BankReceiptCorrected(RECEIPT, MINE, Optional.of(YOURS)))
                .when(AssignReceipt.byPeople(RECEIPT, YOURS), POLICY)
                .records(new BankReceiptAssigned(
                        RECEIPT,
                        YOURS,
                        AMOUNT,
                        Optional.empty(),
                        Optional.of(PAYER),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));
        asking.get()
                .when(new FailCorrection(RECEIPT, MINE, "EXCEEDS_RELEASABLE"), POLICY)
                .records(new BankReceiptCorrectionFailed(RECEIPT, MINE, "EXCEEDS_RELEASABLE"));
        asking.get()
                .given(new BankReceiptCorrectionFailed(RECEIPT, MINE, "EXCEEDS_RELEASABLE"))
                .when(AssignReceipt.byPeople(RECEIPT, YOURS), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
        asking.get().when(new ConfirmCorrected(RECEIPT, YOURS), POLICY).isRefused(new ReceiptNotFree("CONSUMED"));
    }

    /** A policy that reads the log again must not undo that people look at it. */
    @Test
    void goes_to_the_right_account_by_itself_only_while_nothing_else_happened_to_it() {
        var corrected = new BankReceiptCorrected(RECEIPT, MINE, Optional.of(YOURS));
        var cleared = new BankReceiptCleared(RECEIPT, 2, AMOUNT, Optional.empty());
        Supplier<Scenario> asking = () -> asked(credited(), WRONG).given(correcting());
        var assign = AssignReceipt.byPeople(RECEIPT, YOURS);
        var waiting = new ReceiptNotFree("SUSPENDED");

        asking.get().given(corrected, CONFLICT).when(assign, POLICY).isRefused(new ReceiptNotFree("CONFLICT"));
        asking.get().given(corrected, CONFLICT, cleared).when(assign, POLICY).isRefused(waiting);
        asking.get().given(CONFLICT, corrected, cleared).when(assign, POLICY).isRefused(waiting);
        asking.get()
                .given(corrected)
                .when(AssignReceipt.byPeople(RECEIPT, MINE), POLICY)
                .isRefused(waiting);
        asking.get()
                .given(corrected, CONFLICT, cleared)
                .when(assign, OPERATOR)
                .records(new BankReceiptAssigned(
                        RECEIPT,
                        YOURS,
                        AMOUNT,
                        Optional.empty(),
                        Optional.of(PAYER),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));
        asking.get()
                .given(
                        corrected,
                        new BankReceiptAssigned(
                                RECEIPT,
                                YOURS,
                                AMOUNT,
                                Optional.empty(),
                                Optional.of(PAYER),
                                Optional.empty(),
                                Optional.of(MatchedBy.PEOPLE)),
                        new BankReceiptReleased(RECEIPT, YOURS, SuspenseReason.ACCOUNT_CLOSED, "NOT_IN_THIS_STATE"))
                .when(assign, POLICY)
                .isRefused(waiting);
    }

    @Test
    void ends_a_conflict_in_favour_of_what_is_recorded() {
        var verdict = new AsRecorded(PAPERS);

        suspended()
                .given(CONFLICT)
                .when(state(Stated.AS_RECORDED, Optional.empty()), OPERATOR)
                .records(new VerdictRequested(RECEIPT, 1, verdict, "olga"));
        asked(suspended().given(CONFLICT), verdict)
                .when(approved(verdict), POLICY)
                .then()
                .when(AssignReceipt.byPeople(RECEIPT, MINE), OPERATOR)
                .records(ASSIGNED);
        asked(credited().given(new BankReceiptDoubled(RECEIPT, Sale.receipt("X2"))), verdict)
                .when(approved(verdict), POLICY)
                .records(new BankReceiptCleared(RECEIPT, 1, AMOUNT, Optional.of("AR:_:receipt:" + RECEIPT + ":1")));
        suspended()
                .when(state(Stated.AS_RECORDED, Optional.empty()), OPERATOR)
                .isRefused(new NothingToDecide(RECEIPT.value()));
    }

    @Test
    void books_another_amount_anew_while_nobody_has_it() {
        var verdict = new OtherAmount(OTHER, PAPERS);

        asked(suspended().given(CONFLICT), verdict)
                .when(approved(verdict), POLICY)
                .records(reversed(), recorded(OTHER));
        suspended()
                .when(state(Stated.OTHER_AMOUNT, Optional.of(AMOUNT)), OPERATOR)
                .isRefused(new NothingToDecide(RECEIPT.value()));
        suspended()
                .when(state(Stated.OTHER_AMOUNT, Optional.empty()), OPERATOR)
                .isRefused(new NothingToDecide(RECEIPT.value()));
        credited()
                .when(state(Stated.OTHER_AMOUNT, Optional.of(OTHER)), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
    }

    @Test
    void takes_out_of_the_books_what_the_bank_never_booked_and_books_it_by_people_only() {
        var verdict = new NeverBooked(PAPERS);
        Supplier<Scenario> gone = () -> asked(suspended(), verdict).given(reversed());

        asked(suspended(), verdict).when(approved(verdict), POLICY).records(reversed());
        gone.get().when(notice(AMOUNT), BANK).records(new BankReceiptConflict(RECEIPT, AMOUNT, AMOUNT));
        gone.get().when(AssignReceipt.byPeople(RECEIPT, MINE), OPERATOR).isRefused(new ReceiptNotFree("REVERSED"));
        gone.get()
                .when(state(Stated.OTHER_AMOUNT, Optional.of(AMOUNT)), OPERATOR)
                .then()
                .when(approved(2, new OtherAmount(AMOUNT, PAPERS)), POLICY)
                .records(
                        new BankReceiptCleared(RECEIPT, 2, AMOUNT, Optional.of("AR:_:receipt:" + RECEIPT + ":2")),
                        RECORDED);
        credited()
                .when(state(Stated.NEVER_BOOKED, Optional.empty()), OPERATOR)
                .isRefused(new ReceiptNotFree("CONSUMED"));
    }

    @Test
    void stays_out_of_the_books_when_people_say_so_again_of_a_notice_that_came_again() {
        var verdict = new NeverBooked(PAPERS);
        Supplier<Scenario> toldAgain = () ->
                asked(suspended(), verdict).given(reversed()).given(new BankReceiptConflict(RECEIPT, AMOUNT, AMOUNT));

        asked(suspended(), verdict)
                .given(reversed())
                .when(state(Stated.NEVER_BOOKED, Optional.empty()), OPERATOR)
                .isRefused(new NothingToDecide(RECEIPT.value()));
        toldAgain
                .get()
                .when(state(Stated.NEVER_BOOKED, Optional.empty()), OPERATOR)
                .then()
                .when(approved(2, verdict), POLICY)
                .records(new BankReceiptCleared(RECEIPT, 2, AMOUNT, Optional.of("AR:_:receipt:" + RECEIPT + ":2")));
    }

    @Test
    void is_nothing_without_papers_and_for_others_than_operators() {
        suspended()
                .when(new RequestVerdict(RECEIPT, Stated.NEVER_BOOKED, Optional.empty(), List.of()), OPERATOR)
                .isRefused(new ReceiptEvidenceMissing(RECEIPT.value()));
        suspended().when(new RequestReturn(RECEIPT), BANK).isRefused(new NotPermitted(Set.of(Role.OPERATOR)));
        suspended().when(new RequestReturn(RECEIPT), BUSINESS).isRefused(new NotFound(RECEIPT.value()));
        receipt().when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new NotFound(RECEIPT.value()));
        suspended()
                .when(new ConfirmReturned(RECEIPT, PAYOUT), OPERATOR)
                .isRefused(new NotPermitted(Set.of(Role.POLICY)));
    }

    private static RequestVerdict state(Stated stated, Optional<Money> amount) {
        return new RequestVerdict(RECEIPT, stated, amount, PAPERS);
    }

    private static Scenario suspended() {
        return receipt().given(RECORDED, SUSPENDED);
    }

    private static Scenario credited() {
        return receipt().given(RECORDED, ASSIGNED, CONSUMED);
    }

    private static Scenario asked(Scenario scenario, ReceiptVerdict verdict) {
        return scenario.given(new VerdictRequested(RECEIPT, 1, verdict, "olga"));
    }

    private static ExecuteVerdict approved(ReceiptVerdict verdict) {
        return approved(1, verdict);
    }

    private static ExecuteVerdict approved(int verdictNo, ReceiptVerdict verdict) {
        var subject = new ApprovalSubject.OnReceipt(RECEIPT, verdictNo, verdict);
        return subject.command(Optional.of(new Approval(
                ApprovalRequestId.ofReceipt(RECEIPT, verdictNo),
                subject.digest(),
                "olga",
                List.of("carol"),
                NOON.plus(Duration.ofHours(1)))));
    }

    private static Approval approval(ReceiptVerdict verdict, String checker) {
        return new Approval(
                ApprovalRequestId.ofReceipt(RECEIPT, 1),
                new ApprovalSubject.OnReceipt(RECEIPT, 1, verdict).digest(),
                "olga",
                List.of(checker),
                NOON.plus(Duration.ofHours(1)));
    }

    private static ReceiptEvent returning(ReturnToPayer verdict) {
        return new BankReceiptReturning(
                RECEIPT,
                PAYOUT,
                verdict.part(),
                verdict.amount(),
                PAYER,
                Sale.CUSTODY,
                Optional.of("AR:_:receipt:" + RECEIPT + ":1"));
    }

    private static ReceiptEvent correcting() {
        return new BankReceiptCorrecting(
                RECEIPT, 1, MINE, Optional.of(YOURS), Optional.of("AR:_:receipt:" + RECEIPT + ":1"));
    }

    private static ReceiptEvent reversed() {
        return new BankReceiptReversed(
                RECEIPT, 1, AMOUNT, Sale.CUSTODY, Postings.CURRENT, Optional.of("AR:_:receipt:" + RECEIPT + ":1"));
    }

    private static BankReceiptRecorded recorded(Money amount) {
        return new BankReceiptRecorded(
                RECEIPT,
                amount,
                Optional.of(Sale.NUMBER),
                Optional.of(PAYER),
                Optional.of("token"),
                NOON,
                Optional.empty());
    }

    private static RecordReceipt notice(Money amount) {
        return new RecordReceipt(
                RECEIPT,
                amount,
                Optional.of(Sale.NUMBER),
                Optional.of(PAYER),
                Optional.of("token"),
                NOON,
                Optional.empty());
    }

    private static Scenario receipt() {
        return Scenario.of(new PureBankReceipt());
    }
}
