package io.coffer.command.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import java.util.List;

/** Which open accounts expect an amount of a payer, as far as the policies have read the log. */
interface Candidates {

    /** So many are named to people at most. */
    int MOST = 20;

    /** Accounts with a buyer or lender of that name that still expect the amount for one item, or for all together. */
    List<EscrowAccountId> expecting(CustodyAccount custodyAccount, String nameDigest, Money amount);
}
