package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** A number under which the bank was told to move money, as the journal has it. Guarded by its own monitor. */
abstract sealed class Order permits BankPayout, ChannelRefund {

    private final String number;
    private @Nullable Script script;
    private String contentDigest = "";
    private Outcome outcome = new Outcome.NotFound();
    private int tries;
    private boolean denied;
    private int callbacksDone;

    Order(String number) {
        this.number = number;
    }

    /** An instruction to be followed; a swallowed one leaves no trace that anybody could ask for. */
    final synchronized void received(Script newScript, String newContentDigest) {
        script = newScript;
        contentDigest = newContentDigest;
        tries++;
        denied = false;
        callbacksDone = 0;
        outcome = newScript.behaviour() == Behaviour.NEVER_ANSWERS_NOT_EXECUTED
                ? new Outcome.NotFound()
                : new Outcome.Pending();
    }

    final synchronized void decided(Outcome newOutcome) {
        outcome = newOutcome;
    }

    final synchronized void denied() {
        denied = true;
    }

    final synchronized void calledBack(boolean last) {
        callbacksDone += last ? 1 : 0;
    }

    final String number() {
        return number;
    }

    /** Fixed when an instruction arrives that is to be followed; none before. */
    final synchronized @Nullable Script script() {
        return script;
    }

    final synchronized String contentDigest() {
        return contentDigest;
    }

    final synchronized Outcome outcome() {
        return outcome;
    }

    /** What is said about it. */
    final synchronized Outcome told() {
        return script != null && script.behaviour().isMute() ? new Outcome.Pending() : outcome;
    }

    final synchronized boolean isPending() {
        return outcome instanceof Outcome.Pending;
    }

    final synchronized boolean refuses() {
        return script != null
                && (script.behaviour().refuses() || (script.behaviour() == Behaviour.RETRYABLE_FIRST && tries == 1));
    }

    final synchronized boolean deniesNext() {
        return script != null && script.behaviour() == Behaviour.NOT_FOUND_FIRST && !denied;
    }

    final synchronized int callbacksDone() {
        return callbacksDone;
    }

    final synchronized int callbacksOwed() {
        return script == null ? 0 : script.behaviour().callbacks() - callbacksDone;
    }

    /** Whether its money came back after it had succeeded. */
    abstract boolean isBack();

    /** An order as it came in. */
    interface Request {

        String number();

        /** The account that the money goes to, whose ending may choose the behaviour. */
        @Nullable
        String account();

        String contentDigest();

        Entry entry(Entry.Arrival arrival, Script script);
    }
}
