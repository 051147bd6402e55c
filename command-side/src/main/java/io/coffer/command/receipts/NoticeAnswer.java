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
        /** It is the booking of a weak receipt that is booked already, which now has its core number. */
        IDENTIFIED,
        /** It may be the same money as another line. Nothing is booked for it until the statement decides. */
        POSSIBLE_TWIN,
        /** It is no receipt: another object of ours books it, or is to. */
        NOTED,
        /** The same booking was reported before, with the same amount. Nothing changed. */
        DUPLICATE,
        /** The same booking was reported before with another amount. Nobody is credited by this notice. */
        CONFLICT
    }

    static NoticeAnswer of(Answer answer) {
        return new NoticeAnswer(answer.id(), outcome(answer), answer.version(), answer.position(), answer.replayed());
    }

    private static Outcome outcome(Answer answer) {
        return answer.events().isEmpty()
                ? Outcome.DUPLICATE
                : switch (answer.events().getLast()) {
                    case "receipts.BankReceiptRecorded" -> Outcome.RECORDED;
                    case "receipts.BankReceiptIdentified" -> Outcome.IDENTIFIED;
                    case "receipts.BankReceiptHeld" -> Outcome.POSSIBLE_TWIN;
                    case "receipts.BankReceiptConflict" -> Outcome.CONFLICT;
                    case "receipts.BankReturnNoted", "receipts.BankReturnHandedOver", "receipts.OwnTransferNoted" ->
                        Outcome.NOTED;
                    default -> throw new IllegalStateException("No outcome of a notice: " + answer.events());
                };
    }
}
