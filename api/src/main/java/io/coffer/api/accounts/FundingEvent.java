package io.coffer.api.accounts;

import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;

/** Money that came in. */
public sealed interface FundingEvent extends EscrowEvent {

    /**
     * Expected money of a receipt was taken into the account (PR-101).
     *
     * @param receiptAmount the whole receipt; what exceeds {@code amount} is in {@link EscrowOverfunded}
     */
    @StoredAs("accounts.EscrowFunded")
    record EscrowFunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount)
            implements FundingEvent {}

    /** A planned payment has received something, not yet all. */
    @StoredAs("accounts.PaymentItemPartiallyFunded")
    record PaymentItemPartiallyFunded(EscrowAccountId account, PaymentItem item, Money received, Money missing)
            implements FundingEvent {}

    /** A planned payment has been received in full. */
    @StoredAs("accounts.PaymentItemSettled")
    record PaymentItemSettled(EscrowAccountId account, PaymentItem item, Money received) implements FundingEvent {}

    /** The part of a receipt that the plan does not expect, set apart for its payer (PR-104). */
    @StoredAs("accounts.EscrowOverfunded")
    record EscrowOverfunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount)
            implements FundingEvent {}
}
