package io.coffer.query.replay;

import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Projection;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** Feeds one generation until it is told to stop, and swaps it in once it has caught up. */
final class GenerationWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationWorker.class);
    private static final Duration BACK_OFF_FIRST = Duration.ofMillis(100);
    private static final Duration BACK_OFF_LONGEST = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMillis(50);

    private final Projection projection;
    private final Generation generation;
    private final ProjectionRunner runner;
    private final BooleanSupplier wanted;
    private boolean live;
    private Duration backOff = BACK_OFF_FIRST;

    GenerationWorker(Projection projection, Generation generation, ProjectionRunner runner, BooleanSupplier wanted) {
        this.projection = projection;
        this.generation = generation;
        this.runner = runner;
        this.wanted = wanted;
        this.live = generation.state() == Generation.State.LIVE;
    }

    @Override
    public void run() {
        while (wanted.getAsBoolean()) {
            try {
                feed(runner.feeder(projection, generation.id()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (BatchTransactions.PositionMoved moved) {
                LOG.debug("{}", moved.getMessage());
                return;
            } catch (RuntimeException failure) {
                if (!(failure instanceof Poison)) {
                    LOG.warn("Projection {} waits {} ms: {}", generation.id(), backOff.toMillis(), reason(failure));
                }
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void feed(Feeder feeder) throws InterruptedException {
        while (wanted.getAsBoolean()) {
            var took = take(feeder);
            if (!live && runner.head().position() - feeder.position() <= Feeder.BATCH_EVENTS) {
                swap(feeder);
            }
            if (!took) {
                runner.head().awaitAfter(feeder.position(), IDLE);
            }
            backOff = BACK_OFF_FIRST;
        }
    }

    private boolean take(Feeder feeder) {
        try {
            return feeder.next();
        } catch (Poison poison) {
            runner.generations().failed(generation.id(), poison);
            projection.stoppedAt(poison, new JdbcTemplate(runner.databases().rows()));
            // Said once; health and the registry go on saying it.
            if (backOff.equals(BACK_OFF_FIRST)) {
                LOG.error(
                        "Projection {} stands still at position {}, {}: {}",
                        generation.id(),
                        poison.position(),
                        poison.event(),
                        poison.getMessage());
            }
            throw poison;
        }
    }

    private void swap(Feeder feeder) {
        runner.schemas().swap(generation.id(), livePosition -> {
            var target = Math.max(livePosition, runner.head().position());
            while (feeder.position() < target && take(feeder)) {
                LOG.debug("{} catches up to {}", generation.id(), target);
            }
        });
        live = true;
        LOG.info("Projection {} is live at position {}", generation.id(), feeder.position());
    }

    private static String reason(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private boolean pause() {
        try {
            Thread.sleep(backOff);
            var doubled = backOff.multipliedBy(2);
            backOff = doubled.compareTo(BACK_OFF_LONGEST) > 0 ? BACK_OFF_LONGEST : doubled;
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
