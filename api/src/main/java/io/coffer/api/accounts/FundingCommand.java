package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;

/** What brings money in. */
public sealed interface FundingCommand extends EscrowCommand {

    /** Takes a receipt that was assigned to this account: what the plan expects, the rest apart. */
    record CreditReceipt(EscrowAccountId account, BankReceiptId receipt, Money amount, CustodyAccount custodyAccount)
            implements FundingCommand {}
}
