package io.coffer.command.receipts;

import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator does about money in suspense. */
@RestController
@RequestMapping(path = AssignmentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class AssignmentController {

    static final String PATH = "/v1/receipts";

    private final Operations operations;
    private final OpenedAccounts accounts;

    AssignmentController(Operations operations, Histories histories) {
        this.operations = operations;
        this.accounts = new OpenedAccounts(histories);
    }

    @Operation(
            summary = "Assign a suspended receipt to the account that it belongs to",
            description =
                    "Where its payer does not tell what an escrow account has it for, say whether it is for the price or"
                            + " the hold-back. A merchant's fee account takes it as a top-up, without such a word.")
    @PostMapping(path = "/{id}/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> assign(
            @PathVariable BankReceiptId id, @RequestBody AssignmentBody body, IfMatch seen, Call call) {
        accounts.require(body.account(), call);
        return Answers.of(
                operations.carryOut(AssignReceipt.byPeople(id, body.account(), body.use()), call.operationOn(seen)),
                PATH);
    }

    /** @param use what the operator knows that it is for; absent: the account tells by its payer */
    record AssignmentBody(ReceiptTarget account, Optional<ReceiptUse> use) {}
}
