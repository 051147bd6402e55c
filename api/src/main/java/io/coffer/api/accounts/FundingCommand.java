package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.Optional;

/** What brings money in. */
public sealed interface FundingCommand extends EscrowCommand {

    /**
     * Takes a receipt that was assigned to this account: what is expected of its payer, the rest apart.
     *
     * @param isForPrice whether people know that it is for the plan, whoever paid it
     * @param isKnown whether people know that it belongs here, whoever paid it
     */
    record CreditReceipt(
            EscrowAccountId account,
            BankReceiptId receipt,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<BankAccountRef> payer,
            boolean isForPrice,
            boolean isKnown)
            implements FundingCommand {

        /** Nobody looked at it: its payer tells. */
        public static CreditReceipt unseen(
                EscrowAccountId account,
                BankReceiptId receipt,
                Money amount,
                CustodyAccount custodyAccount,
                Optional<BankAccountRef> payer) {
            return new CreditReceipt(account, receipt, amount, custodyAccount, payer, false, false);
        }
    }

    /** Gives a receipt back that was credited here by mistake, as two people decided; only what nobody may have yet. */
    record ReverseCredit(EscrowAccountId account, BankReceiptId receipt, int verdictNo, Optional<String> approvalId)
            implements FundingCommand {}

    /** Mirrors that a refund took the excess of a receipt, which it brings to its payer. */
    record RecordExcessRefunding(EscrowAccountId account, BankReceiptId receipt) implements FundingCommand {}

    /** Mirrors that the payer has the excess of a receipt back. */
    record ConfirmExcessReturned(EscrowAccountId account, BankReceiptId receipt) implements FundingCommand {}
}
