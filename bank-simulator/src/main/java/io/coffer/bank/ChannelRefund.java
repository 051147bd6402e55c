package io.coffer.bank;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that the journal says about one refund number. */
final class ChannelRefund extends Order {

    static final String SUCCEEDED = "SUCCEEDED";
    static final String REFUSED = "REFUSED";
    static final String BOUNCED = "BOUNCED";

    private final Map<String, Integer> toldBefore = new HashMap<>();
    private RefundEntry.@Nullable Instruction instruction;
    private RefundEntry.@Nullable Credit credit;
    private RefundEntry.@Nullable Bounce bounce;
    private int credits;
    private Fen credited = Fen.ZERO;
    private int bounces;
    private boolean bounceTold;

    ChannelRefund(String refundNo) {
        super(refundNo);
    }

    synchronized void apply(RefundEntry entry) {
        switch (entry) {
            case RefundEntry.Instruction received -> received(received);
            case RefundEntry.Credit paid -> {
                credits++;
                credited = credited.plus(paid.amount());
                credit = paid;
                decided(new Outcome.Succeeded(paid.coreNo(), paid.bankDate(), paid.occurredAt()));
            }
            case RefundEntry.Refusal refusal ->
                decided(new Outcome.Refused(
                        refusal.failure(),
                        refusal.code(),
                        refusal.message(),
                        refusal.bankDate(),
                        refusal.occurredAt()));
            case RefundEntry.Denial _ -> denied();
            case RefundEntry.Callback callback -> told(callback);
            case RefundEntry.Bounce back -> {
                bounces++;
                bounce = back;
            }
        }
    }

    private void received(RefundEntry.Instruction received) {
        switch (received.arrival()) {
            case FIRST -> follow(received);
            case ANEW -> {
                Script former = script();
                if (former != null) {
                    // Only a refusal is followed by a new try.
                    toldBefore.merge(REFUSED, former.behaviour().callbacks(), Integer::sum);
                }
                follow(received);
            }
            case REPEAT, OTHER_CONTENT -> {}
        }
    }

    private void follow(RefundEntry.Instruction received) {
        instruction = received;
        received(received.script(), received.contentDigest());
    }

    /** A callback of a former try may still be on its way when the next one is decided. */
    private void told(RefundEntry.Callback callback) {
        if (callback.result().equals(BOUNCED)) {
            bounceTold |= callback.status() / 100 == 2;
        } else if (callback.copy() > toldBefore(callback.result())) {
            calledBack(callback.last());
        }
    }

    /** How many callbacks with a result belong to former tries of this number. */
    synchronized int toldBefore(String result) {
        return toldBefore.getOrDefault(result, 0);
    }

    synchronized RefundEntry.@Nullable Instruction instruction() {
        return instruction;
    }

    /** Whether its payment is to be void. */
    synchronized boolean isReversal() {
        return instruction != null && instruction.reverses();
    }

    synchronized RefundEntry.@Nullable Credit credit() {
        return credit;
    }

    synchronized RefundEntry.@Nullable Bounce bounce() {
        return bounce;
    }

    @Override
    synchronized boolean isBack() {
        return bounce != null;
    }

    synchronized boolean owesBounce() {
        return bounce != null && !bounceTold;
    }

    /** What it takes of its original, or keeps for itself while nothing is decided. */
    synchronized Fen claim() {
        if (isPending() && instruction != null && instruction.script().behaviour() != Behaviour.REFUSES) {
            return instruction.amount();
        }
        return refunded();
    }

    /** What the payer has of it. */
    synchronized Fen refunded() {
        return credit == null || bounce != null ? Fen.ZERO : credit.amount();
    }

    /** Counted from the credits in the journal, not from the outcome: a witness must be able to see two. */
    synchronized CreditCount credits() {
        return new CreditCount(number(), credits, credited, bounces);
    }

    /** How often, and how much in all, a refund number gave a payer money; how often that was taken back. */
    record CreditCount(String refundNo, int count, Fen amount, int bounces) {}
}
