package io.coffer.command.accounts;

import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.EscrowCommand.AmendTerms;
import io.coffer.api.accounts.EscrowCommand.ApproveRelease;
import io.coffer.api.accounts.EscrowCommand.AttachVirtualAccount;
import io.coffer.api.accounts.EscrowCommand.BindPayee;
import io.coffer.api.accounts.EscrowCommand.CancelBeforeFunding;
import io.coffer.api.accounts.EscrowCommand.CloseAccount;
import io.coffer.api.accounts.EscrowCommand.ConfirmClosure;
import io.coffer.api.accounts.EscrowCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.EscrowCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.EscrowCommand.CreditReceipt;
import io.coffer.api.accounts.EscrowCommand.FailRelease;
import io.coffer.api.accounts.EscrowCommand.OpenEscrowAccount;
import io.coffer.api.accounts.EscrowCommand.RejectRelease;
import io.coffer.api.accounts.EscrowCommand.RequestRelease;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.kernel.Role;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;

/** Which family of rules decides on which command, and who may give it. */
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
                        Access.to(command.account(), true, given, mayGive(command)),
                        () -> decideOpened(account, command, given));
        };
    }

    private static Decision<EscrowEvent> decideOpened(OpenAccount state, EscrowCommand command, Given given) {
        return switch (command) {
            case OpenEscrowAccount c -> OpeningRules.openAgain(c);
            case AmendTerms c -> OpeningRules.amend(state, c);
            case CancelBeforeFunding c -> OpeningRules.cancel(state, c);
            case AttachVirtualAccount c -> OpeningRules.attach(state, c);
            case CreditReceipt c -> FundingRules.credit(state, c);
            case ConfirmReleaseCondition c -> ReleaseRules.confirm(state, c);
            case BindPayee c -> ReleaseRules.bind(state, c);
            case RequestRelease c -> ReleaseRules.request(state, c, given);
            case ApproveRelease c -> ReleaseRules.approve(state, c, given);
            case RejectRelease c -> ReleaseRules.withdraw(state, c);
            case ConfirmReleasePaid c -> ReleaseRules.paid(state, c);
            case FailRelease c -> ReleaseRules.fail(state, c);
            case CloseAccount c -> ClosureRules.close(state, c);
            case ConfirmClosure c -> ClosureRules.confirm(state, c);
        };
    }

    private static Role[] mayGive(EscrowCommand command) {
        return switch (command) {
            case OpenEscrowAccount _,
                    AmendTerms _,
                    CancelBeforeFunding _,
                    ConfirmReleaseCondition _,
                    BindPayee _,
                    RequestRelease _,
                    CloseAccount _ -> new Role[] {Role.BUSINESS};
            case ApproveRelease _, RejectRelease _ -> new Role[] {Role.BUSINESS, Role.POLICY};
            case AttachVirtualAccount _, CreditReceipt _, ConfirmReleasePaid _, FailRelease _, ConfirmClosure _ ->
                new Role[] {Role.POLICY};
        };
    }
}
