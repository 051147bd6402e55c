package io.coffer.command;

import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.command.refunds.PureRefund;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People who settle by a channel's papers what it leaves open, or says twice. Papers of an honest channel tell the truth. */
final class PaperSteps {

    private static final Set<String> OPEN = Set.of("PENDING", "UNKNOWN", "NOT_FOUND");
    private static final List<Evidence> PAPERS = List.of(new Evidence("D-2", "CHANNEL_LETTER", "2".repeat(64)));

    private final World world;
    private final RandomChannel channel;
    private final RandomGenerator random;
    private final boolean isHonest;

    PaperSteps(World world, RandomChannel channel, RandomGenerator random, boolean isHonest) {
        this.world = world;
        this.channel = channel;
        this.random = random;
        this.isHonest = isHonest;
    }

    /** What they would say of it now, if anything. */
    Optional<RequestRefundResolution> about(RefundId id) {
        return world.find(id, PureRefund.class)
                .flatMap(refund -> OPEN.contains(refund.stage()) ? end(id) : verdict(refund))
                .map(finding -> new RequestRefundResolution(id, finding, PAPERS, "LETTER_CAME"));
    }

    /** Some wait until they may. */
    void wait(RefundId id) {
        if (random.nextBoolean()
                && world.find(id, PureRefund.class)
                        .filter(refund -> OPEN.contains(refund.stage()))
                        .isPresent()) {
            world.pass(Duration.ofHours(24));
        }
    }

    /** The second person is mostly at hand. */
    Optional<Approve> second(RefundId id) {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : world.find(id, PureRefund.class)
                        .map(PureRefund::resolutions)
                        .filter(last -> last > 0)
                        .map(last -> new Approve(ApprovalRequestId.ofRefundResolution(id, last)));
    }

    /** What an honest channel is still at nobody can have papers of. */
    private Optional<RefundFinding> end(RefundId id) {
        if (!isHonest) {
            return Optional.of(
                    random.nextBoolean()
                            ? new RefundFinding.WasNotPaid("NEVER_ARRIVED")
                            : new RefundFinding.WasPaid(RandomChannel.numberOf(id), anyFunds()));
        }
        return switch (channel.query(id)) {
            case UNKNOWN_NUMBER -> Optional.of(new RefundFinding.WasNotPaid("NEVER_ARRIVED"));
            case OUTCOME -> channel.outcome(id).map(PaperSteps::told);
            case NOTHING, AT_IT -> Optional.empty();
        };
    }

    private static RefundFinding told(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Done done -> new RefundFinding.WasPaid(done.channelRefundNo(), done.funds());
            case RefundOutcome.Refused refused -> new RefundFinding.WasNotPaid(refused.code());
        };
    }

    private RefundFunds anyFunds() {
        return random.nextInt(9) == 0 ? new RefundFunds.Netted("ALIPAY", RandomChannel.DAY) : channel.funds();
    }

    private Optional<RefundFinding> verdict(PureRefund refund) {
        return refund.openClaims().entrySet().stream()
                .findFirst()
                .map(claim -> new RefundFinding.OnContradiction(claim.getKey(), verdict(claim.getValue())));
    }

    private ClaimVerdict verdict(RefundOutcome claim) {
        var isTrue = isHonest ? claim instanceof RefundOutcome.Done : random.nextInt(3) > 0;
        return isTrue ? ClaimVerdict.TRUE : ClaimVerdict.NOT_TRUE;
    }
}
