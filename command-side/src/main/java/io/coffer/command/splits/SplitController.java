package io.coffer.command.splits;

import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.SplitCommand;
import io.coffer.api.splits.SplitCommand.CancelSplit;
import io.coffer.api.splits.SplitCommand.DefineSplit;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Splits, as a business system asks for them. */
@RestController
@RequestMapping(
        path = SplitController.PATH,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class SplitController {

    static final String PATH = "/v1/splits";

    private final Operations operations;

    SplitController(Operations operations) {
        this.operations = operations;
    }

    @Operation(
            summary = "Give money of a contract's payment to its payees",
            description =
                    "Legs and fee must add up to the amount. It is carried out as a whole as soon as enough people agreed (from"
                            + " 50,000 yuan on), the contract has set the amount aside and every payee's fee account takes its leg;"
                            + " otherwise it is BLOCKED for good, with what is missing or who refused: ask again under another number,"
                            + " also for a payment that had not reached its contract yet. The answer's id is the split's: read it"
                            + " for what became of it.")
    @PostMapping
    ResponseEntity<AnswerBody> define(@RequestBody SplitBody body, Call call) {
        var tenant = call.actor()
                .tenant()
                .orElseThrow(() -> new RejectionException(new NotPermitted(Set.of(Role.BUSINESS))));
        return send(
                new DefineSplit(
                        SplitId.of(tenant, body.splitNo()),
                        new SplitTerms(
                                body.contract(),
                                body.order(),
                                body.amount().toPositiveMoney(),
                                body.legs().stream().map(SplitLegBody::toLeg).toList(),
                                body.fee().toMoney())),
                call);
    }

    @Operation(
            summary = "Cancel a split",
            description = "Before its payees have it; what the contract has set aside for it is available again.")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<AnswerBody> cancel(@PathVariable SplitId id, @RequestBody SplitCancellationBody body, Call call) {
        return send(new CancelSplit(id, body.reason().value()), call);
    }

    private ResponseEntity<AnswerBody> send(SplitCommand command, Call call) {
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    /**
     * Who gets what.
     *
     * @param order whose payment it is
     * @param amount of the payment: legs and fee
     * @param fee what the institution earns; zero for none
     */
    record SplitBody(
            String splitNo,
            MerchantContractId contract,
            PaymentOrderId order,
            Amount amount,
            List<SplitLegBody> legs,
            Amount fee) {}

    /** @param payee a merchant's fee account */
    record SplitLegBody(MerchantFeeAccountId payee, Amount amount) {

        SplitLeg toLeg() {
            return new SplitLeg(payee, amount.toPositiveMoney());
        }
    }

    record SplitCancellationBody(ReasonCode reason) {}
}
