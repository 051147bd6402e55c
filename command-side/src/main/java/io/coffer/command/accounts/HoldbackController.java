package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.Signature;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
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

/** What stays until handover, and who claims a part of it. */
@RestController
@RequestMapping(path = EscrowAccountController.PATH + "/{id}/holdback", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldbackController {

    private final Operations operations;

    HoldbackController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Keep back what the terms say",
            description = "A release leaves it alone also before; keeping it shows it as held back.")
    @PostMapping
    ResponseEntity<AnswerBody> keep(@PathVariable EscrowAccountId id, Call call) {
        return send(new HoldBack(id), call);
    }

    @Operation(summary = "State that the home is handed over; buyers and sellers sign, a seller also by a proxy")
    @PostMapping(path = "/handover", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> handOver(@PathVariable EscrowAccountId id, @RequestBody HandoverBody body, Call call) {
        return send(new ConfirmHandover(id, body.signatures()), call);
    }

    @Operation(
            summary = "Claim a part of the hold-back for a buyer",
            description = "The seller may object for the agreed days; then the claim counts.")
    @PostMapping(path = "/claims", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> claim(@PathVariable EscrowAccountId id, @RequestBody ClaimBody body, Call call) {
        return send(
                new ClaimHoldback(
                        id,
                        Keys.key("claimNo", body.claimNo()),
                        Keys.key("partyId", body.partyId()),
                        body.amount().toPositiveMoney(),
                        body.evidence()),
                call);
    }

    @Operation(summary = "A seller agrees with a claim")
    @PostMapping(path = "/claims/{claimNo}/acceptance", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> accept(
            @PathVariable EscrowAccountId id,
            @PathVariable String claimNo,
            @RequestBody AnswerToClaim body,
            Call call) {
        return send(
                new AcceptHoldbackClaim(
                        id, Keys.key("claimNo", claimNo), Keys.key("partyId", body.partyId()), body.evidence()),
                call);
    }

    @Operation(summary = "A seller objects to a claim, in time")
    @PostMapping(path = "/claims/{claimNo}/objection", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> object(
            @PathVariable EscrowAccountId id,
            @PathVariable String claimNo,
            @RequestBody AnswerToClaim body,
            Call call) {
        return send(
                new DisputeHoldbackClaim(
                        id, Keys.key("claimNo", claimNo), Keys.key("partyId", body.partyId()), body.evidence()),
                call);
    }

    @Operation(summary = "Give a claim up")
    @PostMapping(path = "/claims/{claimNo}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable EscrowAccountId id, @PathVariable String claimNo, @RequestBody ClaimEndBody body, Call call) {
        return send(
                new WithdrawHoldbackClaim(
                        id, Keys.key("claimNo", claimNo), body.reason().value()),
                call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    record HandoverBody(List<Signature> signatures) {}

    record ClaimBody(String claimNo, String partyId, Amount amount, List<Evidence> evidence) {}

    /** @param partyId the seller who answers */
    record AnswerToClaim(String partyId, List<Evidence> evidence) {}

    record ClaimEndBody(ReasonCode reason) {}
}
