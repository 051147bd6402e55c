package io.coffer.command.payouts;

import io.coffer.api.kernel.KernelRejection.ConcurrentChange;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import io.coffer.platform.time.CofferClock;
import io.coffer.platform.web.RejectionException;
import java.util.Optional;

/**
 * Asks a payout for whom the bank tells directly that it came back. First the line is claimed for it: whoever tells of the
 * line next, and as whatever, is told that it is known. The claim ends when the payout says no. ADR 0010.
 */
final class ReturnDesk {

    private final Operations operations;
    private final Histories histories;
    private final CofferClock clock;

    ReturnDesk(Operations operations, Histories histories, CofferClock clock) {
        this.operations = operations;
        this.histories = histories;
        this.clock = clock;
    }

    /** Told again, it gets the payout's first answer; after a no, and whatever came since, the line is claimed anew. */
    Answer take(RegisterReturn command, Operation operation) {
        var claim = new NoteReturn(
                command.receipt(),
                command.amount(),
                Optional.of(command.payout()),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                true);
        operations.carryOut(claim, operation);
        var claimed = standing(command);
        return answer(command, claimed, operation)
                .or(() -> {
                    operations.carryOut(claim, operation.stepFrom(claimed.version(), claim));
                    return answer(command, standing(command), operation);
                })
                .orElseThrow(() -> busy(command));
    }

    /** What the payout said to the latest question about this line, asked now if nobody has; nothing after a no. */
    private Optional<Answer> answer(RegisterReturn command, Standing standing, Operation operation) {
        return standing.latest()
                .map(asked -> ask(command, operation.inAnswerTo(asked.question())))
                .filter(answer -> isOfPayout(answer, command));
    }

    private Answer ask(RegisterReturn command, Operation question) {
        try {
            return operations.carryOut(command, question);
        } catch (RejectionException refused) {
            if (refused.rejection() instanceof ConcurrentChange) {
                throw refused;
            }
            var declined = new DeclineReturn(
                    command.receipt(), command.payout(), refused.rejection().code());
            var answer = operations.carryOut(declined, question);
            if (isOfPayout(answer, command)) {
                return answer;
            }
            throw refused;
        }
    }

    /** Somebody else may have asked the same, and have got the other answer. */
    private static boolean isOfPayout(Answer answer, RegisterReturn command) {
        return answer.id().equals(command.payout().value());
    }

    private static RejectionException busy(RegisterReturn command) {
        return new RejectionException(new ConcurrentChange(command.receipt().value()));
    }

    private Standing standing(RegisterReturn command) {
        return histories.fold(
                command.receipt(),
                new Standing(0, Optional.empty()),
                (known, fact) -> fact.event() instanceof BankReturnHandedOver e
                        ? known.then(Optional.of(e).filter(to -> to.payout().equals(command.payout())))
                        : known.then(known.latest()));
    }

    /**
     * Where the line stands by its history.
     *
     * @param version how long that is
     * @param latest the latest hand-over, if it was to the payout
     */
    private record Standing(int version, Optional<BankReturnHandedOver> latest) {

        Standing then(Optional<BankReturnHandedOver> next) {
            return new Standing(version + 1, next);
        }
    }
}
