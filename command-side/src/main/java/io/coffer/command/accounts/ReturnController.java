package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.kernel.Keys;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is decided about money that the bank gave back. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/releases/{releaseNo}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnController {

    private final Operations operations;

    ReturnController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "Ask to pay returned money again, to the party's payee of today; a second person decides")
    @PostMapping("/reissues")
    ResponseEntity<AnswerBody> reissue(@PathVariable EscrowAccountId id, @PathVariable String releaseNo, Call call) {
        return send(new RequestReissue(id, Keys.key("releaseNo", releaseNo)), call);
    }

    @Operation(summary = "Take back the wish to pay again, before it is approved")
    @PostMapping(path = "/reissues/{reissueNo}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable EscrowAccountId id,
            @PathVariable String releaseNo,
            @PathVariable int reissueNo,
            @RequestBody WithdrawalBody body,
            Call call) {
        return send(
                new RejectReissue(
                        id,
                        Keys.key("releaseNo", releaseNo),
                        PayoutId.ofReissue(id, releaseNo, reissueNo),
                        body.reason().value()),
                call);
    }

    @Operation(summary = "Take returned money back into the account")
    @PostMapping("/restoration")
    ResponseEntity<AnswerBody> restore(@PathVariable EscrowAccountId id, @PathVariable String releaseNo, Call call) {
        return send(new RestoreReturned(id, Keys.key("releaseNo", releaseNo)), call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record WithdrawalBody(ReasonCode reason) {}
}
