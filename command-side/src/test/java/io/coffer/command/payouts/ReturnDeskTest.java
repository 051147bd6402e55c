package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.payouts.Instructed.AMOUNT;
import static io.coffer.command.payouts.Instructed.LINE;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.approvals.Approval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.ReceiptRejection.LineKindDiffers;
import io.coffer.api.receipts.ReceiptRejection.ReturnOfAnother;
import io.coffer.api.receipts.ReceiptVerdict.IsReceipt;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictCommand.Stated;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.Node;
import io.coffer.command.kernel.Operation;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.RejectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A line is asked for by people, by policies and by the bank at once, and each of them may be slow, or die and come again. */
@DisplayName("The desk for payouts that come back")
class ReturnDeskTest {

    private static final RegisterReturn BACK = new RegisterReturn(PAYOUT, LINE, AMOUNT, Instructed.DAY, "BACK-1");
    private static final BankReturnHandedOver FIRST = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, true);

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);
    private final ReturnDesk desk = desk(node);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void gets_the_first_answer_again_whoever_asked_and_under_whatever_key() {
        pay();
        var first = desk.take(BACK, called("1"));
        assertThat(first.events()).containsExactly("payouts.PayoutReturned");
        assertThat(first.replayed()).isFalse();
        for (var key : List.of("1", "2")) {
            var again = desk.take(BACK, called(key));
            assertThat(again.events()).isEqualTo(first.events());
            assertThat(again.replayed()).isTrue();
        }
        assertThatExceptionOfType(EdgeException.class)
                .isThrownBy(() -> desk.take(
                        BACK,
                        new Operation(
                                new OperationId("test", "1"), "other", BANK, "c", Optional.empty(), Optional.empty())));
        assertThat(events(PAYOUT)).filteredOn("payouts.PayoutReturned"::equals).hasSize(1);
    }

    @Test
    void judges_afresh_what_a_payout_denied() {
        create();
        assertRefused(() -> desk.take(BACK, called("1")), NotInThisState.class);
        assertRefused(() -> desk.take(BACK, called("1")), NotInThisState.class);
        assertThat(events(LINE))
                .containsExactly(
                        "receipts.BankReturnNoted",
                        "receipts.BankReturnHandedOver",
                        "receipts.BankReturnDeclined",
                        "receipts.BankReturnHandedOver",
                        "receipts.BankReturnDeclined");
        settle();
        assertThat(desk.take(BACK, called("1")).events()).containsExactly("payouts.PayoutReturned");
    }

    /** Whoever asked before the verdict and arrives after it, when the payout would say yes by now, gets the no of then. */
    @Test
    void cannot_book_by_a_late_question_what_has_become_a_receipt() {
        create();
        assertRefused(() -> desk.take(BACK, called("1")), NotInThisState.class);
        verdict();
        settle();

        var late = node.operations().carryOut(BACK, asking("late", POLICY).inAnswerTo(FIRST.question()));
        assertThat(late.replayed()).isTrue();
        assertThat(late.events()).containsExactly("receipts.BankReturnDeclined");
        assertRefused(() -> desk.take(BACK, called("1")), LineKindDiffers.class);
        assertRefused(() -> desk.take(BACK, called("2")), LineKindDiffers.class);
        assertThat(events(PAYOUT)).doesNotContain("payouts.PayoutReturned");
        assertThat(events(LINE)).endsWith("receipts.BankReceiptCleared", "receipts.BankReceiptRecorded");
    }

    /** The other order: the payout said yes to one, so the no of another who asked earlier and was slow is none. */
    @Test
    void cannot_free_by_a_late_no_what_a_payout_has_booked() {
        pay();
        desk.take(BACK, called("1"));
        var no = node.operations()
                .carryOut(
                        new DeclineReturn(LINE, PAYOUT, "NOT_IN_THIS_STATE"),
                        asking("late", POLICY).inAnswerTo(FIRST.question()));
        assertThat(no.events()).containsExactly("payouts.PayoutReturned");
        assertRefused(() -> ask(), ReturnOfAnother.class);
        assertThat(events(LINE)).containsExactly("receipts.BankReturnNoted", "receipts.BankReturnHandedOver");
    }

    @Test
    void asks_once_more_under_the_same_question_while_there_is_no_answer() {
        create();
        assertRefused(() -> desk.take(BACK, called("1")), NotInThisState.class);
        node.give(new HandOverReturn(LINE, PAYOUT), OPERATOR, "found");
        node.give(new HandOverReturn(LINE, PAYOUT), OPERATOR, "found again");
        settle();
        var asked = new BankReturnHandedOver(LINE, PAYOUT, AMOUNT, false, Optional.of(2));
        node.operations().carryOut(BACK, asking("policy", POLICY).inAnswerTo(asked.question()));
        var again = desk.take(BACK, called("2"));
        assertThat(again.replayed()).isTrue();
        assertThat(events(PAYOUT)).filteredOn("payouts.PayoutReturned"::equals).hasSize(1);
    }

    /** Return and verdict at the same moment, on two nodes: one of them books the line. */
    @Test
    void and_two_people_book_a_line_once() throws Exception {
        try (var other = Node.on(database);
                var threads = Executors.newFixedThreadPool(3)) {
            var barrier = new CyclicBarrier(3);
            create();
            assertRefused(() -> desk.take(BACK, called("0")), NotInThisState.class);
            ask();
            var tasks = List.<Callable<String>>of(
                    () -> {
                        barrier.await(20, TimeUnit.SECONDS);
                        settle();
                        return tried(() -> desk.take(BACK, called("1")));
                    },
                    () -> {
                        barrier.await(20, TimeUnit.SECONDS);
                        return tried(() -> desk(other).take(BACK, called("2")));
                    },
                    () -> {
                        barrier.await(20, TimeUnit.SECONDS);
                        return tried(() -> other.give(approved(), POLICY, "approved"));
                    });
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isNotNull();
            }
        }
        var booked = new ArrayList<>(events(PAYOUT));
        booked.addAll(events(LINE));
        booked.retainAll(List.of("payouts.PayoutReturned", "receipts.BankReceiptRecorded"));
        assertThat(booked).as(events(LINE) + " and " + events(PAYOUT)).hasSizeLessThanOrEqualTo(1);
        // Whoever comes last is told how it ended, and then it has been booked.
        tried(() -> desk.take(BACK, called("3")));
        tried(() -> node.give(approved(), POLICY, "approved late"));
        assertThat(events(PAYOUT).contains("payouts.PayoutReturned")
                        ^ events(LINE).contains("receipts.BankReceiptRecorded"))
                .isTrue();
    }

    private static String tried(Callable<Answer> wish) throws Exception {
        try {
            return wish.call().events().toString();
        } catch (RejectionException refused) {
            return refused.rejection().code();
        } catch (EdgeException busy) {
            return "busy";
        }
    }

    private void pay() {
        create();
        settle();
    }

    private void create() {
        node.give(new CreatePayout(PAYOUT, Instructed.FROM, AMOUNT, Instructed.PAYEE, Sale.CUSTODY), POLICY, "create");
    }

    private void settle() {
        node.give(new SubmitPayout(PAYOUT, false), POLICY, "submit");
        node.give(new ConfirmPayout(PAYOUT, Instructed.PAID), BANK, "paid");
    }

    private void ask() {
        node.give(
                new RequestVerdict(LINE, Stated.IS_RECEIPT, Optional.empty(), List.of(Instructed.PAPER)),
                OPERATOR,
                "ask");
    }

    private void verdict() {
        ask();
        node.give(approved(), POLICY, "approved");
    }

    private static Command approved() {
        var subject = new ApprovalSubject.OnReceipt(LINE, 1, new IsReceipt(AMOUNT, List.of(Instructed.PAPER)));
        return subject.command(Optional.of(new Approval(
                ApprovalRequestId.ofReceipt(LINE, 1),
                subject.digest(),
                "olga",
                List.of("carol"),
                Instant.now().plus(Duration.ofHours(1)))));
    }

    private static ReturnDesk desk(Node on) {
        return new ReturnDesk(on.operations(), on.histories(), CofferClock.real());
    }

    private static Operation called(String key) {
        return asking(key, BANK);
    }

    private static Operation asking(String key, Actor actor) {
        return new Operation(
                new OperationId("test", key), "digest", actor, "correlation", Optional.empty(), Optional.empty());
    }

    private List<String> events(AggregateId id) {
        return node.log().ofAggregate(id.value(), null, -1, 100).stream()
                .map(StoredEvent::name)
                .toList();
    }

    private static void assertRefused(ThrowingCallable wish, Class<? extends Rejection> reason) {
        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(wish)
                .extracting(RejectionException::rejection)
                .isInstanceOf(reason);
    }
}
