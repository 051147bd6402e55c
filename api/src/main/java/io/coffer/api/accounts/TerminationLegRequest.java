package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.Optional;

/**
 * A part of the balance that the parties agree to give to one of them; the account finds where it goes.
 *
 * @param receipt what a buyer gets back of it goes to where it came from; absent for anybody else
 */
public record TerminationLegRequest(String legNo, String partyId, Money amount, Optional<BankReceiptId> receipt) {

    public TerminationLegRequest {
        Keys.key("legNo", legNo);
        Keys.key("partyId", partyId);
    }
}
