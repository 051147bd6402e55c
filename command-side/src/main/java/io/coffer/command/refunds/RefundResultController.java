package io.coffer.command.refunds;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.refunds.RefundCommand;
import io.coffer.api.refunds.RefundCommand.BounceRefund;
import io.coffer.api.refunds.RefundCommand.ConfirmRefund;
import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.api.refunds.RefundRejection.RefundFundsDiffer;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What channels report about refunds. */
@RestController
class RefundResultController {

    private final Operations operations;
    private final RefundLookup lookup;

    RefundResultController(Operations operations, RefundLookup lookup) {
        this.operations = operations;
        this.lookup = lookup;
    }

    @Operation(
            summary = "Take a channel's word on what became of a refund: late, twice, out of order",
            description = "A success is paid out of one settlement (settlementDate) or out of our account (bankDate and"
                    + " coreNo). BOUNCED takes a success back, and is told again until the success is known here.")
    @PostMapping(
            path = "/v1/bank/refund-results",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> result(@RequestBody RefundResultBody body, Call call) {
        var refund = body.refundNo();
        var known = lookup.find(refund)
                .filter(state -> call.actor().sees(state.refund().owner()))
                .orElseThrow(() -> new RejectionException(new NotFound(refund.value())));
        var order = RefundLookup.order(known)
                .orElseThrow(() -> new RejectionException(new ContradictsRefund("never submitted")));
        if (body.channel().filter(name -> !name.equals(order.channel())).isPresent()) {
            throw new RejectionException(new RefundFundsDiffer(refund.value()));
        }
        return Answers.of(operations.carryOut(body.toCommand(order), call.operationNow()), RefundController.PATH);
    }

    /** How it ended. */
    enum Result {
        SUCCEEDED,
        REFUSED,
        BOUNCED
    }

    /**
     * @param failure what a refusal leaves to us
     * @param code why the channel refused
     * @param message its own words, which are not kept
     */
    record RefundResultBody(
            RefundId refundNo,
            Optional<String> channel,
            Result result,
            Optional<String> channelRefundNo,
            Optional<LocalDate> bankDate,
            Optional<LocalDate> settlementDate,
            Optional<String> coreNo,
            Optional<Amount> feeReturned,
            Optional<LocalDate> feeSettlementDate,
            Optional<RefundFailure> failure,
            Optional<String> code,
            Optional<String> message) {

        RefundCommand toCommand(Order order) {
            return switch (result) {
                case SUCCEEDED ->
                    new ConfirmRefund(
                            refundNo, new RefundOutcome.Done(number(), funds(order), fee()), Optional.empty());
                case REFUSED ->
                    new ConfirmRefund(
                            refundNo,
                            new RefundOutcome.Refused(
                                    failure.orElseThrow(() -> missing("failure")),
                                    Keys.key("code", code.orElse("REFUSED"))),
                            Optional.empty());
                case BOUNCED -> new BounceRefund(refundNo, number(), funds(order));
            };
        }

        private String number() {
            return Keys.key("channelRefundNo", channelRefundNo.orElse(""));
        }

        private RefundFunds funds(Order order) {
            return order.funds(settlementDate, bankDate, coreNo.map(number -> Keys.key("coreNo", number)))
                    .orElseThrow(() -> missing("settlementDate, or bankDate and coreNo,"));
        }

        private Optional<ReturnedFee> fee() {
            return feeReturned
                    .map(Amount::toMoney)
                    .filter(amount -> !amount.isZero())
                    .map(amount ->
                            new ReturnedFee(amount, feeSettlementDate.orElseThrow(() -> missing("feeSettlementDate"))));
        }

        private static EdgeException missing(String field) {
            return new EdgeException(EdgeProblem.FIELD_INVALID, field + " is needed with this result.");
        }
    }
}
