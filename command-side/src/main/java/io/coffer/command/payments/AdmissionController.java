package io.coffer.command.payments;

import io.coffer.api.money.Amount;
import io.coffer.api.payments.PaymentCommand.AdmitRefund;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RecoveryPlan;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RouteWish;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Refunds as they are asked for: the order answers at once, with all reasons where it refuses. */
@RestController
class AdmissionController {

    private static final String PATH = "/v1/refunds";

    private final Operations operations;
    private final PaymentSplits splits;
    private final FeeAccountPlaces feeAccountPlaces;

    AdmissionController(Operations operations, PaymentSplits splits, Histories histories) {
        this.operations = operations;
        this.splits = splits;
        this.feeAccountPlaces = new FeeAccountPlaces(histories);
    }

    @Operation(
            summary = "Refund a payment, all of it or a part",
            description =
                    "The order admits it or says all reasons why not; what it admits is promised to this refund alone. It is then"
                            + " funded from its own source, approved where the payment's refunds that nobody else saw are more than"
                            + " 1,000 yuan together, and sent to the channel. Where the payment was split before, the recovery plan"
                            + " names who bears which part; others always agree to it, and payees give back first. With"
                            + " route REVERSAL the channel makes the payment void, on its own day and all of it; a reversal"
                            + " that the channel refuses is over, and a refund by the original route needs a number of its"
                            + " own. The answer's id is the refund's: read it for what became of it.")
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> request(@RequestBody RefundBody body, Call call) {
        var route = body.route().orElse(RouteWish.ORIGINAL);
        var recovery = RecoveryLegBody.plan(body.recoveryPlan());
        var command = new AdmitRefund(
                body.order(),
                RefundId.of(body.order().tenant(), body.outRefundNo()),
                body.paymentNo(),
                body.amount().toPositiveMoney(),
                route,
                body.reason().value(),
                recovery,
                route == RouteWish.REVERSAL && splits.isSplit(body.order()),
                recovery.filter(RecoveryPlan::asksMerchant).flatMap(_ -> feeAccountPlaces.of(body.order())));
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH, command.refund());
    }

    /**
     * What is to be refunded.
     *
     * @param paymentNo the channel's number or the receipt; absent: the payment that paid the order
     * @param route absent: to where the money came from; REVERSAL: the payment is to be void at its channel
     * @param recoveryPlan who bears what, where the payment was split before
     */
    record RefundBody(
            String outRefundNo,
            PaymentOrderId order,
            Optional<String> paymentNo,
            Amount amount,
            Optional<RouteWish> route,
            ReasonCode reason,
            Optional<List<RecoveryLegBody>> recoveryPlan) {}
}
