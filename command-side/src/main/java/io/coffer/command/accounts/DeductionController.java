package io.coffer.command.accounts;

import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CourtAccounts;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a court gets money that its order holds. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/deductions",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class DeductionController {

    private final Operations operations;
    private final CourtAccounts courts;

    DeductionController(Operations operations, CourtAccounts courts) {
        this.operations = operations;
        this.courts = courts;
    }

    @Operation(
            summary = "Enter a court's demand for money that its order holds",
            description = "The court's account must be on the list. Another person must approve it; then it is paid.")
    @PostMapping
    ResponseEntity<AnswerBody> deduct(@PathVariable EscrowAccountId id, @RequestBody DeductionBody body, Call call) {
        var command = new RequestDeduction(
                id,
                Keys.key("deductionNo", body.deductionNo()),
                Keys.key("orderNo", body.orderNo()),
                body.amount().toPositiveMoney(),
                courts.listed(
                        body.courtAccount().bankCode(), body.courtAccount().accountNumber()),
                body.evidence());
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record DeductionBody(
            String deductionNo,
            String orderNo,
            Amount amount,
            CourtAccountBody courtAccount,
            List<Evidence> evidence) {}

    record CourtAccountBody(String bankCode, String accountNumber) {
        @Override
        public String toString() {
            return "court account at " + bankCode;
        }
    }
}
