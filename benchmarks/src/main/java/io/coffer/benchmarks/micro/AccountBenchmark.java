package io.coffer.benchmarks.micro;

import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.Payee;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReleaseCondition;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.command.kernel.Given;
import io.coffer.query.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Deciding a command of an account in the middle of its life, and folding a whole life. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AccountBenchmark {

    private static final int EVENTS = 12;
    private static final Sale SALE = Sale.of("acme", "C-1");
    private static final List<Evidence> PROOF = List.of(new Evidence("D-1", "TITLE_CERTIFICATE", "0f".repeat(32)));
    private static final Given BUSINESS = new Given(
            Actor.tenant(new TenantId("acme"), "acme-system", Set.of(Role.BUSINESS)),
            Instant.parse("2026-11-22T04:00:00Z"));
    private static final Given POLICY = new Given(Actor.policy("receipt-to-account"), BUSINESS.at());

    @Param({"OpenEscrowAccount", "CreditReceipt", "ConfirmReleaseCondition", "BindPayee", "RequestRelease"})
    @SuppressWarnings("NullAway.Init") // Filled in by JMH.
    public String command;

    private final List<EscrowEvent> life = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // By the method below.
    private Object before;

    @SuppressWarnings("NullAway.Init") // By the method below.
    private EscrowCommand decided;

    @Setup
    public void prepare() throws Throwable {
        for (var step : List.of(
                SALE.opened(),
                SALE.paidIn(),
                SALE.releasable(),
                SALE.released("R-1", Sale.PRICE),
                SALE.paid("R-1", Sale.PRICE),
                SALE.closed())) {
            step.stream()
                    .filter(EscrowEvent.class::isInstance)
                    .map(EscrowEvent.class::cast)
                    .forEach(life::add);
        }
        if (life.size() != EVENTS) {
            throw new IllegalStateException("A life has " + life.size() + " events");
        }
        decided = decided();
        before = state(
                switch (command) {
                    case "OpenEscrowAccount" -> 0;
                    case "RequestRelease" -> 7;
                    default -> 2;
                });
    }

    private EscrowCommand decided() {
        var account = SALE.account();
        var opened = (EscrowAccountOpened) life.getFirst();
        return switch (command) {
            case "OpenEscrowAccount" ->
                new OpenEscrowAccount(
                        account, opened.contract(), opened.parties(), opened.terms(), opened.custodyAccount());
            case "CreditReceipt" ->
                CreditReceipt.unseen(account, SALE.receipt("1"), Sale.PRICE, opened.custodyAccount(), Optional.empty());
            case "ConfirmReleaseCondition" ->
                new ConfirmReleaseCondition(account, ReleaseCondition.TRANSFER_REGISTERED, PROOF);
            case "BindPayee" -> new BindPayee(account, new Payee("P-seller", Sale.SELLERS_ACCOUNT), PROOF);
            case "RequestRelease" -> new RequestRelease(account, "R-1", "P-seller", Sale.PRICE);
            default -> throw new IllegalStateException(command);
        };
    }

    private Object state(int events) throws Throwable {
        var state = Rules.initial();
        for (var event : life.subList(0, events)) {
            state = Rules.after(state, event);
        }
        return state;
    }

    @Benchmark
    public Object decide() throws Throwable {
        return Rules.decide(before, decided, decided instanceof CreditReceipt ? POLICY : BUSINESS);
    }

    /** One event of the fold of a whole life. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Object fold() throws Throwable {
        return state(life.size());
    }
}
