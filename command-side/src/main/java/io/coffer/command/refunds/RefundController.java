package io.coffer.command.refunds;

import io.coffer.api.accounts.ReturnCommand.VerifyLegReissue;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.CancelRefund;
import io.coffer.api.refunds.RefundCommand.RequestReroute;
import io.coffer.api.refunds.RefundCommand.RetryFunding;
import io.coffer.api.refunds.RefundCommand.RetryRefund;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.vault.Subject;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a business system or an operator does about a refund that its order admitted. */
@RestController
@RequestMapping(path = RefundController.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class RefundController {

    static final String PATH = "/v1/refunds";

    private final Operations operations;
    private final Tokens tokens;

    RefundController(Operations operations, Tokens tokens) {
        this.operations = operations;
        this.tokens = tokens;
    }

    @Operation(summary = "Ask once more for the money that a refund waits for")
    @PostMapping(path = "/funding")
    ResponseEntity<AnswerBody> retry(@PathVariable RefundId id, Call call) {
        return send(new RetryFunding(id), call);
    }

    @Operation(
            summary = "Send a refund again that the channel put off, or did not know, too often",
            description =
                    "It is sent by itself, ever more rarely; state RETRIES_EXHAUSTED says that it waits for this.")
    @PostMapping(path = "/retry")
    ResponseEntity<AnswerBody> sendAgain(@PathVariable RefundId id, Call call) {
        return send(new RetryRefund(id), call);
    }

    @Operation(
            summary = "Cancel a refund",
            description = "Before the channel was called, or after it definitely refused; what was taken goes back.")
    @PostMapping(path = "/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> cancel(@PathVariable RefundId id, @RequestBody CancellationBody body, Call call) {
        return send(new CancelRefund(id, body.reason().value()), call);
    }

    @Operation(
            summary = "Name another account of the payer's",
            description =
                    "Of the same holder, with its proof; a second person verifies it before money goes there. What a bank"
                            + " gave back of a terminated contract is kept by the freezes of its account.")
    @PostMapping(path = "/reroute", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> reroute(@PathVariable RefundId id, @RequestBody RerouteBody body, Call call) {
        var payee = body.payee();
        var account = tokens.account(
                Subject.unknown(),
                new Tokens.Holding(payee.bankCode(), payee.accountNumber(), payee.holderName(), payee.accountClass()));
        // Whoever asks is told at once which orders keep the money; the account judges again when it is to go.
        id.account()
                .ifPresent(of -> operations.carryOut(new VerifyLegReissue(of, id.outRefundNo()), call.operationNow()));
        return send(new RequestReroute(id, account, body.evidence()), call);
    }

    private ResponseEntity<AnswerBody> send(RefundCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    record CancellationBody(ReasonCode reason) {}

    record RerouteBody(RerouteAccountBody payee, List<Evidence> evidence) {}

    /** Number and name are kept in the vault only. */
    record RerouteAccountBody(String accountNumber, String bankCode, String holderName, AccountClass accountClass) {
        @Override
        public String toString() {
            return "payee account at " + bankCode;
        }
    }
}
