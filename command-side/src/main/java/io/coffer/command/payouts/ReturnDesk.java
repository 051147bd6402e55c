package io.coffer.command.payouts;

import io.coffer.api.kernel.KernelRejection.ConcurrentChange;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.NoteReturn;
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

    Answer take(RegisterReturn command, Operation operation) {
        var line = command.receipt();
        var claim = new NoteReturn(
                line,
                command.amount(),
                Optional.of(command.payout()),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                true);
        operations.carryOut(claim, operation.stepFrom(version(line), claim));
        try {
            return operations.carryOut(command, operation);
        } catch (RejectionException refused) {
            if (!(refused.rejection() instanceof ConcurrentChange)) {
                var declined = new DeclineReturn(
                        line, command.payout(), refused.rejection().code());
                operations.carryOut(declined, operation.stepFrom(version(line), declined));
            }
            throw refused;
        }
    }

    private int version(BankReceiptId line) {
        return histories.fold(line, 0, (version, _) -> version + 1);
    }
}
