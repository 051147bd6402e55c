package io.coffer.command.kernel;

import static io.coffer.command.kernel.Node.operation;
import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.approvals.ApprovalCommand.ProposeApproval;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.approvals.ApprovalSubject;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.StaleVersion;
import io.coffer.api.kernel.KernelRejection.UnbalancedJournal;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Book;
import io.coffer.api.ledger.Journal;
import io.coffer.api.ledger.LedgerAccount;
import io.coffer.api.ledger.Posting;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.command.accounts.Sale;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.RejectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operation")
class OperationsTest {

    private static final CancelBeforeFunding CANCEL = new CancelBeforeFunding(Sale.ACCOUNT, "X");

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void gets_the_first_answer_again_before_state_and_preconditions_are_looked_at() {
        var first = node.give(Sale.open(), BUSINESS, "K");
        node.give(CANCEL, BUSINESS, "L");
        var stale = new Operation(
                new OperationId("test", "K"), "digest", BUSINESS, "c", Optional.empty(), Optional.of(List.of(99L)));

        var again = node.operations().carryOut(Sale.open(), stale);

        assertThat(first.replayed()).isFalse();
        assertThat(first.created()).isTrue();
        assertThat(first.events()).containsExactly("accounts.EscrowAccountOpened");
        assertThat(again).isEqualTo(new Answer(first.id(), first.version(), first.position(), first.events(), true));
        assertThat(node.log().head()).isEqualTo(2);
    }

    /** The first part of T56 of {@code domain.md}. */
    @Test
    void with_other_content_under_the_same_name_is_refused() {
        node.give(Sale.open(), BUSINESS, "K");

        assertProblem(
                EdgeProblem.IDEMPOTENCY_KEY_REUSED,
                () -> node.operations().carryOut(CANCEL, operation(BUSINESS, "K", "other")));
        assertThat(node.log().head()).isEqualTo(1);
    }

    /** The last part of T56: a refusal leaves nothing, and its name is judged afresh. */
    @Test
    void that_was_refused_leaves_nothing_and_its_name_is_free() {
        assertRefused(new NotFound("EA:acme:C-1"), () -> node.give(CANCEL, BUSINESS, "K"));
        assertThat(node.log().head()).isZero();

        assertThat(node.give(Sale.open(), BUSINESS, "K").replayed()).isFalse();
    }

    /** The second part of T56. */
    @Test
    void is_not_started_twice_at_the_same_time() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var slow = Node.on(database, () -> held(inside, goOn));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.give(Sale.open(), BUSINESS, "K"));
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            assertProblem(EdgeProblem.OPERATION_IN_FLIGHT, () -> slow.give(Sale.open(), BUSINESS, "K"));
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS).replayed()).isFalse();
            assertThat(slow.give(Sale.open(), BUSINESS, "K").replayed()).isTrue();
        }
    }

    @Test
    void that_two_nodes_take_at_once_happens_once_and_both_hear_the_same() throws Exception {
        try (var other = Node.on(database)) {
            for (var round = 0; round < 30; round++) {
                var open = opening("C-" + round);
                var answers = together(node, other, open, "K-" + round);

                assertThat(answers.getFirst().position())
                        .isEqualTo(answers.getLast().position());
                assertThat(answers).filteredOn(Answer::replayed).hasSize(1);
                assertThat(node.log().head()).isEqualTo(round + 1);
            }
        }
    }

    /** The second node looked before the first one committed, and then meets what the first one did. */
    @Test
    void that_another_node_finished_between_look_and_decision_hears_the_first_answer() {
        try (var late = Node.on(database, () -> {
            node.give(Sale.open(), BUSINESS, "K");
            return Instant.now();
        })) {
            var answer = late.give(Sale.open(), BUSINESS, "K");

            assertThat(answer.replayed()).isTrue();
            assertThat(answer.events()).containsExactly("accounts.EscrowAccountOpened");
        }
    }

    /** T40 of {@code domain.md}. */
    @Test
    void whose_journal_does_not_balance_stores_nothing() {
        var cash = new LedgerAccount(AccountCode.R1002, "x");
        var unmatched = new LedgerAccount(AccountCode.R2101, "y");
        var journal = new Journal(
                "PR-000",
                Book.R,
                List.of(Posting.debit(cash, Money.fen(100)), Posting.credit(unmatched, Money.fen(99))));
        try (var broken = Node.on(database, _ -> List.of(journal))) {
            assertRefused(
                    new UnbalancedJournal("EscrowAccountOpened", "PR-000"),
                    () -> broken.give(Sale.open(), BUSINESS, "K"));
        }
        assertThat(node.log().head()).isZero();
        assertThat(node.give(Sale.open(), BUSINESS, "K").replayed()).isFalse();
    }

    @Test
    void is_judged_in_the_order_visible_then_stale_then_rule() {
        node.give(Sale.open(), BUSINESS, "K");
        var close = new CloseAccount(Sale.ACCOUNT);

        assertRefused(new NotFound("EA:acme:C-1"), () -> on(close, STRANGER, 99));
        assertRefused(new StaleVersion(List.of(99L), 0), () -> on(close, BUSINESS, 99));
        assertRefused(new StaleVersion(List.of(99L), 0), () -> on(CANCEL, BUSINESS, 99));
        assertRefused(
                new NotFound("EA:acme:C-9"),
                () -> on(
                        CreditReceipt.unseen(
                                new EscrowAccountId("EA:acme:C-9"),
                                Sale.receipt("X"),
                                Money.fen(1),
                                Sale.CUSTODY,
                                Optional.empty()),
                        POLICY,
                        99));
        assertThat(on(CANCEL, BUSINESS, 0).version()).contains(1L);
    }

    @Test
    void reaches_the_aggregate_of_its_family() {
        var payout = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
        var from = new PayoutSource.EscrowRelease(Sale.ACCOUNT, "R-1");
        var payee = Sale.SELLER.account();
        var subject = new ApprovalSubject.Release(Sale.ACCOUNT, "R-1", "S-1", Money.fen(1));

        assertEvent("accounts.EscrowAccountOpened", Sale.open(), BUSINESS);
        assertEvent(
                "receipts.BankReceiptRecorded",
                new RecordReceipt(
                        Sale.receipt("X"),
                        Money.fen(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty()),
                BANK);
        assertEvent("receipts.VirtualAccountOwnerAssigned", new AssignOwner(Sale.NUMBER, Sale.ACCOUNT), POLICY);
        assertEvent("payouts.PayoutCreated", new CreatePayout(payout, from, Money.fen(1), payee, Sale.CUSTODY), POLICY);
        assertEvent("payouts.PayoutsStopped", new StopPayouts(PayoutSwitchId.all(), "X"), OPERATOR);
        assertEvent(
                "approvals.ApprovalProposed",
                new ProposeApproval(ApprovalRequestId.ofRelease(Sale.ACCOUNT, "R-1"), subject, "m", 1),
                POLICY);
    }

    private void assertEvent(String event, Command command, Actor actor) {
        assertThat(node.give(command, actor, event).events()).containsExactly(event);
    }

    private Answer on(Command command, Actor actor, long version) {
        return node.operations()
                .carryOut(
                        command,
                        new Operation(
                                new OperationId("test", "on-" + version + command),
                                "digest",
                                actor,
                                "c",
                                Optional.empty(),
                                Optional.of(List.of(version))));
    }

    private static List<Answer> together(Node one, Node other, Command command, String key) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tasks = new ArrayList<Callable<Answer>>();
            for (var node : List.of(one, other)) {
                tasks.add(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    return node.give(command, BUSINESS, key);
                });
            }
            var answers = new ArrayList<Answer>();
            for (var future : threads.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static OpenEscrowAccount opening(String contractNo) {
        var sale = Sale.open();
        return new OpenEscrowAccount(
                EscrowAccountId.of(People.ACME, contractNo),
                new ContractRef(
                        contractNo,
                        sale.contract().businessLine(),
                        sale.contract().cityCode()),
                sale.parties(),
                sale.terms(),
                sale.custodyAccount());
    }

    private static Instant held(CountDownLatch inside, CountDownLatch goOn) {
        inside.countDown();
        try {
            assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Instant.now();
    }

    private static void assertRefused(Rejection reason, ThrowingCallable call) {
        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(call)
                .extracting(RejectionException::rejection)
                .isEqualTo(reason);
    }

    private static void assertProblem(EdgeProblem problem, ThrowingCallable call) {
        assertThatExceptionOfType(EdgeException.class)
                .isThrownBy(call)
                .extracting(EdgeException::problem)
                .isEqualTo(problem.problem());
    }
}
