package io.coffer.api.payouts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every intent towards a payout. */
public sealed interface PayoutCommand extends Command {

    PayoutId payout();

    @Override
    default PayoutId target() {
        return payout();
    }

    /** Takes one reserved item, to be paid to one account. */
    record CreatePayout(
            PayoutId payout, PayoutSource from, Money amount, BankAccountRef payee, CustodyAccount custodyAccount)
            implements PayoutCommand {}

    /**
     * Claims the right to call the bank, before the call. Also used to send the same number again after NOT_FOUND and a
     * quiet time.
     *
     * @param stopped whether a switch halts submissions at this moment
     */
    record SubmitPayout(PayoutId payout, boolean stopped) implements PayoutCommand {}

    /**
     * Stops a payout that the bank was never called for.
     *
     * @param orderNo the freeze that wants its money
     */
    record RecallPayout(PayoutId payout, String orderNo) implements PayoutCommand {}

    /** The bank took the instruction; its outcome follows. */
    record AcceptPayout(PayoutId payout) implements PayoutCommand {}

    /** The bank said what became of it. */
    record ConfirmPayout(PayoutId payout, PayoutOutcome outcome) implements PayoutCommand {}

    /** The statement of the bank's day has its debit, over what the bank took and from where. */
    record ConfirmDebit(PayoutId payout, PayoutOutcome.Paid outcome, Money amount, CustodyAccount custodyAccount)
            implements PayoutCommand {}

    /**
     * The bank gave a payout back, by one line of its own. Told before the payout's outcome is known, it waits for that.
     *
     * @param receipt the key of that line, as if it were a receipt: one line is booked once
     */
    record RegisterReturn(PayoutId payout, BankReceiptId receipt, Money amount, LocalDate bankDate, String coreNo)
            implements PayoutCommand {}

    /** The bank gave no clear answer in time. */
    record MarkUnknown(PayoutId payout, String cause) implements PayoutCommand {}

    /** The bank does not know the number. That is no failure. */
    record RecordNotFound(PayoutId payout) implements PayoutCommand {}

    /** An operator wants to settle an unknown payout by the bank's papers. */
    record RequestResolution(PayoutId payout, PayoutOutcome outcome, List<Evidence> evidence) implements PayoutCommand {
        public RequestResolution {
            evidence = List.copyOf(evidence);
        }
    }

    /** Settles an unknown payout by evidence, with a second person's approval. */
    record ResolvePayoutByEvidence(
            PayoutId payout,
            PayoutOutcome outcome,
            List<Evidence> evidence,
            int resolutionNo,
            Optional<Approval> approval)
            implements PayoutCommand, Approvable {
        public ResolvePayoutByEvidence {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> approvedContent() {
            var content =
                    new ArrayList<>(List.of("ResolvePayoutByEvidence", payout.value(), Integer.toString(resolutionNo)));
            content.addAll(outcome.content());
            evidence.forEach(
                    document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
            return content;
        }
    }
}
