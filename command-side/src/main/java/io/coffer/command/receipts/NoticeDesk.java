package io.coffer.command.receipts;

import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Operation;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Makes a command of a notice and counts what came of it: a repeat leaves no event, only a number. */
final class NoticeDesk {

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;
    private final Tokens tokens;
    private final MeterRegistry meters;

    NoticeDesk(Operations operations, CustodyAccounts custodyAccounts, Tokens tokens, MeterRegistry meters) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
        this.tokens = tokens;
        this.meters = meters;
    }

    NoticeAnswer take(Notice notice, Operation operation) {
        var answer = NoticeAnswer.of(operations.carryOut(notice.toCommand(custodyAccounts, tokens), operation));
        meters.counter("coffer.notices", "outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
        return answer;
    }
}
