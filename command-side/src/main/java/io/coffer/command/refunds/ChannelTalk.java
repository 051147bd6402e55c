package io.coffer.command.refunds;

import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What was sent to a channel under a refund's number, and what it said.
 *
 * @param lastSubmittedAt when the channel was last about to be called
 * @param outcome its latest word that was taken, or what its papers said, without the fee
 * @param feeBack whether a part of its fee came back
 * @param bounced whether it took its success back
 * @param claims what it said besides, each told to people once
 * @param tries how often it put the refund off
 * @param papers what people say that it did
 */
record ChannelTalk(
        int attempts,
        Instant lastSubmittedAt,
        Optional<RefundOutcome> outcome,
        boolean feeBack,
        boolean bounced,
        List<Claim> claims,
        Tries tries,
        Papers papers) {

    ChannelTalk {
        claims = List.copyOf(claims);
    }

    static ChannelTalk none() {
        return new ChannelTalk(
                0, Instant.EPOCH, Optional.empty(), false, false, List.of(), Tries.none(), Papers.none());
    }

    /** The contradiction by which it says, against its earlier word, that the payer has the money; as long as nobody decided. */
    OptionalInt claimedSuccess() {
        return IntStream.rangeClosed(1, claims.size())
                .filter(no -> claims.get(no - 1).isOpen() && claims.get(no - 1).isOfSuccess())
                .findFirst();
    }

    /** Whether by any contradiction the payer has the money, or may have it. */
    boolean maySucceed() {
        return claims.stream().anyMatch(Claim::maySucceed);
    }

    /** The contradiction of this number, counted from 1, if people must decide on it. */
    Optional<Claim> openClaim(int contradictionNo) {
        return contradictionNo < 1 || contradictionNo > claims.size()
                ? Optional.empty()
                : Optional.of(claims.get(contradictionNo - 1)).filter(Claim::isOpen);
    }

    ChannelTalk submitted(int attempt, Instant at) {
        return new ChannelTalk(attempt, at, outcome, feeBack, bounced, claims, tries.submitted(at), papers);
    }

    ChannelTalk said(RefundOutcome word) {
        return new ChannelTalk(
                attempts, lastSubmittedAt, Optional.of(word), feeBack, bounced, claims, tries, papers.known());
    }

    ChannelTalk withFeeBack() {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, true, bounced, claims, tries, papers);
    }

    ChannelTalk tookBack(boolean isBack) {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, isBack, claims, tries, papers);
    }

    ChannelTalk contradicted(RefundOutcome told) {
        var more = new ArrayList<>(claims);
        more.add(Claim.of(told));
        return with(more);
    }

    ChannelTalk decided(int contradictionNo, ClaimVerdict verdict) {
        var next = new ArrayList<>(claims);
        next.set(contradictionNo - 1, next.get(contradictionNo - 1).found(verdict));
        return with(next);
    }

    private ChannelTalk with(List<Claim> next) {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, bounced, next, tries, papers);
    }

    ChannelTalk with(Tries next) {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, bounced, claims, next, papers);
    }

    ChannelTalk with(Papers next) {
        return new ChannelTalk(attempts, lastSubmittedAt, outcome, feeBack, bounced, claims, tries, next);
    }
}
