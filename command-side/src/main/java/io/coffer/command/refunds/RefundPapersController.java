package io.coffer.command.refunds;

import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Keys;
import io.coffer.api.refunds.ClaimVerdict;
import io.coffer.api.refunds.RefundCommand.RequestRefundResolution;
import io.coffer.api.refunds.RefundFinding;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundRejection.ContradictsRefund;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator says that a channel's papers prove; a second person decides. */
@RestController
@RequestMapping(
        path = RefundController.PATH + "/{id}",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class RefundPapersController {

    private final Operations operations;
    private final RefundLookup lookup;

    RefundPapersController(Operations operations, RefundLookup lookup) {
        this.operations = operations;
        this.lookup = lookup;
    }

    @Operation(
            summary = "Ask to settle a refund of unknown outcome by the channel's papers; a second person decides",
            description = "After the agreed hours. What the channel says itself before that comes first.")
    @PostMapping(path = "/resolutions")
    ResponseEntity<AnswerBody> resolve(@PathVariable RefundId id, @RequestBody RefundResolutionBody body, Call call) {
        var finding = switch (body.outcome().result()) {
            case SUCCEEDED -> {
                refuseWhere(body.outcome().saysWhyItFailed(), "code does not go with SUCCEEDED.");
                yield new RefundFinding.WasPaid(body.outcome().number(), funds(id, body.outcome(), call));
            }
            case FAILED -> {
                refuseWhere(
                        body.outcome().saysHowItWasPaid(),
                        "channelRefundNo, settlementDate, bankDate and coreNo do not go with FAILED.");
                yield new RefundFinding.WasNotPaid(body.outcome().failureCode());
            }
        };
        return ask(id, finding, body.evidence(), body.reason(), call);
    }

    @Operation(
            summary = "Ask to decide which of a channel's two words about a refund is right; a second person decides",
            description = "Contradictions are counted from 1. TRUE books what the channel claims: where the money was"
                    + " given to somebody else since, own cash pays. NOT_TRUE leaves the books as they are.")
    @PostMapping(path = "/contradictions/{no}/decisions")
    ResponseEntity<AnswerBody> decide(
            @PathVariable RefundId id, @PathVariable int no, @RequestBody ContradictionBody body, Call call) {
        return ask(id, new RefundFinding.OnContradiction(no, body.verdict()), body.evidence(), body.reason(), call);
    }

    // Papers that say both are read wrongly by somebody.
    private static void refuseWhere(boolean contradictory, String why) {
        if (contradictory) {
            throw new EdgeException(EdgeProblem.FIELD_INVALID, why);
        }
    }

    private ResponseEntity<AnswerBody> ask(
            RefundId refund, RefundFinding finding, List<Evidence> evidence, ReasonCode reason, Call call) {
        return Answers.of(
                operations.carryOut(
                        new RequestRefundResolution(refund, finding, evidence, reason.value()), call.operationNow()),
                RefundController.PATH);
    }

    /** The channel and the account are those of the refund: nobody needs to name them. */
    private RefundFunds funds(RefundId refund, RefundOutcomeBody outcome, Call call) {
        var known = lookup.find(refund)
                .filter(state -> call.actor().sees(state.refund().owner()))
                .orElseThrow(() -> new RejectionException(new NotFound(refund.value())));
        return RefundLookup.order(known)
                .orElseThrow(() -> new RejectionException(new ContradictsRefund("never submitted")))
                .funds(
                        outcome.settlementDate(),
                        outcome.bankDate(),
                        outcome.coreNo().map(number -> Keys.key("coreNo", number)))
                .orElseThrow(() -> new EdgeException(
                        EdgeProblem.FIELD_INVALID,
                        "settlementDate, or bankDate and coreNo, is needed with this result."));
    }

    record RefundResolutionBody(RefundOutcomeBody outcome, List<Evidence> evidence, ReasonCode reason) {}

    /** How it ended, as the papers say. */
    @Schema(name = "RefundPapersResult")
    enum Result {
        SUCCEEDED,
        FAILED
    }

    /**
     * @param channelRefundNo the channel's own number of the refund, with SUCCEEDED
     * @param settlementDate of the settlement that it was netted from; or else bankDate and coreNo
     * @param bankDate when our account was debited
     * @param coreNo by which number of the bank
     * @param code why it failed, with FAILED
     */
    record RefundOutcomeBody(
            Result result,
            Optional<String> channelRefundNo,
            Optional<LocalDate> settlementDate,
            Optional<LocalDate> bankDate,
            Optional<String> coreNo,
            Optional<String> code) {

        private String number() {
            return Keys.key("channelRefundNo", channelRefundNo.orElse(""));
        }

        private boolean saysHowItWasPaid() {
            return channelRefundNo.isPresent()
                    || settlementDate.isPresent()
                    || bankDate.isPresent()
                    || coreNo.isPresent();
        }

        private boolean saysWhyItFailed() {
            return code.isPresent();
        }

        private String failureCode() {
            return Keys.key("code", code.orElse("NOT_PAID"));
        }
    }

    record ContradictionBody(ClaimVerdict verdict, List<Evidence> evidence, ReasonCode reason) {}
}
