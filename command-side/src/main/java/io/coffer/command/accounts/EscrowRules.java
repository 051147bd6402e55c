package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.ClosureCommand;
import io.coffer.api.accounts.ConditionCommand;
import io.coffer.api.accounts.DeductionCommand;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FreezeCommand;
import io.coffer.api.accounts.FundingCommand;
import io.coffer.api.accounts.HoldbackCommand;
import io.coffer.api.accounts.PayeeCommand;
import io.coffer.api.accounts.ReleaseCommand;
import io.coffer.api.accounts.ReturnCommand;
import io.coffer.api.accounts.TerminationCommand;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;

/** Which family of rules decides on which command. */
final class EscrowRules {

    private EscrowRules() {}

    static Decision<EscrowEvent> decide(EscrowState state, EscrowCommand command, Given given) {
        return switch (state) {
            case EscrowState.Unopened _
            when command instanceof OpenEscrowAccount open -> OpeningRules.open(open, given);
            case EscrowState.Unopened _ ->
                Decision.unless(Access.to(command.account(), false, given), Decision::alreadyDone);
            case OpenAccount account ->
                Decision.unless(
                        Access.to(command.account(), true, given, Givers.of(command)),
                        () -> decideOpened(account, command, given));
        };
    }

    private static Decision<EscrowEvent> decideOpened(OpenAccount state, EscrowCommand command, Given given) {
        return switch (command) {
            case AgreementCommand c -> OpeningRules.decide(state, c);
            case FundingCommand c -> FundingRules.decide(state, c, given);
            case ConditionCommand c -> ConditionRules.decide(state, c);
            case PayeeCommand c -> PayeeRules.decide(state, c, given);
            case ReleaseCommand c -> ReleaseRules.decide(state, c, given);
            case ReturnCommand c -> ReturnRules.decide(state, c, given);
            case FreezeCommand c -> FreezeRules.decide(state, c, given);
            case HoldbackCommand c -> HoldbackRules.decide(state, c, given);
            case TerminationCommand c -> TerminationRules.decide(state, c, given);
            case DeductionCommand c -> DeductionRules.decide(state, c, given);
            case ClosureCommand c -> ClosureRules.decide(state, c, given);
        };
    }
}
