package io.coffer.command.refunds;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;
import static io.coffer.command.refunds.RefundRules.notIn;

import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundRetriesExhausted;
import io.coffer.api.refunds.RefundEvent.RefundRetryPlanned;
import io.coffer.api.refunds.RefundEvent.RefundRetryWanted;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.refunds.RefundState.Admitted;
import io.coffer.command.refunds.RefundState.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel that puts a refund off, or does not know its number, is asked again, ever more rarely, and neither for ever nor in silence: a float account that
 * stays empty is people's matter.
 */
final class RetryRules {

    /** More doublings than this are beyond any longest wait. */
    private static final int DOUBLINGS_MAX = 20;

    private RetryRules() {}

    /** What follows a refusal, or the denial of the number, that was told now. */
    static RefundEvent after(Admitted state, Instant at, RefundTimes times) {
        var talk = state.talk();
        var since = talk.tries().since().orElse(talk.lastSubmittedAt());
        return next(talk.attempts() - talk.tries().before(), since, at, times)
                .<RefundEvent>map(due -> new RefundRetryPlanned(state.refund(), talk.attempts(), due))
                .orElseGet(() -> new RefundRetriesExhausted(state.refund(), talk.attempts(), since));
    }

    /** The quiet time after the first call, then twice as long each time, up to the longest wait; nothing after the last try. */
    static Optional<Instant> next(int attempts, Instant since, Instant at, RefundTimes times) {
        if (attempts >= times.retriesMax() || !at.isBefore(since.plus(times.retryFor()))) {
            return Optional.empty();
        }
        var doubled = times.quietTime().multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX));
        return Optional.of(at.plus(shorter(doubled, times.longestRetry())));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether the same number may be sent again from there. */
    static boolean mayGoAgain(Stage stage) {
        return stage == Stage.FAILED_RETRYABLE || stage == Stage.NOT_FOUND;
    }

    static Decision<RefundEvent> retry(Admitted state, RetryRefund command, Given given) {
        if (!mayGoAgain(state.stage())) {
            return reject(notIn(state, Stage.FAILED_RETRYABLE, Stage.NOT_FOUND));
        }
        return Decision.unless(
                PapersRules.openEnd(state),
                () -> state.talk().tries().exhausted()
                        ? accept(new RefundRetryWanted(
                                command.refund(), given.actor().subject()))
                        : alreadyDone());
    }
}
