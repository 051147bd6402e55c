package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.DeductionCommand;
import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.DeductionEvent.DeductionRejected;
import io.coffer.api.accounts.DeductionEvent.DeductionRequested;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FreezeRejection.DeductionNotPending;
import io.coffer.api.accounts.FreezeRejection.DeductionNumberTaken;
import io.coffer.api.accounts.FreezeRejection.ExceedsEffectiveFreeze;
import io.coffer.api.accounts.FreezeRejection.FreezeNotInForce;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.util.Optional;

/** How a court takes what its own order holds: a document, two people, a listed account. */
final class DeductionRules {

    private static final int ONE_CHECKER = 1;

    private DeductionRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, DeductionCommand command, Given given) {
        return switch (command) {
            case RequestDeduction c -> request(state, c, given);
            case DeductByCourtOrder c -> deduct(state, c, given);
            case RejectDeduction c -> end(state, c);
        };
    }

    private static Decision<EscrowEvent> request(OpenAccount state, RequestDeduction command, Given given) {
        if (state.isTaken(command.deductionNo())) {
            return reject(new DeductionNumberTaken(command.deductionNo()));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("the court's demand " + command.deductionNo()));
        }
        return Decision.unless(
                objection(state, command.orderNo(), command.amount(), given),
                () -> accept(new DeductionRequested(
                        command.account(),
                        command.deductionNo(),
                        command.orderNo(),
                        command.amount(),
                        command.courtAccount(),
                        command.evidence(),
                        given.actor().subject())));
    }

    private static Decision<EscrowEvent> deduct(OpenAccount state, DeductByCourtOrder command, Given given) {
        return Decision.unless(FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()), () -> {
            var pending = state.deductions()
                    .find(command.deductionNo())
                    .filter(deduction -> deduction.isUndecided()
                            && deduction.orderNo().equals(command.orderNo())
                            && deduction.amount().equals(command.amount())
                            && deduction.courtAccount().equals(command.courtAccount()));
            if (pending.isEmpty()) {
                return reject(new DeductionNotPending(command.deductionNo()));
            }
            return Decision.unless(
                    objection(state, command.orderNo(), command.amount(), given),
                    () -> accept(taken(state, command, given)));
        });
    }

    private static Decision<EscrowEvent> end(OpenAccount state, RejectDeduction command) {
        var deduction = state.deductions().find(command.deductionNo());
        if (deduction.isEmpty()) {
            return reject(new DeductionNotPending(command.deductionNo()));
        }
        return switch (deduction.get().stage()) {
            case REQUESTED -> accept(new DeductionRejected(command.account(), command.deductionNo(), command.reason()));
            case REJECTED -> alreadyDone();
            case TAKEN -> reject(new DeductionNotPending(command.deductionNo()));
        };
    }

    private static FundsDeducted taken(OpenAccount state, DeductByCourtOrder command, Given given) {
        return new FundsDeducted(
                command.account(),
                command.deductionNo(),
                command.orderNo(),
                PayoutId.ofRelease(command.account(), command.deductionNo()),
                command.courtAccount(),
                command.amount(),
                state.frozen(given.at())
                        .draw(command.orderNo(), command.amount())
                        .fromHoldback(),
                state.custodyAccount(),
                command.approval().map(Approval::id).map(Object::toString));
    }

    private static Optional<Rejection> objection(OpenAccount state, String orderNo, Money amount, Given given) {
        var freeze = state.freezes()
                .find(orderNo)
                .filter(found -> found.order().kind() == FreezeKind.JUDICIAL && found.isInForce(given.at()));
        if (freeze.isEmpty()) {
            return Optional.of(new FreezeNotInForce(orderNo));
        }
        var effective = state.frozen(given.at()).effective(orderNo);
        return amount.exceeds(effective)
                ? Optional.of(new ExceedsEffectiveFreeze(amount, effective, amount.above(effective)))
                : Optional.empty();
    }
}
