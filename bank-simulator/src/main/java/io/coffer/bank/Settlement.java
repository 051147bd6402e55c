package io.coffer.bank;

import java.time.LocalDate;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Decides payouts, now or later: at most one debit per number, whatever was sent and how often. */
final class Settlement implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());

    private final Ledger ledger;
    private final Callbacks callbacks;
    private final Returns returns;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("bank-later").factory());

    Settlement(Ledger ledger, Callbacks callbacks, Returns returns) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.returns = returns;
    }

    /** Finishes what a former process took in and did not finish. */
    void resume() {
        for (BankPayout payout : ledger.books().all()) {
            Entry.Instruction instruction = payout.instruction();
            if (instruction != null && payout.outcome() instanceof Outcome.Pending) {
                resumePending(payout, instruction.script());
            } else {
                var _ = callbacks.tell(payout);
                resumeReturn(payout, instruction);
            }
        }
    }

    private void resumePending(BankPayout payout, Script script) {
        if (!script.behaviour().isEndless()) {
            settleLater(payout, script);
        }
    }

    private void resumeReturn(BankPayout payout, Entry.@Nullable Instruction instruction) {
        if (payout.returned() != null) {
            var _ = returns.tell(payout);
        } else if (instruction != null && instruction.script().behaviour().givesBack()) {
            giveBackLater(payout, instruction.script());
        }
    }

    /** Settles a payout that is pending; does nothing to any other. */
    boolean settle(BankPayout payout) {
        synchronized (payout) {
            Entry.Instruction instruction = payout.instruction();
            if (instruction == null || !(payout.outcome() instanceof Outcome.Pending)) {
                return false;
            }
            if (instruction.script().behaviour().refuses()) {
                refuse(payout, instruction.script());
            } else {
                debit(payout, instruction);
            }
            return true;
        }
    }

    /** The caller holds the monitor of the payout and has seen that it has no outcome. */
    void debit(BankPayout payout, Entry.Instruction instruction) {
        LocalDate bankDate = ledger.bankDate();
        Books.CoreNumber core = ledger.books().nextCoreNo(bankDate);
        ledger.record(new Entry.Debit(
                payout.payoutNo(),
                instruction.amount(),
                instruction.currency(),
                core.coreNo(),
                core.serial(),
                bankDate,
                ledger.timeOfDay()));
    }

    private void refuse(BankPayout payout, Script script) {
        ledger.record(new Entry.Refusal(
                payout.payoutNo(), script.code(), script.message(), ledger.bankDate(), ledger.timeOfDay()));
    }

    void settleLater(BankPayout payout, Script script) {
        later(() -> settleAndTell(payout), script);
    }

    void giveBackLater(BankPayout payout, Script script) {
        later(() -> giveBackAndTell(payout), script);
    }

    void tellLater(BankPayout payout, Script script) {
        later(
                () -> {
                    var _ = callbacks.tell(payout);
                },
                script);
    }

    private void later(Runnable step, Script script) {
        try {
            var _ = later.schedule(() -> Thread.ofVirtual().start(step), script.delayMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // The instruction is in the journal: the next start goes on with it.
        }
    }

    private void giveBackAndTell(BankPayout payout) {
        try {
            var _ = returns.giveBack(payout);
            var _ = returns.tell(payout);
        } catch (RuntimeException failure) {
            if (!later.isShutdown()) {
                LOG.log(System.Logger.Level.ERROR, "A payout could not be given back", failure);
            }
        }
    }

    private void settleAndTell(BankPayout payout) {
        try {
            if (settle(payout)) {
                var _ = callbacks.tell(payout);
                // A former process may have died between the instruction and the debit.
                resumeReturn(payout, payout.instruction());
            }
        } catch (RuntimeException failure) {
            if (!later.isShutdown()) {
                LOG.log(System.Logger.Level.ERROR, "A payout could not be settled", failure);
            }
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
