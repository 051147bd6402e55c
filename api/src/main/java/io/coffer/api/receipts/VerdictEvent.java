package io.coffer.api.receipts;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.util.Optional;

/** What people decided about a receipt, and what came of it. */
public sealed interface VerdictEvent extends ReceiptEvent {

    /** Somebody asks for this; a second person decides. Posts nothing. */
    @StoredAs("receipts.VerdictRequested")
    record VerdictRequested(BankReceiptId receipt, int verdictNo, ReceiptVerdict verdict, String requestedBy)
            implements VerdictEvent {}

    /** Nobody agreed, or it was taken back. Posts nothing. */
    @StoredAs("receipts.VerdictRejected")
    record VerdictRejected(BankReceiptId receipt, int verdictNo, String reason) implements VerdictEvent {}

    /** Reserved for one payout to the payer. Posts nothing. */
    @StoredAs("receipts.BankReceiptReturning")
    record BankReceiptReturning(
            BankReceiptId receipt,
            PayoutId payout,
            ReceiptPart part,
            Money amount,
            BankAccountRef payee,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements VerdictEvent {}

    /**
     * Mirror: the payer has it. Posts nothing.
     *
     * @param account which set the excess apart
     */
    @StoredAs("receipts.BankReceiptReturned")
    record BankReceiptReturned(
            BankReceiptId receipt, PayoutId payout, ReceiptPart part, Money amount, Optional<EscrowAccountId> account)
            implements VerdictEvent {}

    /** Mirror: the bank did not pay it; it is here as before. Posts nothing. */
    @StoredAs("receipts.BankReceiptReturnFailed")
    record BankReceiptReturnFailed(BankReceiptId receipt, PayoutId payout, ReceiptPart part, Money amount, String code)
            implements VerdictEvent {}

    /** The bank gave the payout back; the money is here as before (PR-206). */
    @StoredAs("receipts.BankReceiptRestored")
    record BankReceiptRestored(BankReceiptId receipt, PayoutId payout, ReceiptPart part, Money amount)
            implements VerdictEvent {}

    /** The account that took it is to give it back. Posts nothing. */
    @StoredAs("receipts.BankReceiptCorrecting")
    record BankReceiptCorrecting(
            BankReceiptId receipt,
            int verdictNo,
            ReceiptTarget account,
            Optional<ReceiptTarget> to,
            Optional<String> approvalId)
            implements VerdictEvent {}

    /** Mirror: the account gave it back; it is in suspense again. Posts nothing. */
    @StoredAs("receipts.BankReceiptCorrected")
    record BankReceiptCorrected(BankReceiptId receipt, ReceiptTarget account, Optional<ReceiptTarget> to)
            implements VerdictEvent {}

    /** Mirror: the account could not give it back; it has it still. Posts nothing. */
    @StoredAs("receipts.BankReceiptCorrectionFailed")
    record BankReceiptCorrectionFailed(BankReceiptId receipt, ReceiptTarget account, String code)
            implements VerdictEvent {}

    /** What stands here is right, also when it is that nothing was booked, whatever else was claimed. Posts nothing. */
    @StoredAs("receipts.BankReceiptCleared")
    record BankReceiptCleared(BankReceiptId receipt, int verdictNo, Money amount, Optional<String> approvalId)
            implements VerdictEvent {}

    /** The booking is taken out of the books (PR-999 of PR-102); what is right is recorded anew. */
    @StoredAs("receipts.BankReceiptReversed")
    record BankReceiptReversed(
            BankReceiptId receipt,
            int verdictNo,
            Money amount,
            CustodyAccount custodyAccount,
            int ruleVersion,
            Optional<String> approvalId)
            implements VerdictEvent {}

    /**
     * What its account did not expect is set aside for one refund to its payer. Posts nothing.
     *
     * @param account which set it apart
     * @param reason why it goes back
     */
    @StoredAs("receipts.ExcessPromised")
    record ExcessPromised(
            BankReceiptId receipt,
            int verdictNo,
            RefundId refund,
            Money amount,
            BankAccountRef payer,
            CustodyAccount custodyAccount,
            EscrowAccountId account,
            String reason,
            String requestedBy)
            implements VerdictEvent {}

    /**
     * Nothing is in doubt of the receipt, and its refund may take what it was promised: a doubt that comes from here on finds it on
     * its way. Posts nothing.
     */
    @StoredAs("receipts.ExcessGranted")
    record ExcessGranted(BankReceiptId receipt, RefundId refund) implements VerdictEvent {}

    /** The refund will not take it; it is here as before. Posts nothing. */
    @StoredAs("receipts.ExcessPromiseEnded")
    record ExcessPromiseEnded(BankReceiptId receipt, RefundId refund, String reason) implements VerdictEvent {}

    /** Mirror: the refund took it, and brings it to its payer. Posts nothing. */
    @StoredAs("receipts.ExcessTaken")
    record ExcessTaken(BankReceiptId receipt, RefundId refund, Money amount, EscrowAccountId account)
            implements VerdictEvent {}
}
