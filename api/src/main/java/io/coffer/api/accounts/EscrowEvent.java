package io.coffer.api.accounts;

import io.coffer.api.kernel.DomainEvent;

/** Every fact of an escrow account's life, by family. */
public sealed interface EscrowEvent extends DomainEvent
        permits AgreementEvent,
                FundingEvent,
                ConditionEvent,
                PayeeEvent,
                ReleaseEvent,
                ReturnEvent,
                FreezeEvent,
                DeductionEvent,
                HoldbackEvent,
                TerminationEvent,
                ClosureEvent {

    EscrowAccountId account();

    @Override
    default EscrowAccountId source() {
        return account();
    }
}
