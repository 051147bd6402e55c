package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the hold-back is paid out. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/holdback/settlements",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SettlementController {

    private final Operations operations;

    SettlementController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Ask to pay the hold-back out after the handover",
            description =
                    "A leg with a claim goes to its buyer, any other to a seller. From the first tier on other people"
                            + " must approve; then it is carried out by itself.")
    @PostMapping
    ResponseEntity<AnswerBody> request(@PathVariable EscrowAccountId id, @RequestBody SettlementBody body, Call call) {
        return send(
                new RequestHoldbackSettlement(
                        id, body.legs().stream().map(LegBody::toLeg).toList()),
                call);
    }

    @Operation(summary = "Take back a settlement request that nobody decided yet")
    @PostMapping("/{settlementNo}/withdrawal")
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable EscrowAccountId id,
            @PathVariable int settlementNo,
            @RequestBody SettlementEndBody body,
            Call call) {
        return send(new RejectHoldbackSettlement(id, settlementNo, body.reason().value()), call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record SettlementBody(List<LegBody> legs) {}

    record SettlementEndBody(ReasonCode reason) {}
}
