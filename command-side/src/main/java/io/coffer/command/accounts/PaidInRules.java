package io.coffer.command.accounts;

import static io.coffer.command.kernel.Decision.accept;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackRejection.HoldbackNotAgreed;
import io.coffer.api.accounts.HoldbackSource;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/** How the seller's own hold-back comes in: what the terms say, in one part or several, the rest apart. */
final class PaidInRules {

    private PaidInRules() {}

    /** The word of people counts whoever paid; without such terms there is nothing that it could be. */
    static Decision<EscrowEvent> credit(OpenAccount state, CreditHoldback command) {
        return FundingRules.take(
                state,
                command.receipt(),
                command.custodyAccount(),
                () -> state.terms().holdbackFrom(HoldbackSource.PAID_BY_SELLER).isPresent()
                        ? Decision.acceptAll(taken(state, command.account(), command.receipt(), command.amount()))
                        : accept(new ReceiptDeclined(
                                command.account(),
                                command.receipt(),
                                SuspenseReason.TARGET_REFUSED,
                                new HoldbackNotAgreed(HoldbackSource.PAID_BY_SELLER).code())));
    }

    static List<EscrowEvent> taken(OpenAccount state, EscrowAccountId account, BankReceiptId receipt, Money amount) {
        var expected = amount.min(state.missingHoldback());
        var rest = amount.minus(expected);
        var events = new ArrayList<EscrowEvent>();
        if (!expected.isZero()) {
            events.add(new HoldbackFunded(account, receipt, expected, amount));
        }
        if (!rest.isZero()) {
            events.add(new EscrowOverfunded(account, receipt, rest, amount));
        }
        return events;
    }
}
