package io.coffer.command.payouts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutCommand.ConfirmPayout;
import io.coffer.api.payouts.PayoutCommand.RegisterReturn;
import io.coffer.api.payouts.PayoutCommand.RequestResolution;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Operations;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the bank reports about payouts, and what an operator does about one that nobody knows about. */
@RestController
class PayoutController {

    static final String PATH = "/v1/payouts";

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;
    private final ReturnDesk returns;

    PayoutController(Operations operations, CustodyAccounts custodyAccounts, ReturnDesk returns) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
        this.returns = returns;
    }

    @Operation(summary = "Take the bank's word on what became of a payout: late, twice, out of order")
    @PostMapping(
            path = "/v1/bank/payout-results",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> result(@RequestBody ResultBody body, Call call) {
        return Answers.of(
                operations.carryOut(new ConfirmPayout(body.payoutNo(), body.outcome()), call.operationNow()), PATH);
    }

    @Operation(
            summary = "Take the bank's word that a paid payout came back",
            description =
                    "The line is known by the key of a receipt; one line is booked once, as soon as it is known here"
                            + " that the payout was paid. The return of a failed payout is not booked and stops the"
                            + " payouts of its custody account.")
    @PostMapping(
            path = "/v1/bank/payout-returns",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> comeBack(@RequestBody ReturnBody body, Call call) {
        return Answers.of(returns.take(body.toCommand(custodyAccounts), call.operationNow()), PATH);
    }

    @Operation(summary = "Ask to settle an unknown payout by the bank's papers; a second person decides")
    @PostMapping(
            path = PATH + "/{id}/resolutions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> resolve(@PathVariable PayoutId id, @RequestBody ResolutionBody body, Call call) {
        return Answers.of(
                operations.carryOut(
                        new RequestResolution(id, body.outcome().toOutcome(), body.evidence()), call.operationNow()),
                PATH);
    }

    /** @param code why the bank refused */
    record ResultBody(
            PayoutId payoutNo,
            Result result,
            Optional<String> coreNo,
            Optional<String> code,
            LocalDate bankDate,
            Optional<String> occurredAt) {
        PayoutOutcome outcome() {
            return new OutcomeBody(result, coreNo, code, bankDate).toOutcome();
        }
    }

    record ReturnBody(
            PayoutId payoutNo, CustodyAccount custodyAccount, String coreNo, LocalDate bankDate, Amount amount) {
        RegisterReturn toCommand(CustodyAccounts known) {
            var line = BankReceiptId.of(
                    known.registered(custodyAccount), BookingPlace.believable(bankDate), Keys.key("coreNo", coreNo));
            return new RegisterReturn(payoutNo, line, amount.toPositiveMoney(), bankDate, coreNo);
        }
    }

    record ResolutionBody(OutcomeBody outcome, List<Evidence> evidence) {}

    /** How it ended. */
    enum Result {
        SUCCEEDED,
        REFUSED
    }

    record OutcomeBody(Result result, Optional<String> coreNo, Optional<String> code, LocalDate bankDate) {
        PayoutOutcome toOutcome() {
            return switch (result) {
                case SUCCEEDED -> new PayoutOutcome.Paid(Keys.key("coreNo", coreNo.orElse("")), bankDate);
                case REFUSED -> new PayoutOutcome.Refused(Keys.key("code", code.orElse("REFUSED")));
            };
        }
    }
}
