package io.coffer.command.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.command.kernel.Answer;
import java.util.Optional;

/** What became of one notice. */
record NoticeAnswer(
        String id,
        Outcome outcome,
        Optional<Long> version,
        Optional<Long> position,
        @JsonIgnore boolean replayed) {

    /** Whether the notice told anything new. */
    enum Outcome {
        /** The receipt is booked. */
        RECORDED,
        /** The same booking was reported before, with the same amount. Nothing changed. */
        DUPLICATE,
        /** The same booking was reported before with another amount. Nobody is credited by this notice. */
        CONFLICT
    }

    static NoticeAnswer of(Answer answer) {
        return new NoticeAnswer(answer.id(), outcome(answer), answer.version(), answer.position(), answer.replayed());
    }

    private static Outcome outcome(Answer answer) {
        if (answer.events().isEmpty()) {
            return Outcome.DUPLICATE;
        }
        return answer.created() ? Outcome.RECORDED : Outcome.CONFLICT;
    }
}
