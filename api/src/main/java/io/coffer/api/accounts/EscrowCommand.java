package io.coffer.api.accounts;

import io.coffer.api.kernel.Command;

/** Every intent towards an escrow account, by family. */
public sealed interface EscrowCommand extends Command
        permits AgreementCommand,
                FundingCommand,
                ConditionCommand,
                PayeeCommand,
                ReleaseCommand,
                ReturnCommand,
                FreezeCommand,
                DeductionCommand,
                HoldbackCommand,
                TerminationCommand,
                ClosureCommand {

    EscrowAccountId account();

    @Override
    default EscrowAccountId target() {
        return account();
    }
}
