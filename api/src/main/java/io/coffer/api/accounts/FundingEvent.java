package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.SuspenseReason;
import java.util.Optional;

/** Money that came in. */
public sealed interface FundingEvent extends EscrowEvent {

    /**
     * Expected money of a receipt was taken into the account (PR-101).
     *
     * @param receiptAmount the whole receipt; what exceeds {@code amount} is in {@link EscrowOverfunded}
     * @param payer where it came from, as far as the bank said it
     */
    @StoredAs("accounts.EscrowFunded")
    record EscrowFunded(
            EscrowAccountId account,
            BankReceiptId receipt,
            Money amount,
            Money receiptAmount,
            Optional<BankAccountRef> payer)
            implements FundingEvent {
        /** Nobody said where it came from. */
        public EscrowFunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount) {
            this(account, receipt, amount, receiptAmount, Optional.empty());
        }
    }

    /** A planned payment has received something, not yet all; or what it had received was taken back. */
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

    /**
     * The account cannot say what a receipt is for, or has no use for it. An event, because the same question may be answered
     * otherwise later, and this assignment must not be. Posts nothing.
     */
    @StoredAs("accounts.ReceiptDeclined")
    record ReceiptDeclined(EscrowAccountId account, BankReceiptId receipt, SuspenseReason reason, String code)
            implements FundingEvent {}

    /**
     * One journal of a receipt that was credited here by mistake is taken back by its mirror (PR-999).
     *
     * @param left what of the receipt is still credited here
     * @param ruleVersion of the journal that is taken back
     */
    @StoredAs("accounts.JournalReversed")
    record JournalReversed(
            EscrowAccountId account,
            BankReceiptId receipt,
            int verdictNo,
            Credited credited,
            Money amount,
            Money left,
            int ruleVersion,
            Optional<String> approvalId)
            implements FundingEvent {

        /** Which journal it was. */
        public enum Credited {
            /** Of {@link EscrowFunded}. */
            EXPECTED,
            /** Of {@link EscrowOverfunded}. */
            EXCESS,
            /** Of {@link HoldbackEvent.HoldbackFunded}. */
            HOLDBACK
        }
    }

    /** A receipt that was credited here cannot be given back any more. Posts nothing. */
    @StoredAs("accounts.ReversalDeclined")
    record ReversalDeclined(EscrowAccountId account, BankReceiptId receipt, int verdictNo, String code)
            implements FundingEvent {}

    /** Mirror: a refund took the excess of a receipt, and its payer has it not yet. Posts nothing. */
    @StoredAs("accounts.ExcessRefunding")
    record ExcessRefunding(EscrowAccountId account, BankReceiptId receipt, Money amount) implements FundingEvent {}

    /** Mirror: the payer has the excess of a receipt back. Posts nothing. */
    @StoredAs("accounts.ExcessReturned")
    record ExcessReturned(EscrowAccountId account, BankReceiptId receipt, Money amount) implements FundingEvent {}
}
