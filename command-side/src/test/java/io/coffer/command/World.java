package io.coffer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.StatementId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.accounts.PureEscrowAccount;
import io.coffer.command.approvals.PureApproval;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.Reaction;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.merchants.PureContract;
import io.coffer.command.merchants.PureFeeAccount;
import io.coffer.command.payments.PurePaymentOrder;
import io.coffer.command.payouts.PayoutPolicies;
import io.coffer.command.payouts.PurePayout;
import io.coffer.command.payouts.PureSwitch;
import io.coffer.command.promotions.PureCampaign;
import io.coffer.command.receipts.PureBankReceipt;
import io.coffer.command.receipts.PureFingerprint;
import io.coffer.command.receipts.PureNumber;
import io.coffer.command.receipts.PureReceiptKey;
import io.coffer.command.receipts.ReceiptPolicies;
import io.coffer.command.refunds.PureRefund;
import io.coffer.command.settlements.PureSettlement;
import io.coffer.command.splits.PureSplit;
import io.coffer.command.splits.PureSplitSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The whole command side in memory: pure rules, policies as functions, one log, no framework. */
final class World {

    private static final int READ_AT_ONCE = 8;

    private final Map<AggregateId, PureAggregate> aggregates = new LinkedHashMap<>();
    private final List<Booked> log = new ArrayList<>();
    private final Set<String> accepted = new HashSet<>();
    private final List<Policy> policies;
    private final Set<Class<?>> happened = new HashSet<>();
    private final Books books = new Books();
    private final Limits limits = new Limits(books);
    private final Transitions transitions = new Transitions();
    private final Strangers strangers = new Strangers();
    private final BankLines lines = new BankLines();
    private final Consumer<DomainEvent> witness;
    private final RefundLimits refunds = new RefundLimits(books);
    private final SplitLimits splits = new SplitLimits();
    private final CampaignLimits campaigns = new CampaignLimits();
    private final Optional<RandomGenerator> pace;
    /** What no policy has read yet. */
    private final NavigableSet<Integer> unread = new TreeSet<>();

    private Instant now = Scenario.NOON;

    World(Consumer<DomainEvent> witness) {
        this(witness, everybody());
    }

    /** As if nobody but these heard of anything. */
    World(Consumer<DomainEvent> witness, List<Policy> policies) {
        this(witness, policies, Optional.empty());
    }

    private World(Consumer<DomainEvent> witness, List<Policy> policies, Optional<RandomGenerator> pace) {
        this.witness = witness;
        this.policies = List.copyOf(policies);
        this.pace = pace;
    }

    /** Where policies are behind: they read what happened later, in order of each aggregate only, while others go on. */
    static World late(Consumer<DomainEvent> witness, RandomGenerator pace) {
        return new World(witness, everybody(), Optional.of(pace));
    }

    static List<Policy> everybody() {
        var all = new ArrayList<>(ReceiptPolicies.all());
        all.add(PayoutPolicies.policy());
        all.add(PureApproval.policy());
        all.add(PureContract.policy());
        all.add(PurePaymentOrder.policy());
        all.addAll(PureRefund.policies());
        all.add(PureSplit.policy());
        all.add(PureSettlement.policy());
        all.add(PureCampaign.policy());
        return all;
    }

    /** What somebody wishes; policies run until nothing is left to say, or as far as they get. */
    boolean give(Command command, Actor actor) {
        return ask(command, actor) instanceof Decision.Accepted<? extends DomainEvent>(var events) && !events.isEmpty();
    }

    /** As {@link #give}, for whoever wants to know what was answered. */
    Decision<? extends DomainEvent> ask(Command command, Actor actor) {
        var decision = decide(command, actor);
        pace.ifPresentOrElse(this::readSome, this::settle);
        return decision;
    }

    /** Policies run until nothing is left to say. */
    void settle() {
        while (!unread.isEmpty()) {
            pace.ifPresentOrElse(this::readOne, () -> read(unread.getFirst()));
        }
    }

    boolean isSettled() {
        return unread.isEmpty();
    }

    private void readSome(RandomGenerator random) {
        for (var left = random.nextInt(READ_AT_ONCE); left > 0 && !unread.isEmpty(); left--) {
            readOne(random);
        }
    }

    /** The next one of any aggregate. */
    private void readOne(RandomGenerator random) {
        var sources = new HashSet<AggregateId>();
        var next = unread.stream()
                .filter(position -> sources.add(log.get(position).event().source()))
                .toList();
        read(next.get(random.nextInt(next.size())));
    }

    private void read(int position) {
        unread.remove(position);
        react(position);
    }

    /** A policy that reads some old event again does nothing that it did not do then. */
    void readAgain(RandomGenerator random) {
        var position = random.nextInt(log.size());
        if (!unread.contains(position)) {
            react(position);
        }
    }

    /** As {@link #ask}, where the store takes one answer to the question: nothing, when it has one. */
    Optional<Decision<? extends DomainEvent>> answer(String question, Command command, Actor actor) {
        if (accepted.contains(question)) {
            return Optional.empty();
        }
        var decision = ask(command, actor);
        if (decision instanceof Decision.Accepted<? extends DomainEvent>(var events) && !events.isEmpty()) {
            accepted.add(question);
        }
        return Optional.of(decision);
    }

    private Decision<? extends DomainEvent> decide(Command command, Actor actor) {
        var aggregate = aggregate(command.target());
        var before = aggregate.state();
        var decision = aggregate.decide(command, new Given(actor, now));
        // States are values: whoever changes one puts another in its place.
        assertThat(aggregate.state()).as("a decision changes nothing").isSameAs(before);
        if (decision instanceof Decision.Accepted<? extends DomainEvent>(var events)) {
            events.forEach(this::book);
        }
        return decision;
    }

    private void book(DomainEvent event) {
        limits.witness(event, now);
        strangers.witness(event);
        lines.witness(event);
        refunds.witness(event);
        splits.witness(event);
        campaigns.witness(event);
        var aggregate = aggregate(event.source());
        var from = Transitions.stage(aggregate);
        aggregate.apply(event, now);
        transitions.assertLegal(from, Transitions.stage(aggregate), event);
        unread.add(log.size());
        log.add(new Booked(event, now));
        happened.add(event.getClass());
        books.book(event);
        witness.accept(event);
    }

    /** A policy may see an event twice: what was accepted under its operation key is not done again. */
    void react(int position) {
        for (var policy : policies) {
            var reactions = policy.on(log.get(position).event());
            for (var index = 0; index < reactions.size(); index++) {
                follow(policy, reactions.get(index), policy.name() + "/" + position + "/" + index);
            }
        }
    }

    private void follow(Policy policy, Reaction reaction, String path) {
        var key = reaction.question().orElse(path);
        if (accepted.contains(key)) {
            return;
        }
        switch (decide(reaction.command(), Actor.policy(policy.name()))) {
            case Decision.Accepted<? extends DomainEvent>(var events) -> {
                if (!events.isEmpty()) {
                    accepted.add(key);
                }
            }
            case Decision.Rejected<? extends DomainEvent>(Rejection reason) -> {
                var next = reaction.onRefused().apply(reason);
                assertThat(next)
                        .as("%s knows what to do after %s", reaction.command(), reason)
                        .isPresent();
                var then = next.orElseThrow();
                for (var index = 0; index < then.size(); index++) {
                    follow(policy, then.get(index), path + "." + index);
                }
            }
        }
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The kinds of events so far. */
    Set<Class<?>> happened() {
        return happened;
    }

    Strangers strangers() {
        return strangers;
    }

    SplitLimits splits() {
        return splits;
    }

    CampaignLimits campaigns() {
        return campaigns;
    }

    RefundLimits refunds() {
        return refunds;
    }

    int length() {
        return log.size();
    }

    Books books() {
        return books;
    }

    PureAggregate aggregate(AggregateId id) {
        return aggregates.computeIfAbsent(id, World::fresh);
    }

    <A extends PureAggregate> Optional<A> find(AggregateId id, Class<A> type) {
        return Optional.ofNullable(aggregates.get(id)).map(type::cast);
    }

    <I extends AggregateId> List<I> ids(Class<I> type) {
        return aggregates.keySet().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Every aggregate is what its history adds up to, and a second reading of the log by all policies changes nothing. */
    void assertConsistent() {
        var length = log.size();
        readAll();
        assertThat(log.subList(length, log.size())).as("what a repeat changes").isEmpty();
        assertFolds();
    }

    /** All policies read all of it once more. */
    void readAll() {
        var length = log.size();
        for (var position = 0; position < length; position++) {
            react(position);
        }
    }

    void assertFolds() {
        var again = new HashMap<AggregateId, PureAggregate>();
        log.forEach(booked ->
                again.computeIfAbsent(booked.event().source(), World::fresh).apply(booked.event(), booked.at()));
        aggregates.forEach(
                (id, live) -> assertThat(again.getOrDefault(id, fresh(id)).state())
                        .as("fold of %s", id)
                        .isEqualTo(live.state()));
    }

    private static PureAggregate fresh(AggregateId id) {
        return switch (id) {
            case EscrowAccountId _ -> new PureEscrowAccount();
            case BankReceiptId _ -> new PureBankReceipt();
            case VirtualAccountId _ -> new PureNumber();
            case PayoutId _ -> new PurePayout();
            case PayoutSwitchId _ -> new PureSwitch();
            case MerchantFeeAccountId _ -> new PureFeeAccount();
            case ApprovalRequestId _ -> new PureApproval();
            case FingerprintId _ -> new PureFingerprint();
            case ReceiptKeyId _ -> new PureReceiptKey();
            case MerchantContractId _ -> new PureContract();
            case PaymentOrderId _ -> new PurePaymentOrder();
            case RefundId _ -> new PureRefund();
            case SplitId _ -> new PureSplit();
            case SplitSwitchId _ -> new PureSplitSwitch();
            case CampaignId _ -> new PureCampaign();
            case ChannelSettlementId _ -> new PureSettlement();
            case StatementId _ -> throw new IllegalArgumentException("Statements are not in this world");
            case LedgerWatchId _ -> throw new IllegalArgumentException("The ledger takes no commands");
        };
    }

    private record Booked(DomainEvent event, Instant at) {}
}
