package io.coffer.command.approvals;

import io.coffer.api.approvals.ApprovalCommand;
import io.coffer.api.approvals.ApprovalCommand.Approve;
import io.coffer.api.approvals.ApprovalCommand.Decline;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What checkers do. They say which version of the request they read. */
@RestController
@RequestMapping(path = ApprovalController.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApprovalController {

    static final String PATH = "/v1/approvals";

    private final Operations operations;

    ApprovalController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "Agree to the command, as one of the people that it needs")
    @PostMapping("/approve")
    ResponseEntity<AnswerBody> approve(@PathVariable ApprovalRequestId id, IfMatch seen, Call call) {
        return send(new Approve(id), seen, call);
    }

    @Operation(summary = "Refuse the command; that ends the request")
    @PostMapping(path = "/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> decline(
            @PathVariable ApprovalRequestId id, @RequestBody DeclineBody body, IfMatch seen, Call call) {
        return send(new Decline(id, body.reason().value()), seen, call);
    }

    private ResponseEntity<AnswerBody> send(ApprovalCommand command, IfMatch seen, Call call) {
        return Answers.of(operations.carryOut(command, call.operationOn(seen)), PATH);
    }

    record DeclineBody(ReasonCode reason) {}
}
