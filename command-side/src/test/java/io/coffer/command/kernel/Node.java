package io.coffer.command.kernel;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.ledger.PostingRules;
import io.coffer.api.ledger.Postings;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.approvals.PureApproval;
import io.coffer.command.kernel.AggregateCache.Held;
import io.coffer.command.merchants.PureContract;
import io.coffer.command.merchants.PureFeeAccount;
import io.coffer.command.payments.PurePaymentOrder;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.payouts.PureSwitch;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.receipts.PureFingerprint;
import io.coffer.command.receipts.PureNumber;
import io.coffer.command.receipts.PureReceiptKey;
import io.coffer.command.receipts.PureStatement;
import io.coffer.command.refunds.PureRefund;
import io.coffer.command.settlements.PureSettlement;
import io.coffer.command.splits.PureSplit;
import io.coffer.command.splits.PureSplitSwitch;
import io.coffer.eventstore.EventLog;
import io.coffer.eventstore.NewEvents;
import io.coffer.eventstore.OperationKeys;
import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.database.Leadership;
import io.coffer.platform.events.EventCatalog;
import io.coffer.platform.events.EventJson;
import io.coffer.platform.events.EventReader;
import io.coffer.platform.events.TokenJson;
import io.coffer.platform.time.CofferClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One process's kernel, wired by hand; two of them on one database are two nodes. */
public final class Node implements AutoCloseable {

    private final CommandDatabase database;
    private final Configuration axon;
    private final EventLog log;
    private final EventReader reader;
    private final NewEvents news;
    private final EventStorageEngine engine;
    private final AggregateCache cache = new AggregateCache(1_000);
    private final Operations operations;

    private Node(CommandDatabase database, DataSource store, PostingRules rules, InstantSource clock) {
        this.database = database;
        var json = new EventJson(EventCatalog.ofAllEvents());
        this.log = new EventLog(store);
        this.reader = new EventReader(json);
        var configuration = new AxonConfiguration();
        this.engine = configuration.eventStorageEngine(StoreEngine.COFFER, store, json, CofferClock.real());
        this.axon = configuration.axon(
                engine,
                json,
                new TokenJson(),
                new AggregateSource(log, reader, cache),
                rules,
                List.of(
                        PureEscrowAccount.shell(),
                        PureBankReceipt.shell(),
                        PureFingerprint.shell(),
                        PureReceiptKey.shell(),
                        PureStatement.shell(),
                        PureNumber.shell(),
                        PurePayout.shell(),
                        PureSwitch.shell(),
                        PureFeeAccount.shell(),
                        PureContract.shell(),
                        PurePaymentOrder.shell(),
                        PureRefund.shell(),
                        PureSplit.shell(),
                        PureSplitSwitch.shell(),
                        PureSettlement.shell(),
                        PureApproval.shell()),
                List.of(PurePayout.times(), PureRefund.times(), PureSplit.times(), PureSplit.lookup()));
        axon.start();
        this.news = new NewEvents(database.runtime("store"));
        this.operations = new Operations(
                axon.commandBus(), new EarlierAnswers(new OperationKeys(store), log), json.catalog(), clock, news);
    }

    public static Node on(CommandDatabase database) {
        return on(database, database.runtime("store"));
    }

    static Node on(CommandDatabase database, DataSource store) {
        return new Node(database, store, Postings.version(Postings.CURRENT), CofferClock.real());
    }

    static Node on(CommandDatabase database, PostingRules rules) {
        return new Node(database, database.runtime("store"), rules, CofferClock.real());
    }

    static Node on(CommandDatabase database, InstantSource clock) {
        return new Node(database, database.runtime("store"), Postings.version(Postings.CURRENT), clock);
    }

    public Operations operations() {
        return operations;
    }

    public Answer give(Command command, Actor actor, String key) {
        return operations.carryOut(command, operation(actor, key, "digest"));
    }

    EventStorageEngine engine() {
        return engine;
    }

    NewEvents news() {
        return news;
    }

    AggregateCache cache() {
        return cache;
    }

    /** The aggregate as this node remembers it. */
    @Nullable
    Object cached(AggregateId id) {
        return cache.asCache().getIfPresent(id.value()) instanceof Held<?> held ? held.root() : null;
    }

    public EventLog log() {
        return log;
    }

    public Histories histories() {
        return new Histories(log, reader);
    }

    PolicyTables tables(InstantSource realTime, DeadlineRule... deadlines) {
        return tables(realTime, List.of(), deadlines);
    }

    PolicyTables tables(InstantSource realTime, List<Lookup> lookups, DeadlineRule... deadlines) {
        var command = database.runtime("command");
        return new PolicyTables(
                JdbcClient.create(command),
                new TransactionTemplate(new DataSourceTransactionManager(command)),
                List.of(deadlines),
                lookups,
                realTime);
    }

    PolicyRunner runner(PolicyTables tables, Policy... policies) {
        return new PolicyRunner(
                log,
                reader,
                new PolicyDispatch(List.of(policies), operations, tables, log, reader),
                tables,
                new Leadership(database.runtime("command"), "coffer.policies"),
                news,
                true);
    }

    static Operation operation(Actor actor, String key, String digest) {
        return new Operation(
                new OperationId("test", key), digest, actor, "correlation", Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        axon.shutdown();
        news.close();
    }
}
