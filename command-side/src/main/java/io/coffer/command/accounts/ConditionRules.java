package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.ConditionCommand;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.ConditionEvent.ReleaseConditionConfirmed;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.ConditionNotAgreed;
import io.coffer.api.accounts.EscrowRejection.EvidenceMissing;
import io.coffer.command.kernel.Decision;

/** What must be proven before money may leave. */
final class ConditionRules {

    private ConditionRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, ConditionCommand command) {
        return switch (command) {
            case ConfirmReleaseCondition c -> confirm(state, c);
        };
    }

    private static Decision<EscrowEvent> confirm(OpenAccount state, ConfirmReleaseCondition command) {
        var agreed = state.terms().releaseConditions().named();
        if (!agreed.contains(command.condition())) {
            return reject(new ConditionNotAgreed(command.condition(), agreed));
        }
        if (command.evidence().isEmpty()) {
            return reject(new EvidenceMissing(command.condition().name()));
        }
        if (state.conditions().confirmed().contains(command.condition())) {
            return alreadyDone();
        }
        return switch (state.status()) {
            case FUNDED, RELEASABLE ->
                accept(new ReleaseConditionConfirmed(command.account(), command.condition(), command.evidence()));
            case UNKNOWN,
                    OPENED,
                    FUNDING,
                    RELEASING,
                    HELD_BACK,
                    COMPLETED,
                    TERMINATING,
                    TERMINATED,
                    CANCELLED,
                    CLOSING,
                    CLOSED -> state.onlyIn(EscrowStatus.FUNDED, EscrowStatus.RELEASABLE);
        };
    }
}
