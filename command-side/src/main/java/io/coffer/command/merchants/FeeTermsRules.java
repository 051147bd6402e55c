package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.approvals.Approval;
import io.coffer.api.merchants.FeeAccountCommand.AttachFeeAccountNumber;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import io.coffer.api.merchants.FeeAccountRejection.AdvanceLimitNotRequested;
import io.coffer.api.merchants.FeeAccountRejection.AdvanceLimitTooHigh;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;

/** Under what terms B lives: its number, what it may do, and how much own cash may be out for it. */
final class FeeTermsRules {

    /**
     * The most that two people can let be out for one merchant. {@code domain.md} knows a limit per merchant and no figure:
     * this is about a thousand fees of the report's size, and more than that is a loan, which other people decide on.
     */
    static final Money MOST_ADVANCED = Money.yuan(10_000);

    /** Any advance needs two people ({@code domain.md} 1.5, R6); an order cannot wait for them, so they set its limit before. */
    private static final int ONE_CHECKER = 1;

    private FeeTermsRules() {}

    static Decision<FeeAccountEvent> open(OpenFeeAccount command) {
        return accept(new FeeAccountOpened(command.account(), command.custodyAccount()));
    }

    /** The first number stays: an account never changes the number that payers know. */
    static Decision<FeeAccountEvent> attach(FeeAccount state, AttachFeeAccountNumber command) {
        return state.number().isPresent()
                ? alreadyDone()
                : accept(new FeeAccountNumberAttached(command.account(), command.number()));
    }

    static Decision<FeeAccountEvent> change(FeeAccount state, ChangeStanding command) {
        return state.standing() == command.standing() && state.reason().equals(command.reason())
                ? alreadyDone()
                : accept(new StandingChanged(command.account(), command.standing(), command.reason()));
    }

    static Decision<FeeAccountEvent> request(FeeAccount state, RequestAdvanceLimit command, Given given) {
        return command.limit().exceeds(MOST_ADVANCED)
                ? reject(new AdvanceLimitTooHigh(MOST_ADVANCED))
                : accept(new AdvanceLimitRequested(
                        command.account(),
                        state.limit().requestNo() + 1,
                        command.limit(),
                        given.actor().subject()));
    }

    static Decision<FeeAccountEvent> set(FeeAccount state, SetAdvanceLimit command, Given given) {
        return Decision.unless(
                FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()),
                () -> state.limit().isAsked(command.requestNo(), command.limit())
                        ? accept(new AdvanceLimitSet(
                                command.account(),
                                command.requestNo(),
                                command.limit(),
                                command.approval().map(Approval::id).map(Object::toString)))
                        : reject(new AdvanceLimitNotRequested(command.requestNo())));
    }
}
