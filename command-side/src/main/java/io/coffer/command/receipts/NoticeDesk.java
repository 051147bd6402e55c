package io.coffer.command.receipts;

import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptRejection.LineNotIdentifiable;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.web.RejectionException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Makes a command of a notice and counts what came of it: a repeat leaves no event, only a number. */
final class NoticeDesk {

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;
    private final Tokens tokens;
    private final RemarkNumbers remarks;
    private final Intake intake;
    private final OtherLines others;
    private final MeterRegistry meters;

    @SuppressWarnings("TooManyParameters") // What the desk works with; nobody but the configuration names it.
    NoticeDesk(
            Operations operations,
            CustodyAccounts custodyAccounts,
            Tokens tokens,
            RemarkNumbers remarks,
            Intake intake,
            OtherLines others,
            MeterRegistry meters) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
        this.tokens = tokens;
        this.remarks = remarks;
        this.intake = intake;
        this.others = others;
        this.meters = meters;
    }

    NoticeAnswer take(Notice notice, Operation operation) {
        var command = notice.toCommand(custodyAccounts, tokens, remarks);
        var steps = new LineSteps(operations, operation);
        var answer = NoticeAnswer.of(
                switch (notice.kind()) {
                    case RECEIPT ->
                        custodyAccounts.hasWeakNotices(command.where().custodyAccount())
                                ? intake.notice(command, steps)
                                : steps.finish(strong(command));
                    case RETURN -> others.comeBack(command, notice.cameBack(), steps);
                    case OWN_TRANSFER -> others.ownTransfer(command, notice.payerAccount(), steps);
                });
        meters.counter("coffer.notices", "outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
        return answer;
    }

    private static RecordReceipt strong(RecordReceipt command) {
        if (command.receipt().isWeak()) {
            throw new RejectionException(
                    new LineNotIdentifiable(command.where().custodyAccount().subLedger()));
        }
        return command;
    }
}
