package io.coffer.command.payouts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Role;
import io.coffer.api.payouts.PayoutRejection.StopNotInForce;
import io.coffer.api.payouts.PayoutSwitchCommand;
import io.coffer.api.payouts.PayoutSwitchCommand.RequestResume;
import io.coffer.api.payouts.PayoutSwitchCommand.ResumePayouts;
import io.coffer.api.payouts.PayoutSwitchCommand.StopPayouts;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsResumed;
import io.coffer.api.payouts.PayoutSwitchEvent.PayoutsStopped;
import io.coffer.api.payouts.PayoutSwitchEvent.ResumeRequested;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;

/** Anyone at the institution may stop payouts alone; nobody may let them go again alone. */
final class SwitchRules {

    private SwitchRules() {}

    static Decision<PayoutSwitchEvent> decide(SwitchState state, PayoutSwitchCommand command, Given given) {
        return Decision.unless(Access.toOpen(command.id(), given, mayGive(command)), () -> switch (command) {
            case StopPayouts c -> stop(state, c, given);
            case RequestResume c ->
                state.stopped()
                        ? accept(new ResumeRequested(
                                c.id(),
                                state.stopNo(),
                                state.requestNo() + 1,
                                c.reason(),
                                given.actor().subject()))
                        : reject(new StopNotInForce(state.stopNo()));
            case ResumePayouts c -> resume(state, c, given);
        });
    }

    /**
     * What people stopped needs no second stop. Each cause that a policy hears of is one, while they are stopped too: else people
     * would lift it along without having seen it. Heard of again, it is none.
     */
    private static Decision<PayoutSwitchEvent> stop(SwitchState state, StopPayouts command, Given given) {
        var isKnown = given.actor().has(Role.POLICY) ? state.causes().contains(command.reason()) : state.stopped();
        return isKnown
                ? alreadyDone()
                : accept(new PayoutsStopped(
                        command.id(),
                        state.stopNo() + 1,
                        command.reason(),
                        given.actor().subject()));
    }

    private static Decision<PayoutSwitchEvent> resume(SwitchState state, ResumePayouts command, Given given) {
        return Decision.unless(
                FourEyes.objection(command, command.approval(), 1, given.at()),
                () -> state.stopped() && state.stopNo() == command.stopNo()
                        ? accept(new PayoutsResumed(
                                command.id(),
                                command.stopNo(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new StopNotInForce(command.stopNo())));
    }

    private static Role[] mayGive(PayoutSwitchCommand command) {
        return switch (command) {
            case StopPayouts _ -> new Role[] {Role.OPERATOR, Role.CHECKER, Role.POLICY};
            case RequestResume _ -> new Role[] {Role.OPERATOR};
            case ResumePayouts _ -> new Role[] {Role.OPERATOR, Role.POLICY};
        };
    }
}
