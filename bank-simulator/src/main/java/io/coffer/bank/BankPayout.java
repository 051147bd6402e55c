package io.coffer.bank;

import org.jspecify.annotations.Nullable;

/** Everything that the journal says about one payout number. */
final class BankPayout extends Order {

    private Entry.@Nullable Instruction instruction;
    private int debits;
    private Fen debited = Fen.ZERO;
    private int returns;
    private Entry.@Nullable Return returned;
    private boolean returnTold;

    BankPayout(String payoutNo) {
        super(payoutNo);
    }

    synchronized void apply(Entry entry) {
        switch (entry) {
            case Entry.Instruction received -> {
                if (received.arrival() == Entry.Arrival.FIRST) {
                    instruction = received;
                    received(received.script(), received.contentDigest());
                }
            }
            case Entry.Debit debit -> {
                debits++;
                debited = debited.plus(debit.amount());
                decided(new Outcome.Succeeded(debit.coreNo(), debit.bankDate(), debit.occurredAt()));
            }
            case Entry.Return back -> {
                returns++;
                returned = back;
            }
            case Entry.ReturnNotice notice -> returnTold |= notice.status() / 100 == 2;
            case Entry.Refusal refusal ->
                decided(new Outcome.Refused(
                        Failure.FINAL, refusal.code(), refusal.message(), refusal.bankDate(), refusal.occurredAt()));
            case Entry.Denial _ -> denied();
            case Entry.Callback callback -> calledBack(callback.last());
            case Entry.Incoming _, Entry.Notice _, ChannelEntry _ -> {}
        }
    }

    synchronized Entry.@Nullable Instruction instruction() {
        return instruction;
    }

    synchronized Entry.@Nullable Return returned() {
        return returned;
    }

    /** Whether a return happened that nobody has heard of for certain. */
    synchronized boolean owesReturnNotice() {
        return returned != null && !returnTold;
    }

    @Override
    synchronized boolean isBack() {
        return returned != null;
    }

    /** Counted from the debits in the journal, not from the outcome: a witness must be able to see two. */
    synchronized DebitCount debits() {
        String coreNo = outcome() instanceof Outcome.Succeeded succeeded ? succeeded.coreNo() : null;
        return new DebitCount(number(), debits, debited, coreNo, returns);
    }

    /** How often, and how much in all, a payout number took money out of the custody account; how often it came back. */
    record DebitCount(
            String payoutNo,
            int count,
            Fen amount,
            @Nullable String coreNo,
            int returns) {}
}
