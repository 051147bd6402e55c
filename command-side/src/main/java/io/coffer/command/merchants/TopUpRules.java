package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;

import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountCommand.AgreeToSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.CreditSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.command.kernel.Decision;
import java.util.ArrayList;
import java.util.List;

/** How money comes into B: whole receipts, each once, and what was advanced is recovered of it first. */
final class TopUpRules {

    private TopUpRules() {}

    /**
     * A decline is a fact, not a refusal: the same assignment, told again when the account takes money again, must not bring
     * a receipt that was given back by then.
     */
    static Decision<FeeAccountEvent> fund(FeeAccount state, FundMerchantB command) {
        if (state.receipts().contains(command.receipt())) {
            return alreadyDone();
        }
        if (!state.standing().takesIn()) {
            return declined(command, new FeeAccountRestricted(state.standing(), state.reason()));
        }
        if (!command.custodyAccount().equals(state.custodyAccount())) {
            return declined(
                    command, new WrongCustodyAccount(state.custodyAccount().subLedger()));
        }
        return Decision.acceptAll(taken(state, command));
    }

    private static List<FeeAccountEvent> taken(FeeAccount state, FundMerchantB command) {
        var events = new ArrayList<FeeAccountEvent>();
        events.add(new MerchantBFunded(command.account(), command.receipt(), command.amount()));
        events.addAll(Recoveries.of(state.advances(), command.account(), command.amount()));
        return events;
    }

    /** The money is booked to B by the refund itself; from here on B may spend it. What is open for that refund comes first. */
    static Decision<FeeAccountEvent> credit(FeeAccount state, CreditMerchantB command) {
        var events = new ArrayList<FeeAccountEvent>();
        events.add(new MerchantBCredited(command.account(), command.refund(), command.amount()));
        events.addAll(Recoveries.of(
                state.advances().beginningWith(command.refund().value()), command.account(), command.amount()));
        return Decision.acceptAll(events);
    }

    /** Asked before a split is carried out, so that afterwards no payee has to be paid against its will. */
    static Decision<FeeAccountEvent> agree(FeeAccount state, AgreeToSplitLeg command) {
        return Decision.unless(
                state.refusalOfInflow(command.custodyAccount()),
                () -> accept(new SplitLegAgreed(command.account(), command.split())));
    }

    /** The split booked it to B, which had agreed to it, whatever it may do by now. */
    static Decision<FeeAccountEvent> credit(FeeAccount state, CreditSplitLeg command) {
        var events = new ArrayList<FeeAccountEvent>();
        events.add(new SplitLegCredited(command.account(), command.split(), command.amount()));
        events.addAll(Recoveries.of(state.advances(), command.account(), command.amount()));
        return Decision.acceptAll(events);
    }

    static Decision<FeeAccountEvent> credited(CreditMerchantB command) {
        return accept(new MerchantBCredited(command.account(), command.refund(), command.amount()));
    }

    private static Decision<FeeAccountEvent> declined(FundMerchantB command, Rejection why) {
        return accept(new MerchantFundingDeclined(command.account(), command.receipt(), why.code()));
    }
}
