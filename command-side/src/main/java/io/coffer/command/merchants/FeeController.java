package io.coffer.command.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.CustodyAccounts;
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

/** Fees of orders, as a business system asks for them. */
@RestController
@RequestMapping(
        path = FeeAccountController.PATH + "/{id}/fee-reservations",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class FeeController {

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;

    FeeController(Operations operations, CustodyAccounts custodyAccounts) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
    }

    @Operation(
            summary = "Set the fee of an order aside",
            description = "All of it or nothing: what the account lacks is advanced within the merchant's limit, or the"
                    + " refusal says what is missing.")
    @PostMapping
    ResponseEntity<AnswerBody> reserve(@PathVariable MerchantFeeAccountId id, @RequestBody FeeBody body, Call call) {
        return send(
                new ReserveFee(
                        id,
                        new FeeTaker.Order(Keys.key("orderNo", body.orderNo())),
                        body.fee().toPositiveMoney(),
                        body.custodyAccount().map(custodyAccounts::registered)),
                call);
    }

    @Operation(
            summary = "End what is set aside for an order that will not take it",
            description = "Open advances are recovered first; the rest becomes available again.")
    @PostMapping("/{orderNo}/end")
    ResponseEntity<AnswerBody> end(
            @PathVariable MerchantFeeAccountId id, @PathVariable String orderNo, @RequestBody EndBody body, Call call) {
        return send(
                new EndFeeReservation(
                        id,
                        new FeeTaker.Order(Keys.key("orderNo", orderNo)),
                        body.reason().value()),
                call);
    }

    private ResponseEntity<AnswerBody> send(FeeAccountCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), FeeAccountController.PATH);
    }

    /** @param custodyAccount where the order's money comes to, where it comes to us */
    record FeeBody(String orderNo, Amount fee, Optional<CustodyAccount> custodyAccount) {}

    record EndBody(ReasonCode reason) {}
}
