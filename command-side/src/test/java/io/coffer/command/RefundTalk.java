package io.coffer.command;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundCommand.MarkRefundUnknown;
import io.coffer.api.refunds.RefundCommand.RecordPending;
import io.coffer.api.refunds.RefundCommand.RecordRefundNotFound;
import io.coffer.api.refunds.RefundCommand.SubmitRefund;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundSubmitted;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.command.RandomBank.Heard;
import io.coffer.command.kernel.People;
import io.coffer.command.refunds.PureRefund;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What happens between us and a channel about one refund: calls, questions, words that come late; crashes in between. */
final class RefundTalk {

    private final World world;
    private final RandomChannel channel;
    private final RandomGenerator random;
    private final boolean isHonest;
    private final Set<RefundId> byChannel = new HashSet<>();
    private final Map<RefundId, Integer> attempts = new HashMap<>();
    private final List<ConfirmRefund> underway = new ArrayList<>();

    /** @param isHonest whether the channel says the same as it does */
    RefundTalk(World world, RandomChannel channel, RandomGenerator random, boolean isHonest) {
        this.world = world;
        this.channel = channel;
        this.random = random;
        this.isHonest = isHonest;
    }

    void witness(DomainEvent event) {
        switch (event) {
            case RefundFunded e when e.route() instanceof RefundRoute.ByChannel -> byChannel.add(e.refund());
            case RefundSubmitted e -> attempts.put(e.refund(), e.attempt());
            default -> {
                // Not between us and a channel.
            }
        }
    }

    void step(RefundId refund) {
        if (!byChannel.contains(refund)) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> channel.work(refund);
            case 1, 2 -> callback(refund);
            case 3 -> late();
            case 4 -> bounce(refund);
            default -> desk(refund);
        }
    }

    private void desk(RefundId refund) {
        switch (world.find(refund, PureRefund.class).map(PureRefund::stage).orElse("UNREQUESTED")) {
            case "FUNDED", "NOT_FOUND", "FAILED_RETRYABLE" -> submit(refund);
            case "SUBMITTING" ->
                world.give(new MarkRefundUnknown(refund, "the call's outcome is missing"), People.POLICY);
            case "PENDING", "UNKNOWN" -> hear(refund, channel.query(refund), Optional.empty());
            // What it refused then, one that is not honest may say that it did after all.
            case "CANCELLED" -> {
                if (!isHonest) {
                    callback(refund);
                }
            }
            default -> {
                // There is nothing to talk about.
            }
        }
    }

    private void submit(RefundId refund) {
        var claimed = world.give(new SubmitRefund(refund), People.POLICY);
        // One in eight dies between the claim and the call; the answers of some arrive when they like.
        if (claimed && random.nextInt(8) != 0) {
            var attempt = Optional.ofNullable(attempts.get(refund));
            var heard = channel.call(refund);
            if (random.nextInt(4) != 0) {
                hear(refund, heard, attempt);
            } else if (heard == Heard.OUTCOME) {
                channel.outcome(refund).ifPresent(word -> underway.add(new ConfirmRefund(refund, word, attempt)));
            }
        }
    }

    private void hear(RefundId refund, Heard heard, Optional<Integer> attempt) {
        switch (heard) {
            case NOTHING -> world.give(new MarkRefundUnknown(refund, "timeout"), People.POLICY);
            case UNKNOWN_NUMBER -> world.give(new RecordRefundNotFound(refund), People.POLICY);
            case AT_IT -> world.give(new RecordPending(refund), People.POLICY);
            case OUTCOME ->
                channel.outcome(refund)
                        .ifPresent(word -> world.give(new ConfirmRefund(refund, word, attempt), People.POLICY));
        }
    }

    /** Twice, as channels do. One that is not honest says anything. */
    private void callback(RefundId refund) {
        var word = isHonest ? channel.outcome(refund) : Optional.of(channel.any(refund));
        word.map(outcome -> new ConfirmRefund(refund, outcome, Optional.empty()))
                .ifPresent(told -> {
                    world.give(told, People.BANK);
                    world.give(told, People.BANK);
                });
    }

    private void late() {
        if (!underway.isEmpty()) {
            world.give(underway.remove(random.nextInt(underway.size())), People.POLICY);
        }
    }

    private void bounce(RefundId refund) {
        if (random.nextInt(4) == 0) {
            channel.takeBack(refund);
        }
        if (channel.hasTakenBack(refund) || !isHonest) {
            var number = isHonest || random.nextBoolean() ? RandomChannel.numberOf(refund) : "WR-OTHER";
            world.give(new BounceRefund(refund, number, channel.funds()), People.BANK);
        }
    }
}
