package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;

import io.coffer.api.accounts.EscrowRejection.WrongCustodyAccount;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeTaker;
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
        for (var recovery : state.advances().recoveredBy(command.amount())) {
            var taker = new FeeTaker.Recovery(recovery.orderNo());
            events.add(new FeeReserved(command.account(), taker, recovery.amount()));
            events.add(new AdvanceRecovered(
                    command.account(), recovery.orderNo(), taker, recovery.amount(), recovery.left()));
        }
        return events;
    }

    private static Decision<FeeAccountEvent> declined(FundMerchantB command, Rejection why) {
        return accept(new MerchantFundingDeclined(command.account(), command.receipt(), why.code()));
    }
}
