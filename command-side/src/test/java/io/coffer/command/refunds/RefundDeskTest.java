package io.coffer.command.refunds;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RecordSourceReserved;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.Node;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.command.refunds.RefundChannel.Reply;
import io.coffer.eventstore.StoredEvent;
import io.coffer.platform.web.RejectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk that talks to channels about refunds")
class RefundDeskTest {

    private static final List<String> TO_FUNDED =
            List.of("RefundRequested", "RefundApproved", "RefundSourceReserved", "RefundFunded");

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void fund() {
        node.give(ShopRefund.request(ShopRefund.FACTS), POLICY, "request");
        node.give(new RecordSourceReserved(REFUND), POLICY, "reserved");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void claims_before_it_calls_and_records_what_it_hears() {
        var desk = desk(node, () -> new Reply.Final(ShopRefund.DONE));

        desk.handle(due(RefundDeadlines.SUBMIT, 4));

        assertThat(calls).containsExactly("WECHAT T-1 " + ShopRefund.AMOUNT + " after RefundSubmitted");
        assertThat(since()).containsExactly("RefundSubmitted", "RefundSucceeded");
    }

    @Test
    void does_not_call_again_for_a_deadline_that_comes_twice() {
        var desk = desk(node, Reply.Pending::new);

        desk.handle(due(RefundDeadlines.SUBMIT, 4));
        desk.handle(due(RefundDeadlines.SUBMIT, 4));

        assertThat(calls).hasSize(1);
        assertThat(since()).containsExactly("RefundSubmitted", "RefundPending");
    }

    @Test
    void that_died_between_claim_and_answer_asks_and_never_calls_again() {
        var dying = desk(node, () -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> dying.handle(due(RefundDeadlines.SUBMIT, 4))).hasMessage("killed");

        var reborn = desk(node, () -> new Reply.Final(ShopRefund.DONE));
        reborn.handle(due(RefundDeadlines.SUBMIT, 4));
        assertThat(calls).hasSize(1);
        reborn.handle(due(RefundDeadlines.OUTCOME_DUE, 5));
        reborn.handle(due(RefundDeadlines.QUERY, 6));

        assertThat(calls).hasSize(2).last().isEqualTo("query");
        assertThat(since()).containsExactly("RefundSubmitted", "RefundResultUnknown", "RefundSucceeded");
    }

    @Test
    void takes_no_news_for_no_news() {
        desk(node, () -> new Reply.Unclear("timeout")).handle(due(RefundDeadlines.SUBMIT, 4));

        desk(node, () -> new Reply.Unclear("timeout")).handle(due(RefundDeadlines.QUERY, 6));
        desk(node, Reply.Pending::new).handle(due(RefundDeadlines.QUERY, 6));
        assertThat(since()).containsExactly("RefundSubmitted", "RefundResultUnknown");

        desk(node, Reply.NotFound::new).handle(due(RefundDeadlines.QUERY, 6));
        assertThat(since()).endsWith("RefundNotFound", "RefundRetryPlanned");
    }

    @Test
    void takes_the_answer_of_its_own_call_that_puts_off() {
        desk(node, () -> new Reply.Final(ShopRefund.LATER)).handle(due(RefundDeadlines.SUBMIT, 4));

        assertThat(since()).containsExactly("RefundSubmitted", "RefundFailed", "RefundRetryPlanned");
    }

    @Test
    void calls_for_no_refund_that_was_cancelled() {
        node.give(new CancelRefund(REFUND, "NOT_WANTED"), BUSINESS, "cancel");

        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(() -> desk(node, Reply.Pending::new).handle(due(RefundDeadlines.SUBMIT, 4)));
        assertThat(calls).isEmpty();
        assertThat(since()).containsExactly("RefundCancelled");
    }

    @Test
    void knows_its_own_deadlines() {
        var desk = desk(node, Reply.Pending::new);

        assertThat(desk.handles(due(RefundDeadlines.QUERY, 1))).isTrue();
        assertThat(desk.handles(due("payout.query", 1))).isFalse();
        assertThatThrownBy(() -> desk.handle(due("refund.other", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void on_two_nodes_calls_once() throws Exception {
        try (var other = Node.on(database);
                var threads = Executors.newFixedThreadPool(2)) {
            var barrier = new CyclicBarrier(2);
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var each : List.of(node, other)) {
                tasks.add(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    desk(each, Reply.Pending::new).handle(due(RefundDeadlines.SUBMIT, 4));
                    return true;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(calls).hasSize(1);
        assertThat(since()).containsExactly("RefundSubmitted", "RefundPending");
    }

    @Test
    void has_a_payment_made_void_by_calls_of_their_own_and_asks_likewise() {
        try (var other = Node.on(CommandDatabase.create())) {
            other.give(ShopRefund.request(ReversalRulesTest.FACTS), POLICY, "request");
            other.give(new RecordSourceReserved(REFUND), POLICY, "reserved");

            desk(other, () -> new Reply.Unclear("timeout")).handle(due(RefundDeadlines.SUBMIT, 4));
            desk(other, () -> new Reply.Final(ShopRefund.DONE)).handle(due(RefundDeadlines.QUERY, 6));

            assertThat(calls).containsExactly("reverse T-1 " + ShopRefund.AMOUNT, "query reversal");
        }
    }

    private RefundDesk desk(Node at, Supplier<Reply> channel) {
        return new RefundDesk(at.operations(), new RefundLookup(at.histories()), new RefundChannel() {
            @Override
            public Reply submit(Order order) {
                calls.add(order.channel() + " " + order.original() + " " + order.amount() + " after "
                        + since().getLast());
                return channel.get();
            }

            @Override
            public Reply query(Order order) {
                calls.add("query");
                return channel.get();
            }

            @Override
            public Reply reverse(Order order) {
                calls.add("reverse " + order.original() + " " + order.amount());
                return channel.get();
            }

            @Override
            public Reply queryReversal(Order order) {
                calls.add("query reversal");
                return channel.get();
            }
        });
    }

    private static DueTask due(String name, long cause) {
        return new DueTask(REFUND.value(), name, cause, 1);
    }

    /** What happened after the refund got its money. */
    private List<String> since() {
        var events = node.log().ofAggregate(REFUND.value(), null, -1, 100).stream()
                .map(StoredEvent::name)
                .map(name -> name.substring("refunds.".length()))
                .toList();
        assertThat(events).startsWith(TO_FUNDED.toArray(String[]::new));
        return events.subList(TO_FUNDED.size(), events.size());
    }
}
