package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeOrder;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How money is held, for how long, and how it is let go again. */
@RestController
@RequestMapping(
        path = EscrowAccountController.PATH + "/{id}/freezes",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class FreezeController {

    private final Operations operations;

    FreezeController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Hold money",
            description = "A business system may hold money for a dispute or a document; the orders of courts, of the"
                    + " police and of fraud prevention are entered by an operator.")
    @PostMapping
    ResponseEntity<AnswerBody> freeze(@PathVariable EscrowAccountId id, @RequestBody FreezeBody body, Call call) {
        return send(new FreezeFunds(id, body.toOrder(), body.expiresAt(), body.evidence()), call);
    }

    @Operation(summary = "Let an order last longer; it keeps its place in the queue")
    @PostMapping("/{orderNo}/renewal")
    ResponseEntity<AnswerBody> renew(
            @PathVariable EscrowAccountId id, @PathVariable String orderNo, @RequestBody RenewalBody body, Call call) {
        return send(new RenewFreeze(id, Keys.key("orderNo", orderNo), body.expiresAt(), body.evidence()), call);
    }

    @Operation(
            summary = "Ask to lift an order",
            description = "The order's own authority may, or whoever has a document of type COURT_DOCUMENT. Another"
                    + " person must approve it; then it is carried out by itself.")
    @PostMapping("/{orderNo}/release")
    ResponseEntity<AnswerBody> unfreeze(
            @PathVariable EscrowAccountId id, @PathVariable String orderNo, @RequestBody UnfreezeBody body, Call call) {
        return send(
                new RequestUnfreeze(
                        id, Keys.key("orderNo", orderNo), Keys.key("authority", body.authority()), body.evidence()),
                call);
    }

    private ResponseEntity<AnswerBody> send(EscrowCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), EscrowAccountController.PATH);
    }

    /**
     * @param authority the party that quarrels, the court, the police, the department
     * @param amount absent: all there is and will be
     * @param item the one payment that a dispute is about; HOLDBACK_DEPOSIT means the hold-back
     * @param expiresAt a court's date only
     */
    record FreezeBody(
            String orderNo,
            FreezeKind kind,
            String authority,
            Optional<Amount> amount,
            Optional<PaymentItem> item,
            Optional<Instant> expiresAt,
            List<Evidence> evidence) {
        FreezeOrder toOrder() {
            return new FreezeOrder(
                    Keys.key("orderNo", orderNo),
                    kind,
                    Keys.key("authority", authority),
                    amount.map(Amount::toPositiveMoney),
                    item);
        }
    }

    record RenewalBody(Optional<Instant> expiresAt, List<Evidence> evidence) {}

    record UnfreezeBody(String authority, List<Evidence> evidence) {}
}
