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
    // Nobody wakes a worker up for a letter that is to be tried again, or for a swap that is asked for.
    private static final Duration IDLE = Duration.ofMillis(50);

    private final Projection projection;
    private final Generation generation;
    private final Feeding feeding;
    private final BooleanSupplier wanted;
    private boolean live;
    private boolean complete;
    private Duration backOff = BACK_OFF_FIRST;

    GenerationWorker(Projection projection, Generation generation, Feeding feeding, BooleanSupplier wanted) {
        this.projection = projection;
        this.generation = generation;
        this.feeding = feeding;
        this.wanted = wanted;
        this.live = generation.state() == Generation.State.LIVE;
    }

    @Override
    public void run() {
        while (wanted.getAsBoolean()) {
            try {
                feed(feeding.feeder(projection, generation.id()));
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
            if (!live && hasCaughtUp(feeder)) {
                complete();
                // Making indexes takes its time, in which the log went on.
                if (hasCaughtUp(feeder) && mayBeLive()) {
                    swap(feeder);
                }
            }
            if (!took) {
                feeding.news().awaitAfter(feeder.position(), IDLE);
            }
            backOff = BACK_OFF_FIRST;
        }
    }

    private boolean hasCaughtUp(Feeder feeder) {
        return feeding.news().head() - feeder.position() <= Pages.SMALLEST;
    }

    private void complete() {
        if (!complete) {
            LOG.info("Projection {} has caught up; what its readers search by is made", generation.id());
            feeding.schemas().complete(generation.id());
            complete = true;
        }
    }

    private boolean take(Feeder feeder) {
        try {
            var took = feeder.next();
            if (took && live) {
                feeding.moves().happened();
            }
            return took;
        } catch (Poison poison) {
            feeding.generations().failed(generation.id(), poison);
            projection.stoppedAt(poison, new JdbcTemplate(feeding.databases().rows()));
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

    // Asked anew each time: an operator may say so at any moment.
    private boolean mayBeLive() {
        return feeding.generations()
                .find(generation.id())
                .filter(Generation::swapsItself)
                .isPresent();
    }

    private void swap(Feeder feeder) {
        feeding.schemas().swap(generation.id(), livePosition -> {
            var target = Math.max(livePosition, feeding.news().head());
            while (feeder.position() < target && take(feeder)) {
                LOG.debug("{} catches up to {}", generation.id(), target);
            }
        });
        live = true;
        feeding.moves().happened();
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
