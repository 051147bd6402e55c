package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.api.accounts.EscrowRejection.PayeeDiffers;
import io.coffer.api.accounts.EscrowRejection.SignaturesInvalid;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.TerminationCommand;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanAgreed;
import io.coffer.api.accounts.TerminationEvent.TerminationPlanRejected;
import io.coffer.api.accounts.TerminationEvent.TerminationRequested;
import io.coffer.api.accounts.TerminationEvent.TerminationWithdrawn;
import io.coffer.api.accounts.TerminationLeg;
import io.coffer.api.accounts.TerminationLegRequest;
import io.coffer.api.accounts.TerminationRejection.LoanNotToLender;
import io.coffer.api.accounts.TerminationRejection.TerminationBlocked;
import io.coffer.api.accounts.TerminationRejection.TerminationCarriedOut;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanInvalid;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanNotPending;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanUnbalanced;
import io.coffer.api.accounts.TerminationRejection.TerminationPlanUndecided;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a contract ends before its time: all parties agree who gets which part, other people approve, all of it leaves. The
 * loan is its lender's whatever they sign; of the hold-back that a seller paid in others get only what he signs away.
 */
final class TerminationRules {

    private static final int ONE_CHECKER = 1;

    private TerminationRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, TerminationCommand command, Given given) {
        return switch (command) {
            case RequestTermination c -> request(state, c, given);
            case WithdrawTermination c -> withdraw(state, c);
            case AgreeTerminationPlan c -> agree(state, c, given);
            case ExecuteTermination c -> execute(state, c, given);
            case RejectTerminationPlan c -> endPlan(state, c);
        };
    }

    private static Decision<EscrowEvent> request(OpenAccount state, RequestTermination command, Given given) {
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing("the end of the contract"));
        }
        return switch (state.status()) {
            case TERMINATING, TERMINATED -> alreadyDone();
            case FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK ->
                accept(new TerminationRequested(
                        command.account(),
                        command.reason(),
                        command.evidence(),
                        given.actor().subject()));
            case UNKNOWN, OPENED, COMPLETED, CANCELLED, CLOSING, CLOSED ->
                state.onlyIn(
                        EscrowStatus.FUNDING,
                        EscrowStatus.FUNDED,
                        EscrowStatus.RELEASABLE,
                        EscrowStatus.RELEASING,
                        EscrowStatus.HELD_BACK);
        };
    }

    private static Decision<EscrowEvent> withdraw(OpenAccount state, WithdrawTermination command) {
        if (state.termination().isExecuted()) {
            return reject(new TerminationCarriedOut(command.account().value()));
        }
        return state.termination().isUnderWay()
                ? accept(new TerminationWithdrawn(command.account(), command.reason()))
                : state.onlyIn(EscrowStatus.TERMINATING);
    }

    private static Decision<EscrowEvent> agree(OpenAccount state, AgreeTerminationPlan command, Given given) {
        if (state.status() != EscrowStatus.TERMINATING) {
            return state.onlyIn(EscrowStatus.TERMINATING);
        }
        var pending = state.termination().pending();
        if (pending.isPresent()) {
            return reject(new TerminationPlanUndecided(pending.get().planNo()));
        }
        var reasons = TerminationCheck.reasonsAgainst(command.legs(), state);
        reasons.addAll(TerminationCheck.takenNumbers(command.legs(), state));
        return Decision.unless(objection(state, command.legs(), reasons, given.at()), () -> {
            var unsigned = SignatureCheck.reasonsAgainst(command.signatures(), state.parties());
            return unsigned.isEmpty() ? agreed(state, command, given) : reject(new SignaturesInvalid(unsigned));
        });
    }

    private static Decision<EscrowEvent> agreed(OpenAccount state, AgreeTerminationPlan command, Given given) {
        return switch (TerminationLegs.paidTo(command.legs(), state, given.at())) {
            case TerminationLegs.Unpayable(var why) -> reject(why);
            case TerminationLegs.Payable(var legs) ->
                accept(new TerminationPlanAgreed(
                        command.account(),
                        state.termination().plans() + 1,
                        TerminationLegs.withTakers(command.account(), legs),
                        command.signatures(),
                        given.actor().subject(),
                        Math.max(ONE_CHECKER, state.terms().tiers().checkersFor(PayoutLeg.total(legs)))));
        };
    }

    /** Everything is judged again: money, freezes and payees may have changed since the parties signed. */
    private static Decision<EscrowEvent> execute(OpenAccount state, ExecuteTermination command, Given given) {
        var pending = state.termination().pending(command.planNo(), command.legs());
        var required = pending.map(TerminationPlanAgreed::checkersRequired).orElse(ONE_CHECKER);
        return Decision.unless(FourEyes.objection(command, command.approval(), required, given.at()), () -> {
            if (pending.isEmpty()) {
                return reject(new TerminationPlanNotPending(command.planNo()));
            }
            var asked = TerminationLegs.asked(command.legs());
            return switch (TerminationLegs.paidTo(asked, state, given.at())) {
                case TerminationLegs.Unpayable(var why) -> reject(why);
                case TerminationLegs.Payable(var legs) ->
                    Decision.unless(
                            objection(state, asked, TerminationCheck.reasonsAgainst(asked, state), given.at())
                                    .or(() -> differing(command.legs(), legs)),
                            () -> accept(new TerminationExecuted(
                                    command.account(),
                                    command.planNo(),
                                    command.legs(),
                                    state.custodyAccount(),
                                    command.approval().map(Approval::id).map(Object::toString))));
            };
        });
    }

    private static Decision<EscrowEvent> endPlan(OpenAccount state, RejectTerminationPlan command) {
        return state.termination()
                .pending()
                .filter(plan -> plan.planNo() == command.planNo())
                .<Decision<EscrowEvent>>map(
                        _ -> accept(new TerminationPlanRejected(command.account(), command.planNo(), command.reason())))
                .orElseGet(() -> reject(new TerminationPlanNotPending(command.planNo())));
    }

    private static Optional<Rejection> objection(
            OpenAccount state, List<TerminationLegRequest> legs, List<String> reasons, Instant at) {
        if (!reasons.isEmpty()) {
            return Optional.of(new TerminationPlanInvalid(reasons));
        }
        var loan = state.loanThatIsHere();
        var toLenders = TerminationCheck.toLenders(legs, state);
        if (loan.exceeds(toLenders)) {
            return Optional.of(new LoanNotToLender(loan, toLenders, loan.minus(toLenders)));
        }
        var blockers = TerminationCheck.blockers(state, at);
        if (!blockers.isEmpty()) {
            return Optional.of(new TerminationBlocked(blockers));
        }
        var planned = legs.stream().map(TerminationLegRequest::amount).reduce(Money.ZERO, Money::plus);
        var balance = state.buckets().total();
        return planned.equals(balance)
                ? Optional.empty()
                : Optional.of(new TerminationPlanUnbalanced(planned, balance));
    }

    private static Optional<Rejection> differing(List<TerminationLeg> agreed, List<TerminationLeg> today) {
        for (var index = 0; index < agreed.size(); index++) {
            if (!agreed.get(index).plain().equals(today.get(index))) {
                var leg = agreed.get(index);
                return Optional.of(new PayeeDiffers(leg.legNo(), leg.payee().partyId()));
            }
        }
        return Optional.empty();
    }
}
