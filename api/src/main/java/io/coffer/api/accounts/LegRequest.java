package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import java.util.Optional;

/**
 * A part that somebody wants to be paid; the account finds the party's payee.
 *
 * @param claimNo the claim that it settles; absent for any other part
 */
public record LegRequest(String legNo, String partyId, Money amount, Optional<String> claimNo) {

    public LegRequest {
        Keys.key("legNo", legNo);
        Keys.key("partyId", partyId);
        claimNo.ifPresent(number -> Keys.key("claimNo", number));
    }
}
