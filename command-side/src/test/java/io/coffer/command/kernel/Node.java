package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.ledger.PostingRules;
import io.coffer.api.ledger.Postings;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.approvals.PureApproval;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.payouts.PureSwitch;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.receipts.PureNumber;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.OperationKeys;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.events.EventReader;
import io.coffer.platform.events.TokenJson;
import io.coffer.platform.time.CofferClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One process's kernel, wired by hand; two of them on one database are two nodes. */
public final class Node implements AutoCloseable {

    private final CommandDatabase database;
    private final Configuration axon;
    private final EventLog log;
    private final EventReader reader;
    private final WakeUp wakeUp = new WakeUp();
    private final Operations operations;

    private Node(CommandDatabase database, PostingRules rules, InstantSource clock) {
        this.database = database;
        var store = database.runtime("store");
        var json = new EventJson(EventCatalog.ofAllEvents());
        var configuration = new AxonConfiguration();
        this.axon = configuration.axon(
                configuration.eventStorageEngine(store, json, CofferClock.real()),
                json,
                new TokenJson(),
                rules,
                List.of(
                        PureEscrowAccount.shell(),
                        PureBankReceipt.shell(),
                        PureNumber.shell(),
                        PurePayout.shell(),
                        PureSwitch.shell(),
                        PureApproval.shell()),
                List.of(PurePayout.times()));
        axon.start();
        this.log = new EventLog(store);
        this.reader = new EventReader(json);
        this.operations = new Operations(axon.commandBus(), new OperationKeys(store), log, clock, wakeUp);
    }

    public static Node on(CommandDatabase database) {
        return new Node(database, Postings.version(Postings.CURRENT), CofferClock.real());
    }

    static Node on(CommandDatabase database, PostingRules rules) {
        return new Node(database, rules, CofferClock.real());
    }

    static Node on(CommandDatabase database, InstantSource clock) {
        return new Node(database, Postings.version(Postings.CURRENT), clock);
    }

    public Operations operations() {
        return operations;
    }

    public Answer give(Command command, Actor actor, String key) {
        return operations.carryOut(command, operation(actor, key, "digest"));
    }

    public EventLog log() {
        return log;
    }

    public Histories histories() {
        return new Histories(log, reader);
    }

    PolicyTables tables(InstantSource realTime, DeadlineRule... deadlines) {
        var command = database.runtime("command");
        return new PolicyTables(
                JdbcClient.create(command),
                new TransactionTemplate(new DataSourceTransactionManager(command)),
                List.of(deadlines),
                realTime);
    }

    PolicyRunner runner(PolicyTables tables, Policy... policies) {
        return new PolicyRunner(
                log,
                reader,
                new PolicyDispatch(List.of(policies), operations, tables, log, reader),
                tables,
                new Leadership(database.runtime("command"), "coffer.policies"),
                wakeUp);
    }

    static Operation operation(Actor actor, String key, String digest) {
        return new Operation(
                new OperationId("test", key), digest, actor, "correlation", Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
