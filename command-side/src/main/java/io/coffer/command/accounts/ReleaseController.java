package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CompletedApprovals;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a business system gets money out of an escrow account. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/releases",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseController {

    private final Operations operations;
    private final CompletedApprovals approvals;

    ReleaseController(Operations operations, CompletedApprovals approvals) {
        this.operations = operations;
        this.approvals = approvals;
    }

    @Operation(summary = "Ask to pay money out to a bound payee")
    @PostMapping
    ResponseEntity<AnswerBody> request(@PathVariable EscrowAccountId id, @RequestBody ReleaseBody body, Call call) {
        return send(
                new RequestRelease(
                        id,
                        Keys.key("releaseNo", body.releaseNo()),
                        body.partyId(),
                        body.amount().toPositiveMoney()),
                call);
    }

    @Operation(
            summary = "Let an approved release go",
            description = "Usually nobody needs this: the approval's completion carries the release out by itself.")
    @PostMapping("/{releaseNo}/approval")
    ResponseEntity<AnswerBody> approve(
            @PathVariable EscrowAccountId id,
            @PathVariable String releaseNo,
            @RequestBody ApprovedReleaseBody body,
            Call call) {
        var approval = body.approvalId()
                .map(approvalId -> approvals
                        .find(approvalId)
                        .filter(_ -> call.actor().sees(approvalId.owner()))
                        .orElseThrow(() -> new RejectionException(new NotFound(approvalId.value()))));
        return send(
                new ApproveRelease(
                        id,
                        Keys.key("releaseNo", releaseNo),
                        body.partyId(),
                        body.amount().toPositiveMoney(),
                        approval),
                call);
    }

    @Operation(summary = "Take back a release request that nobody decided yet")
    @PostMapping("/{releaseNo}/withdrawal")
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable EscrowAccountId id,
            @PathVariable String releaseNo,
            @RequestBody WithdrawalBody body,
            Call call) {
        return send(
                new RejectRelease(
                        id, Keys.key("releaseNo", releaseNo), body.reason().value()),
                call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record ReleaseBody(String releaseNo, String partyId, Amount amount) {}

    record ApprovedReleaseBody(Optional<ApprovalRequestId> approvalId, String partyId, Amount amount) {}

    record WithdrawalBody(ReasonCode reason) {}
}
