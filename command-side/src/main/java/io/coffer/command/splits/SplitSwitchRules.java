package io.coffer.command.splits;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Role;
import io.coffer.api.splits.SplitRejection.SplitStopNotInForce;
import io.coffer.api.splits.SplitSwitchCommand;
import io.coffer.api.splits.SplitSwitchCommand.RequestSplitsResumption;
import io.coffer.api.splits.SplitSwitchCommand.ResumeSplits;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumed;
import io.coffer.api.splits.SplitSwitchEvent.SplitsResumptionRequested;
import io.coffer.api.splits.SplitSwitchEvent.SplitsStopped;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;

/** Anyone at the institution may stop a merchant's splits alone; nobody may let them go again alone. */
final class SplitSwitchRules {

    private SplitSwitchRules() {}

    static Decision<SplitSwitchEvent> decide(SplitSwitchState state, SplitSwitchCommand command, Given given) {
        return Decision.unless(Access.toOpen(command.id(), given, mayGive(command)), () -> switch (command) {
            case StopSplits c -> stop(state, c, given);
            case RequestSplitsResumption c ->
                state.stopped()
                        ? accept(new SplitsResumptionRequested(
                                c.id(),
                                state.stopNo(),
                                state.requestNo() + 1,
                                c.reason(),
                                given.actor().subject()))
                        : reject(new SplitStopNotInForce(state.stopNo()));
            case ResumeSplits c -> resume(state, c, given);
        });
    }

    /**
     * What people stopped needs no second stop. Each cause that a policy hears of is one, while they are stopped too: else people
     * would lift it along without having seen it. Heard of again, it is none.
     */
    private static Decision<SplitSwitchEvent> stop(SplitSwitchState state, StopSplits command, Given given) {
        var isKnown = given.actor().has(Role.POLICY) ? state.causes().contains(command.reason()) : state.stopped();
        return isKnown
                ? alreadyDone()
                : accept(new SplitsStopped(
                        command.id(),
                        state.stopNo() + 1,
                        command.reason(),
                        given.actor().subject()));
    }

    private static Decision<SplitSwitchEvent> resume(SplitSwitchState state, ResumeSplits command, Given given) {
        return Decision.unless(
                FourEyes.objection(command, command.approval(), 1, given.at()),
                () -> state.stopped() && state.stopNo() == command.stopNo()
                        ? accept(new SplitsResumed(
                                command.id(),
                                command.stopNo(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new SplitStopNotInForce(command.stopNo())));
    }

    private static Role[] mayGive(SplitSwitchCommand command) {
        return switch (command) {
            case StopSplits _ -> new Role[] {Role.OPERATOR, Role.CHECKER, Role.POLICY};
            case RequestSplitsResumption _ -> new Role[] {Role.OPERATOR};
            case ResumeSplits _ -> new Role[] {Role.OPERATOR, Role.POLICY};
        };
    }
}
