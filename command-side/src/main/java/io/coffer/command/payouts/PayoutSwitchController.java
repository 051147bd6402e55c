package io.coffer.command.payouts;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.payouts.PayoutSwitchCommand.RequestResume;
import io.coffer.api.payouts.PayoutSwitchCommand.ResumePayouts;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CustodyAccounts;
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

/** The switch of all payouts ({@code PS:ALL}) or of one custody account ({@code PS:bank.account}). */
@RestController
@RequestMapping(
        path = PayoutSwitchController.PATH + "/{id}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutSwitchController {

    static final String PATH = "/v1/payout-switches";

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;

    PayoutSwitchController(Operations operations, CustodyAccounts custodyAccounts) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
    }

    @Operation(summary = "Stop new submissions at once; one person may")
    @PostMapping("/stop")
    ResponseEntity<AnswerBody> stop(@PathVariable PayoutSwitchId id, @RequestBody SwitchBody body, Call call) {
        // Whoever stops must not believe that he did when he only named a switch that nobody looks at.
        if (!id.equals(PayoutSwitchId.all())
                && !custodyAccounts.anyIs(account -> id.equals(PayoutSwitchId.of(account)))) {
            throw new RejectionException(new NotFound(id.value()));
        }
        return send(new StopPayouts(id, body.reason().value()), call);
    }

    @Operation(summary = "Ask to let payouts go again; a second person decides")
    @PostMapping("/resume-requests")
    ResponseEntity<AnswerBody> requestResume(@PathVariable PayoutSwitchId id, @RequestBody SwitchBody body, Call call) {
        return send(new RequestResume(id, body.reason().value()), call);
    }

    @Operation(summary = "Let payouts go again: refused, because nobody can do this without a second person")
    @PostMapping("/resume")
    ResponseEntity<AnswerBody> resume(@PathVariable PayoutSwitchId id, @RequestBody ResumeBody body, Call call) {
        return send(new ResumePayouts(id, body.stopNo(), Optional.empty()), call);
    }

    private ResponseEntity<AnswerBody> send(PayoutSwitchCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    record SwitchBody(ReasonCode reason) {}

    record ResumeBody(int stopNo) {}
}
