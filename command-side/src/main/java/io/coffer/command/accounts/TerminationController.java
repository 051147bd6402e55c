package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.Signature;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a contract ends before its time. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/termination",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class TerminationController {

    private final Operations operations;

    TerminationController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "State that the contract is dissolved, with the proof",
            description = "Nothing is released any more; the parties agree on a plan for the balance.")
    @PostMapping
    ResponseEntity<AnswerBody> request(@PathVariable EscrowAccountId id, @RequestBody TerminationBody body, Call call) {
        return send(new RequestTermination(id, body.reason().value(), body.evidence()), call);
    }

    @Operation(summary = "Go back to the contract, while no plan was carried out")
    @PostMapping("/withdrawal")
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable EscrowAccountId id, @RequestBody TerminationEndBody body, Call call) {
        return send(new WithdrawTermination(id, body.reason().value()), call);
    }

    @Operation(
            summary = "Divide the whole balance among the parties, signed by all of them",
            description =
                    "A buyer's leg names the receipt that goes back to its payer. The loan goes to lenders, and to"
                            + " nobody else. Other people must approve; then it is carried out by itself.")
    @PostMapping("/plans")
    ResponseEntity<AnswerBody> agree(
            @PathVariable EscrowAccountId id, @RequestBody TerminationPlanBody body, Call call) {
        return send(
                new AgreeTerminationPlan(
                        id, body.legs().stream().map(TerminationLegBody::toLeg).toList(), body.signatures()),
                call);
    }

    @Operation(summary = "Take back a plan that nobody decided yet")
    @PostMapping("/plans/{planNo}/withdrawal")
    ResponseEntity<AnswerBody> takeBack(
            @PathVariable EscrowAccountId id,
            @PathVariable int planNo,
            @RequestBody TerminationEndBody body,
            Call call) {
        return send(new RejectTerminationPlan(id, planNo, body.reason().value()), call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record TerminationBody(ReasonCode reason, List<Evidence> evidence) {}

    record TerminationEndBody(ReasonCode reason) {}

    record TerminationPlanBody(List<TerminationLegBody> legs, List<Signature> signatures) {}

    /** @param receipt what a buyer gets back of it; absent for anybody else */
    record TerminationLegBody(String legNo, String partyId, Amount amount, Optional<BankReceiptId> receipt) {
        TerminationLegRequest toLeg() {
            return new TerminationLegRequest(
                    Keys.key("legNo", legNo), Keys.key("partyId", partyId), amount.toPositiveMoney(), receipt);
        }
    }
}
