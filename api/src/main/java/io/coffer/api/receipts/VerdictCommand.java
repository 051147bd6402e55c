package io.coffer.api.receipts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people decide about a receipt, and what comes of it. One verdict at a time is asked for. */
public sealed interface VerdictCommand extends ReceiptCommand {

    /** Somebody wants the money that nobody may be credited with to go back to its payer. */
    record RequestReturn(BankReceiptId receipt) implements VerdictCommand {}

    /** Somebody found that the wrong account took it. */
    record RequestCorrection(BankReceiptId receipt, Optional<ReceiptTarget> to) implements VerdictCommand {}

    /** Somebody has the bank's word on what it really booked. */
    record RequestVerdict(BankReceiptId receipt, Stated stated, Optional<Money> amount, List<Evidence> evidence)
            implements VerdictCommand {
        public RequestVerdict {
            evidence = List.copyOf(evidence);
        }
    }

    /** What the bank says that it booked. */
    enum Stated {
        AS_RECORDED,
        OTHER_AMOUNT,
        NEVER_BOOKED,
        /** What it told as something else. */
        IS_RECEIPT
    }

    /** Carries out what a second person agreed to. */
    record ExecuteVerdict(BankReceiptId receipt, int verdictNo, ReceiptVerdict verdict, Optional<Approval> approval)
            implements VerdictCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ExecuteVerdict", receipt.value(), Integer.toString(verdictNo)));
            content.addAll(verdict.content());
            return content;
        }
    }

    /** Ends a wish that nobody agreed to, or that was taken back. */
    record RejectVerdict(BankReceiptId receipt, int verdictNo, String reason) implements VerdictCommand {}

    /** Mirrors that the payer has the money. */
    record ConfirmReturned(BankReceiptId receipt, PayoutId payout) implements VerdictCommand {}

    /** Mirrors that the bank definitely did not pay it. */
    record FailReturn(BankReceiptId receipt, PayoutId payout, String code) implements VerdictCommand {}

    /** Takes back what the payer's bank did not want. */
    record RestoreReceipt(BankReceiptId receipt, PayoutId payout) implements VerdictCommand {}

    /** Mirrors that the account gave it back. */
    record ConfirmCorrected(BankReceiptId receipt, ReceiptTarget account) implements VerdictCommand {}

    /** Mirrors that the account could not give it back. */
    record FailCorrection(BankReceiptId receipt, ReceiptTarget account, String code) implements VerdictCommand {}

    /**
     * Somebody wants a refund to bring what its account did not expect back to its payer.
     *
     * @param outRefundNo the refund's number, one of those of the account's tenant
     */
    record RefundExcess(BankReceiptId receipt, String outRefundNo, String reason) implements VerdictCommand {}

    /** The refund will not take what it was promised. */
    record EndExcessPromise(BankReceiptId receipt, RefundId refund, String reason) implements VerdictCommand {}

    /** The refund may take it now: does the receipt still stand by its promise? */
    record GrantExcess(BankReceiptId receipt, RefundId refund) implements VerdictCommand {}

    /** Mirrors that the refund took it. */
    record RecordExcessTaken(BankReceiptId receipt, RefundId refund) implements VerdictCommand {}
}
