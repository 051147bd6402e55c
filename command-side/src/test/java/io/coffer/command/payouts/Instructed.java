package io.coffer.command.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutNotFound;
import io.coffer.api.payouts.PayoutEvent.PayoutResultUnknown;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnAnnounced;
import io.coffer.api.payouts.PayoutEvent.PayoutReturnContradicted;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSubmitting;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.command.accounts.Sale;
import java.time.LocalDate;
import java.util.Optional;

/** One instruction and what may become of it. */
final class Instructed {

    static final PayoutId PAYOUT = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
    static final Money AMOUNT = Money.yuan(49_000);
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final PayoutSource FROM = new PayoutSource.EscrowRelease(Sale.ACCOUNT, "R-1");
    static final BankAccountRef PAYEE = Sale.SELLER.account();
    static final Evidence PAPER = new Evidence("D-9", "BANK_LETTER", "9".repeat(64));

    static final PayoutOutcome PAID = new PayoutOutcome.Paid("CORE-1", DAY);
    static final PayoutOutcome REFUSED = new PayoutOutcome.Refused("CLOSED");

    static final PayoutCreated CREATED = new PayoutCreated(PAYOUT, FROM, AMOUNT, PAYEE, Sale.CUSTODY);
    static final PayoutSubmitting SUBMITTING = new PayoutSubmitting(PAYOUT, 1);
    static final PayoutResultUnknown UNKNOWN = new PayoutResultUnknown(PAYOUT, "timeout");
    static final PayoutNotFound NOT_FOUND = new PayoutNotFound(PAYOUT);
    static final PayoutSucceeded SUCCEEDED = succeeded(Optional.empty());
    static final BankReceiptId LINE = Sale.receipt("BACK-1");
    static final PayoutReturned RETURNED = new PayoutReturned(PAYOUT, FROM, AMOUNT, Sale.CUSTODY, LINE, DAY, "BACK-1");
    static final PayoutReturnAnnounced ANNOUNCED = new PayoutReturnAnnounced(PAYOUT, AMOUNT, LINE, DAY, "BACK-1");
    static final PayoutReturnContradicted BACK_UNPAID =
            new PayoutReturnContradicted(PAYOUT, Sale.CUSTODY, AMOUNT, LINE, DAY, "BACK-1");
    static final PayoutId AGAIN = PayoutId.ofReissue(Sale.ACCOUNT, "R-1", 1);
    static final PayoutSource BACK = new PayoutSource.ReturnedPayout(Sale.ACCOUNT, "R-1", PAYOUT);
    static final PayoutFailed FAILED = failed(Optional.empty());

    private Instructed() {}

    static PayoutSucceeded succeeded(Optional<String> approvalId) {
        return new PayoutSucceeded(PAYOUT, FROM, AMOUNT, Sale.CUSTODY, "CORE-1", DAY, approvalId);
    }

    static PayoutFailed failed(Optional<String> approvalId) {
        return new PayoutFailed(PAYOUT, FROM, AMOUNT, "CLOSED", approvalId);
    }
}
