package io.coffer.command.refunds;

import io.coffer.api.refunds.RefundOutcome;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was sent to a channel under a refund's number, and what it said.
 *
 * @param lastSubmittedAt when the channel was last about to be called
 * @param outcome its latest word that was taken, without the fee
 * @param feeBack whether a part of its fee came back
 * @param bounced whether it took its success back
 * @param contradictions what it said besides, each told to people once
 * @param tries how often it put the refund off
 */
record ChannelTalk(
        int attempts,
        Instant lastSubmittedAt,
        Optional<RefundOutcome> outcome,
        boolean feeBack,
        boolean bounced,
        Set<RefundOutcome> contradictions,
        Tries tries) {

    ChannelTalk {
        contradictions = Set.copyOf(contradictions);
    }

    static ChannelTalk none() {
        return new ChannelTalk(0, Instant.EPOCH, Optional.empty(), false, false, Set.of(), Tries.none());
    }

    /** Whether it said, against its earlier word, that the payer has the money. */
    boolean claimsSuccess() {
        return contradictions.stream().anyMatch(RefundOutcome.Done.class::isInstance);
    }

    ChannelTalk submitted(int attempt, Instant at) {
        return new ChannelTalk(attempt, at, outcome, feeBack, bounced, contradictions, tries.submitted(at));
    }

    ChannelTalk said(RefundOutcome word) {
        return new ChannelTalk(attempts, lastSubmittedAt, Optional.of(word), feeBack, bounced, contradictions, tries);
    }

    ChannelTalk withFeeBack() {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, true, bounced, contradictions, tries);
    }

    ChannelTalk tookBack() {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, true, contradictions, tries);
    }

    ChannelTalk contradicted(RefundOutcome claim) {
        var more = new HashSet<>(contradictions);
        more.add(claim);
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, bounced, more, tries);
    }

    ChannelTalk with(Tries next) {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, bounced, contradictions, next);
    }
}
