package io.coffer.command.splits;

import io.coffer.api.splits.SplitSwitchCommand;
import io.coffer.api.splits.SplitSwitchCommand.RequestSplitsResumption;
import io.coffer.api.splits.SplitSwitchCommand.ResumeSplits;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switch of the splits of one merchant's contracts ({@code SS:tenant:merchant}). */
@RestController
@RequestMapping(
        path = SplitSwitchController.PATH + "/{id}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SplitSwitchController {

    static final String PATH = "/v1/split-switches";

    private final Operations operations;

    SplitSwitchController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Stop splits of a merchant's contracts at once; one person may",
            description = "Refunds go on, and other merchants' splits. A split that is on its way becomes BLOCKED.")
    @PostMapping("/stop")
    ResponseEntity<AnswerBody> stop(@PathVariable SplitSwitchId id, @RequestBody SplitSwitchBody body, Call call) {
        return send(new StopSplits(id, body.reason().value()), call);
    }

    @Operation(summary = "Ask to let splits of a merchant's contracts go again; a second person decides")
    @PostMapping("/resume-requests")
    ResponseEntity<AnswerBody> requestResumption(
            @PathVariable SplitSwitchId id, @RequestBody SplitSwitchBody body, Call call) {
        return send(new RequestSplitsResumption(id, body.reason().value()), call);
    }

    @Operation(
            summary =
                    "Let splits of a merchant's contracts go again: refused, because nobody can do this without a second"
                            + " person")
    @PostMapping("/resume")
    ResponseEntity<AnswerBody> resume(
            @PathVariable SplitSwitchId id, @RequestBody SplitsResumptionBody body, Call call) {
        return send(new ResumeSplits(id, body.stopNo(), Optional.empty()), call);
    }

    private ResponseEntity<AnswerBody> send(SplitSwitchCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    record SplitSwitchBody(ReasonCode reason) {}

    record SplitsResumptionBody(int stopNo) {}
}
