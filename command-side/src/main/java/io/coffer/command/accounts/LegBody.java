package io.coffer.command.accounts;

import io.coffer.api.accounts.LegRequest;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import java.util.Optional;

/**
 * A part of money for one party, as it is written at the edge.
 *
 * @param legNo one number of its kind in the account, whatever it is for
 * @param claimNo the claim that it settles; absent for any other part
 */
record LegBody(String legNo, String partyId, Amount amount, Optional<String> claimNo) {

    LegRequest toLeg() {
        return new LegRequest(
                Keys.key("legNo", legNo), Keys.key("partyId", partyId), amount.toPositiveMoney(), claimNo);
    }
}
