package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.accounts.FundingCommand;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.kernel.KernelRejection.NotInThisState;
import io.coffer.api.money.Money;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/** How money comes in: what the plan expects fills it in its order, the rest is set apart for its payer. */
final class FundingRules {

    private static final List<String> OPEN_STATES =
            List.of("OPENED", "FUNDING", "FUNDED", "RELEASABLE", "RELEASING", "COMPLETED");

    private FundingRules() {}

    static Decision<EscrowEvent> decide(OpenAccount state, FundingCommand command) {
        return switch (command) {
            case CreditReceipt c -> credit(state, c);
        };
    }

    private static Decision<EscrowEvent> credit(OpenAccount state, CreditReceipt command) {
        return switch (state.status()) {
            case UNKNOWN, CANCELLED, CLOSING, CLOSED ->
                reject(new NotInThisState(state.status().name(), OPEN_STATES));
            case OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING, COMPLETED ->
                command.custodyAccount().equals(state.custodyAccount())
                        ? Decision.acceptAll(taken(state, command))
                        : reject(new WrongCustodyAccount(state.custodyAccount().subLedger()));
        };
    }

    private static List<EscrowEvent> taken(OpenAccount state, CreditReceipt command) {
        var expected = command.amount().min(state.missing());
        var events = new ArrayList<EscrowEvent>();
        if (!expected.isZero()) {
            events.add(new EscrowFunded(command.account(), command.receipt(), expected, command.amount()));
            events.addAll(filled(state, command, expected));
        }
        var rest = command.amount().minus(expected);
        if (!rest.isZero()) {
            events.add(new EscrowOverfunded(command.account(), command.receipt(), rest, command.amount()));
        }
        return events;
    }

    private static List<EscrowEvent> filled(OpenAccount state, CreditReceipt command, Money amount) {
        var events = new ArrayList<EscrowEvent>();
        var left = amount;
        for (var planned : state.terms().plan()) {
            var before = state.receivedFor(planned);
            var part = left.min(planned.expected().minus(before));
            if (part.isZero()) {
                continue;
            }
            left = left.minus(part);
            var after = before.plus(part);
            events.add(
                    after.equals(planned.expected())
                            ? new PaymentItemSettled(command.account(), planned.item(), after)
                            : new PaymentItemPartiallyFunded(
                                    command.account(),
                                    planned.item(),
                                    after,
                                    planned.expected().minus(after)));
        }
        return events;
    }
}
