package io.coffer.command.receipts;

import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator does about a line by which some payout came back. */
@RestController
@RequestMapping(path = AssignmentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnedLineController {

    private final Operations operations;

    ReturnedLineController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Say which payout came back by the line, or have that payout asked once more",
            description = "The payout books the line if it is of its amount and account; otherwise the line waits on.")
    @PostMapping(path = "/{id}/returned-payout", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> name(@PathVariable BankReceiptId id, @RequestBody ReturnedBody body, Call call) {
        return Answers.of(
                operations.carryOut(new HandOverReturn(id, body.payoutNo()), call.operationNow()),
                AssignmentController.PATH);
    }

    record ReturnedBody(PayoutId payoutNo) {}
}
