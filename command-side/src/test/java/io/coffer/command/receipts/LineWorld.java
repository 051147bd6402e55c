package io.coffer.command.receipts;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.AggregateId;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.PureAggregate;
import io.coffer.command.kernel.Scenario;
import io.coffer.platform.web.RejectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Receipts under all identities, in memory: the intake as it is, over pure rules, with whatever happens between two steps. */
final class LineWorld implements Identities {

    private final Map<AggregateId, PureAggregate> aggregates = new HashMap<>();
    private final List<DomainEvent> log = new ArrayList<>();
    private final ArrayDeque<DomainEvent> news = new ArrayDeque<>();
    private final TwinPolicy policy = new TwinPolicy();
    private final Intake intake = new Intake(this);
    private Runnable betweenSteps = () -> {};

    void between(Runnable whatever) {
        betweenSteps = whatever;
    }

    Answer notice(RecordReceipt notice) {
        return intake.notice(notice, new WorldSteps());
    }

    Answer line(RecordReceipt line) {
        return intake.line(line, new WorldSteps());
    }

    /** What the policies do when they come to it. */
    void catchUp() {
        while (!news.isEmpty()) {
            policy.on(news.removeFirst()).forEach(reaction -> decide(reaction.command(), Actor.policy("twins")));
        }
    }

    /** How much was booked, under whatever identities. */
    Money booked() {
        return log.stream()
                .flatMap(event -> event instanceof BankReceiptRecorded e
                        ? java.util.stream.Stream.of(e.amount())
                        : java.util.stream.Stream.empty())
                .reduce(Money.ZERO, Money::plus);
    }

    List<DomainEvent> log() {
        return log;
    }

    @Override
    public ReceiptState receipt(BankReceiptId id) {
        return aggregate(id) instanceof PureBankReceipt receipt ? receipt.state() : ReceiptState.initial();
    }

    @Override
    public FingerprintState fingerprint(FingerprintId id) {
        return aggregate(id) instanceof PureFingerprint fingerprint ? fingerprint.state() : FingerprintState.initial();
    }

    @Override
    public Optional<BankReceiptId> claimantOf(ReceiptKeyId key) {
        return aggregate(key) instanceof PureReceiptKey claim ? claim.state() : Optional.empty();
    }

    private Answer decide(Command command, Actor actor) {
        var aggregate = aggregate(command.target());
        return switch (aggregate.decide(command, new Given(actor, Scenario.NOON))) {
            case Decision.Rejected<? extends DomainEvent>(var reason) -> throw new RejectionException(reason);
            case Decision.Accepted<? extends DomainEvent>(var events) -> {
                events.forEach(event -> {
                    aggregate.apply(event, Scenario.NOON);
                    log.add(event);
                    news.add(event);
                });
                yield new Answer(
                        command.target().value(),
                        Optional.empty(),
                        Optional.empty(),
                        events.stream().map(LineWorld::name).toList(),
                        false);
            }
        };
    }

    private static String name(DomainEvent event) {
        return Objects.requireNonNull(event.getClass().getAnnotation(StoredAs.class))
                .value();
    }

    private PureAggregate aggregate(AggregateId id) {
        return aggregates.computeIfAbsent(id, _ -> switch (id) {
            case BankReceiptId _ -> new PureBankReceipt();
            case FingerprintId _ -> new PureFingerprint();
            case ReceiptKeyId _ -> new PureReceiptKey();
            default -> throw new IllegalArgumentException("Not among lines: " + id);
        });
    }

    /** Before every step, whatever else goes on goes on. */
    private final class WorldSteps implements Steps {

        @Override
        public Answer take(Command command) {
            betweenSteps.run();
            return decide(command, People.BANK);
        }

        @Override
        public Answer finish(Command command) {
            return take(command);
        }
    }
}
