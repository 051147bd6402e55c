package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** Everything that the journal says about one payout number. Guarded by its own monitor. */
final class BankPayout {

    private final String payoutNo;
    private Entry.@Nullable Instruction instruction;
    private Outcome outcome = new Outcome.NotFound();
    private int debits;
    private Fen debited = Fen.ZERO;
    private int callbacksDone;
    private boolean denied;
    private int returns;
    private Entry.@Nullable Return returned;
    private boolean returnTold;

    BankPayout(String payoutNo) {
        this.payoutNo = payoutNo;
    }

    synchronized void apply(Entry entry) {
        switch (entry) {
            case Entry.Instruction received -> received(received);
            case Entry.Debit debit -> {
                debits++;
                debited = debited.plus(debit.amount());
                outcome = new Outcome.Succeeded(debit.coreNo(), debit.bankDate(), debit.occurredAt());
            }
            case Entry.Return back -> {
                returns++;
                returned = back;
            }
            case Entry.ReturnNotice notice -> returnTold |= notice.status() / 100 == 2;
            case Entry.Refusal refusal ->
                outcome = new Outcome.Refused(
                        refusal.code(), refusal.message(), refusal.bankDate(), refusal.occurredAt());
            case Entry.Denial _ -> denied = true;
            case Entry.Callback callback -> callbacksDone += callback.last() ? 1 : 0;
            case Entry.Incoming _, Entry.Notice _ -> {}
        }
    }

    private void received(Entry.Instruction received) {
        if (received.arrival() != Entry.Arrival.FIRST) {
            return;
        }
        instruction = received;
        if (received.script().behaviour() != Behaviour.NEVER_ANSWERS_NOT_EXECUTED) {
            outcome = new Outcome.Pending();
        }
    }

    String payoutNo() {
        return payoutNo;
    }

    synchronized Entry.@Nullable Instruction instruction() {
        return instruction;
    }

    synchronized Outcome outcome() {
        return outcome;
    }

    synchronized Entry.@Nullable Return returned() {
        return returned;
    }

    /** Whether a return happened that nobody has heard of for certain. */
    synchronized boolean owesReturnNotice() {
        return returned != null && !returnTold;
    }

    synchronized boolean deniesNext() {
        return instruction != null && instruction.script().behaviour() == Behaviour.NOT_FOUND_FIRST && !denied;
    }

    synchronized int callbacksDone() {
        return callbacksDone;
    }

    /** Counted from the debits in the journal, not from the outcome: a witness must be able to see two. */
    synchronized DebitCount debits() {
        String coreNo = outcome instanceof Outcome.Succeeded succeeded ? succeeded.coreNo() : null;
        return new DebitCount(payoutNo, debits, debited, coreNo, returns);
    }

    /** How often, and how much in all, a payout number took money out of the custody account; how often it came back. */
    record DebitCount(
            String payoutNo,
            int count,
            Fen amount,
            @Nullable String coreNo,
            int returns) {}
}
