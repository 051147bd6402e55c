package io.coffer.bank;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Decides orders of one kind, now or later: money moves at most once per number, whatever was sent and how often. */
final class Settlement<O extends Order> implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Settlement.class.getName());

    private final Trade<O, ?> trade;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("bank-later").factory());

    Settlement(Trade<O, ?> trade) {
        this.trade = trade;
    }

    /** Finishes what a former process took in and did not finish. */
    void resume() {
        for (O order : trade.all()) {
            Script script = order.script();
            if (script == null) {
                continue;
            }
            if (order.isPending()) {
                resumePending(order, script);
            } else {
                var _ = trade.tell(order);
                resumeGivingBack(order, script);
            }
        }
    }

    private void resumePending(O order, Script script) {
        if (!script.behaviour().isEndless()) {
            settleLater(order, script);
        }
    }

    private void resumeGivingBack(O order, Script script) {
        if (order.isBack()) {
            var _ = trade.tellBack(order);
        } else if (script.behaviour().givesBack()) {
            giveBackLater(order, script);
        }
    }

    /** Settles an order that is pending; does nothing to any other. */
    boolean settle(O order) {
        synchronized (order) {
            Script script = order.script();
            if (script == null || !order.isPending()) {
                return false;
            }
            if (order.refuses()) {
                trade.refuse(order, script);
            } else {
                trade.execute(order);
            }
            return true;
        }
    }

    void settleLater(O order, Script script) {
        later(script, "settled", () -> {
            if (settle(order)) {
                var _ = trade.tell(order);
                // A former process may have died between the instruction and the money.
                resumeGivingBack(order, script);
            }
        });
    }

    void giveBackLater(O order, Script script) {
        later(script, "given back", () -> {
            trade.giveBack(order);
            var _ = trade.tellBack(order);
        });
    }

    void tellLater(O order, Script script) {
        later(script, "told", () -> {
            var _ = trade.tell(order);
        });
    }

    private void later(Script script, String done, Runnable step) {
        try {
            var _ = later.schedule(
                    () -> Thread.ofVirtual().start(() -> attempt(done, step)),
                    script.delayMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // The instruction is in the journal: the next start goes on with it.
        }
    }

    private void attempt(String done, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (!later.isShutdown()) {
                LOG.log(System.Logger.Level.ERROR, "An order could not be " + done, failure);
            }
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
