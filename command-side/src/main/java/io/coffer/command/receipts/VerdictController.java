package io.coffer.command.receipts;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.VerdictCommand;
import io.coffer.api.receipts.VerdictCommand.RefundExcess;
import io.coffer.api.receipts.VerdictCommand.RejectVerdict;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Histories;
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

/** What an operator asks a second person to decide about a receipt. */
@RestController
@RequestMapping(path = AssignmentController.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class VerdictController {

    private final Operations operations;
    private final OpenedAccounts accounts;

    VerdictController(Operations operations, Histories histories) {
        this.operations = operations;
        this.accounts = new OpenedAccounts(histories);
    }

    @Operation(
            summary = "Ask to send a suspended receipt, or the excess of a credited one, back to its payer",
            description = "A second person decides. The payout is as careful as any other.")
    @PostMapping("/returns")
    ResponseEntity<AnswerBody> giveBack(@PathVariable BankReceiptId id, Call call) {
        return send(new RequestReturn(id), call);
    }

    @Operation(
            summary = "Ask to take a receipt back from an account that it does not belong to",
            description =
                    "A second person decides. It works only while the account has not promised the money away; a channel's"
                            + " settlement gives it back always, and is open for as much again."
                            + " Without another account it waits in suspense.")
    @PostMapping(path = "/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> correct(@PathVariable BankReceiptId id, @RequestBody CorrectionBody body, Call call) {
        body.account().ifPresent(account -> accounts.require(account, call));
        return send(new RequestCorrection(id, body.account()), call);
    }

    @Operation(
            summary = "Say by the bank's papers what it really booked",
            description =
                    "A second person decides. Two amounts, a booking that stands here twice, one that the bank does"
                            + " not know, and a receipt that it told as a return or own transfer end this way.")
    @PostMapping(path = "/verdicts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> decide(@PathVariable BankReceiptId id, @RequestBody VerdictBody body, Call call) {
        return send(
                new RequestVerdict(id, body.stated(), body.amount().map(Amount::toPositiveMoney), body.evidence()),
                call);
    }

    @Operation(summary = "Take back a wish about the receipt that nobody decided yet")
    @PostMapping(path = "/verdicts/{verdictNo}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> withdraw(
            @PathVariable BankReceiptId id, @PathVariable int verdictNo, @RequestBody WithdrawalBody body, Call call) {
        return send(new RejectVerdict(id, verdictNo, body.reason().value()), call);
    }

    @Operation(
            summary = "Refund what the account of a receipt did not expect to its payer",
            description =
                    "The receipt promises all of it to this refund alone, which goes by transfer to the account that paid, as"
                            + " RF:{tenant}:{outRefundNo} of the account's tenant: read that for what becomes of it. Above"
                            + " 1,000 yuan a second person agrees.")
    @PostMapping(path = "/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> refund(@PathVariable BankReceiptId id, @RequestBody ExcessRefundBody body, Call call) {
        return send(
                new RefundExcess(
                        id,
                        Keys.key("outRefundNo", body.outRefundNo()),
                        body.reason().value()),
                call);
    }

    private ResponseEntity<AnswerBody> send(VerdictCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), AssignmentController.PATH);
    }

    /** @param account to which it belongs, if anybody knows */
    record CorrectionBody(Optional<ReceiptTarget> account) {}

    /** @param amount what the bank booked, where it is another amount */
    record VerdictBody(VerdictCommand.Stated stated, Optional<Amount> amount, List<Evidence> evidence) {}

    record WithdrawalBody(ReasonCode reason) {}

    record ExcessRefundBody(String outRefundNo, ReasonCode reason) {}
}
