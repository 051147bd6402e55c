package io.coffer.command.kernel;

import static io.coffer.command.kernel.People.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ContractRef;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeEvent.PayeeBound;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.command.accounts.Sale;
import io.coffer.eventstore.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The policies' runner")
class PolicyRunnerTest {

    private static final EscrowAccountId SICK = EscrowAccountId.of(People.ACME, "C-SICK");
    private static final EscrowAccountId WELL = EscrowAccountId.of(People.ACME, "C-WELL");
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final CommandDatabase database = CommandDatabase.create();
    private final Node node = Node.on(database);
    private final AtomicReference<Instant> machineTime = new AtomicReference<>(Scenario.NOON);
    private final PolicyTables tables = node.tables(machineTime::get);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void parks_what_it_cannot_work_off_with_all_that_follows_and_goes_on_with_the_rest() {
        var sick = new AtomicBoolean(true);
        running(fragile(sick), () -> {
            node.give(opening(SICK), BUSINESS, "1");
            node.give(binding(SICK), BUSINESS, "2");
            node.give(opening(WELL), BUSINESS, "3");
            eventually(() -> names(WELL).contains("accounts.VirtualAccountAttached"));
            eventually(() -> tables.letters() == 2);

            assertThat(names(SICK)).containsExactly("accounts.EscrowAccountOpened", "accounts.PayeeBound");

            sick.set(false);
            eventually(() -> {
                machineTime.updateAndGet(then -> then.plusSeconds(60));
                return tables.letters() == 0;
            });
            assertThat(names(SICK))
                    .containsExactly(
                            "accounts.EscrowAccountOpened", "accounts.PayeeBound", "accounts.VirtualAccountAttached");
        });
    }

    @Test
    void parks_a_refusal_that_nobody_expected() {
        running(
                policy(event -> event instanceof PayeeBound e ? List.of(Reaction.of(cancel(e.account()))) : List.of()),
                () -> {
                    node.give(opening(SICK), BUSINESS, "1");
                    node.give(binding(SICK), BUSINESS, "2");

                    eventually(() -> tables.letters() == 1);
                });
    }

    /** Nobody waits for a policy: it holds no transaction and no lock while it thinks. */
    @Test
    void lets_commands_pass_on_the_aggregate_whose_batch_it_holds_open() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = policy(event -> {
            inside.countDown();
            await(goOn);
            return List.of();
        });
        try {
            running(slow, () -> {
                node.give(opening(WELL), BUSINESS, "1");
                await(inside);

                var answer = node.give(binding(WELL), BUSINESS, "2");

                assertThat(answer.events()).containsExactly("accounts.PayeeBound");
                assertThat(goOn.getCount()).isEqualTo(1);
                assertThat(tables.position()).isZero();
                goOn.countDown();
                eventually(() -> tables.position() == 2);
            });
        } finally {
            goOn.countDown();
        }
    }

    @Test
    void carries_out_what_a_policy_wants_once_on_two_nodes() {
        var policy = fragile(new AtomicBoolean(false));
        try (var other = Node.on(database)) {
            running(policy, () -> {
                var second = other.runner(other.tables(machineTime::get), policy);
                second.start();
                try {
                    node.give(opening(WELL), BUSINESS, "1");
                    other.give(binding(WELL), BUSINESS, "2");
                    eventually(() -> names(WELL).size() == 3);
                    eventually(() -> tables.position() == 3);
                } finally {
                    second.stop();
                }
            });
        }
        assertThat(names(WELL)).hasSize(3);
        assertThat(tables.letters()).isZero();
    }

    /** An opened account gets a number; what a bound payee causes is always refused, and that is fine. */
    private static Policy fragile(AtomicBoolean sick) {
        return policy(event -> {
            if (sick.get() && event instanceof EscrowEvent e && e.account().equals(SICK)) {
                throw new IllegalStateException("This policy has a fault");
            }
            return switch (event) {
                case EscrowAccountOpened e -> List.of(Reaction.of(new AttachVirtualAccount(e.account(), Sale.NUMBER)));
                case PayeeBound e -> List.of(Reaction.of(cancel(e.account())).orNothing());
                default -> List.of();
            };
        });
    }

    private static Policy policy(Function<DomainEvent, List<Reaction>> reactions) {
        return new Policy() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public List<Reaction> on(DomainEvent event) {
                return reactions.apply(event);
            }
        };
    }

    private void running(Policy policy, Runnable story) {
        var runner = node.runner(tables, policy);
        runner.start();
        try {
            story.run();
        } finally {
            runner.stop();
        }
    }

    private List<String> names(EscrowAccountId account) {
        return node.log().ofAggregate(account.value(), null, -1, 100).stream()
                .map(StoredEvent::name)
                .toList();
    }

    private static void eventually(BooleanSupplier holds) {
        var until = System.nanoTime() + BOUND.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CancelBeforeFunding cancel(EscrowAccountId account) {
        return new CancelBeforeFunding(account, "X");
    }

    private static BindPayee binding(EscrowAccountId account) {
        return new BindPayee(account, Sale.SELLER, List.of(Sale.DEED));
    }

    private static OpenEscrowAccount opening(EscrowAccountId account) {
        var sale = Sale.open();
        var contract = new ContractRef(account.contractNo(), sale.contract().businessLine(), "110105");
        return new OpenEscrowAccount(account, contract, sale.parties(), sale.terms(), sale.custodyAccount());
    }
}
