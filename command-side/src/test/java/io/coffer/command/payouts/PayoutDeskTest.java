package io.coffer.command.payouts;

import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.payouts.Instructed.PAYOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutRejection.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.Node;
import io.coffer.command.payouts.PayoutChannel.Order;
import io.coffer.command.payouts.PayoutChannel.Reply;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The desk that talks to the bank")
class PayoutDeskTest {

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void create() {
        node.give(
                new CreatePayout(PAYOUT, Instructed.FROM, Instructed.AMOUNT, Instructed.PAYEE, Sale.CUSTODY),
                POLICY,
                "create");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void claims_before_it_calls_and_records_what_it_hears() {
        var desk = desk(node, () -> new Reply.Final(Instructed.PAID));

        desk.handle(due(PayoutDeadlines.SUBMIT, 1));

        assertThat(calls).containsExactly("pay after [PayoutCreated, PayoutSubmitting]");
        assertThat(events()).containsExactly("PayoutCreated", "PayoutSubmitting", "PayoutSucceeded");
    }

    @Test
    void does_not_call_again_for_a_deadline_that_comes_twice() {
        var desk = desk(node, Reply.Pending::new);

        desk.handle(due(PayoutDeadlines.SUBMIT, 1));
        desk.handle(due(PayoutDeadlines.SUBMIT, 1));

        assertThat(calls).hasSize(1);
        assertThat(events()).containsExactly("PayoutCreated", "PayoutSubmitting", "PayoutSubmitted");
    }

    @Test
    void that_died_between_claim_and_answer_asks_and_never_calls_again() {
        var dying = desk(node, () -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> dying.handle(due(PayoutDeadlines.SUBMIT, 1))).hasMessage("killed");

        var reborn = desk(node, () -> new Reply.Final(Instructed.PAID));
        reborn.handle(due(PayoutDeadlines.SUBMIT, 1));
        assertThat(calls).hasSize(1);
        reborn.handle(due(PayoutDeadlines.OUTCOME_DUE, 2));
        reborn.handle(due(PayoutDeadlines.QUERY, 3));

        assertThat(calls).hasSize(2).last().isEqualTo("query");
        assertThat(events())
                .containsExactly("PayoutCreated", "PayoutSubmitting", "PayoutResultUnknown", "PayoutSucceeded");
    }

    @Test
    void takes_no_news_for_no_news() {
        desk(node, () -> new Reply.Unclear("timeout")).handle(due(PayoutDeadlines.SUBMIT, 1));

        desk(node, () -> new Reply.Unclear("timeout")).handle(due(PayoutDeadlines.QUERY, 3));
        desk(node, Reply.Pending::new).handle(due(PayoutDeadlines.QUERY, 3));
        assertThat(events()).containsExactly("PayoutCreated", "PayoutSubmitting", "PayoutResultUnknown");

        desk(node, Reply.NotFound::new).handle(due(PayoutDeadlines.QUERY, 3));
        assertThat(events()).last().isEqualTo("PayoutNotFound");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    void submits_nothing_while_its_switch_is_off(boolean all) {
        var id = all ? PayoutSwitchId.all() : PayoutSwitchId.of(Sale.CUSTODY);
        node.give(new StopPayouts(id, "DRILL"), OPERATOR, "stop");

        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(() -> desk(node, Reply.Pending::new).handle(due(PayoutDeadlines.SUBMIT, 1)))
                .extracting(RejectionException::rejection)
                .isEqualTo(new PayoutsStopped(PAYOUT.value()));
        assertThat(calls).isEmpty();
        assertThat(events()).containsExactly("PayoutCreated");
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
                    desk(each, Reply.Pending::new).handle(due(PayoutDeadlines.SUBMIT, 1));
                    return true;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(calls).hasSize(1);
        assertThat(events()).containsExactly("PayoutCreated", "PayoutSubmitting", "PayoutSubmitted");
    }

    private PayoutDesk desk(Node at, Supplier<Reply> bank) {
        return new PayoutDesk(at.operations(), new PayoutLookup(at.histories()), new PayoutChannel() {
            @Override
            public Reply pay(Order order) {
                calls.add("pay after " + events());
                return bank.get();
            }

            @Override
            public Reply query(PayoutId payout) {
                calls.add("query");
                return bank.get();
            }
        });
    }

    private static DueTask due(String name, long cause) {
        return new DueTask(PAYOUT.value(), name, cause, 1);
    }

    private List<String> events() {
        return node.log().ofAggregate(PAYOUT.value(), null, -1, 100).stream()
                .map(StoredEvent::name)
                .map(name -> name.substring("payouts.".length()))
                .toList();
    }
}
