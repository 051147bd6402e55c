package io.coffer.query.ledger;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Bucket;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSource.EscrowDeduction;
import io.coffer.api.payouts.PayoutSource.EscrowRelease;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.query.kernel.Booked;
import org.jspecify.annotations.Nullable;

/**
 * What the events themselves say is open, came in and went out. Deliberately without {@code Postings}: the equations
 * compare two independent counts.
 */
final class LedgerFacts {

    private final FactRows rows = new FactRows();

    static @Nullable String accountOf(DomainEvent event) {
        return switch (event) {
            case EscrowEvent escrow -> escrow.account().value();
            case PayoutCreated created -> created.from().account().value();
            case PayoutSucceeded paid -> paid.from().account().value();
            case PayoutFailed failed -> failed.from().account().value();
            case PayoutReturned back -> back.from().account().value();
            default -> null;
        };
    }

    void add(Booked booked) {
        var position = booked.position();
        switch (booked.event()) {
            case BankReceiptRecorded e -> {
                receipt(e.receipt(), e.amount().minorUnits(), position);
                rows.bankLine("CREDIT", e.receipt().value(), position);
            }
            case EscrowFunded e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                flow(e.account(), e.amount(), Money.ZERO, Money.ZERO, position);
            }
            case EscrowOverfunded e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                var receipt = e.receipt().subLedger();
                item(
                        AccountCode.R2102,
                        receipt,
                        receipt,
                        e.account(),
                        e.amount().minorUnits(),
                        position);
            }
            case ReleaseApproved e ->
                reservation(e.account(), e.releaseNo(), e.amount().minorUnits(), position);
            case ReleaseFailed e ->
                reservation(e.account(), e.releaseNo(), -e.amount().minorUnits(), position);
            case FundsDeducted e ->
                reservation(e.account(), e.deductionNo(), e.amount().minorUnits(), position);
            case ReturnedMoneyRestored e ->
                returned(e.payout(), e.account(), -e.amount().minorUnits(), position);
            case PayoutCreated e -> {
                reservation(e.from(), -e.amount().minorUnits(), position);
                payout(e.payout(), e.from(), e.amount().minorUnits(), position);
            }
            case PayoutSucceeded e -> {
                payout(e.payout(), e.from(), -e.amount().minorUnits(), position);
                flow(e.from().account(), Money.ZERO, e.amount(), Money.ZERO, position);
                rows.bankLine("DEBIT", e.payout().value(), position);
            }
            case PayoutReturned e -> {
                returned(e.payout(), e.from().account(), e.amount().minorUnits(), position);
                flow(e.from().account(), Money.ZERO, Money.ZERO, e.amount(), position);
                rows.bankLine("CREDIT", e.receipt().value(), position);
            }
            case PayoutFailed e -> {
                payout(e.payout(), e.from(), -e.amount().minorUnits(), position);
                reservation(e.from(), e.amount().minorUnits(), position);
            }
            default -> {
                // Moves nothing and opens nothing.
            }
        }
    }

    FactRows rows() {
        return rows;
    }

    private void receipt(BankReceiptId receipt, long units, long position) {
        item(AccountCode.R2101, receipt.subLedger(), receipt.subLedger(), null, units, position);
    }

    private void payout(PayoutId payout, PayoutSource from, long units, long position) {
        item(AccountCode.R2104, payout.value(), payout.value(), from.account(), units, position);
    }

    /** What waits for a payout: in its account's bucket, or where the earlier payout came back to. */
    private void reservation(PayoutSource from, long units, long position) {
        switch (from) {
            case EscrowRelease _, EscrowDeduction _ -> reservation(from.account(), from.itemNo(), units, position);
            case ReturnedPayout(var account, var _, var payout) -> returned(payout, account, units, position);
        }
    }

    private void reservation(EscrowAccountId account, String itemNo, long units, long position) {
        item(AccountCode.R2001, account.value() + "." + Bucket.IN_RELEASE, itemNo, account, units, position);
    }

    private void returned(PayoutId payout, EscrowAccountId account, long units, long position) {
        item(AccountCode.R2105, payout.value(), payout.value(), account, units, position);
    }

    @SuppressWarnings("TooManyParameters") // One row of ledger_item, column by column.
    private void item(
            AccountCode code,
            String subLedger,
            String item,
            @Nullable EscrowAccountId account,
            long units,
            long position) {
        var owner = account == null ? null : account.value();
        rows.item(new FactRows.ItemKey(code, subLedger, item), owner, units, position);
    }

    @SuppressWarnings("TooManyParameters") // One row of ledger_flow, column by column.
    private void flow(EscrowAccountId account, Money in, Money out, Money back, long position) {
        rows.flow(account.value(), in.minorUnits(), out.minorUnits(), back.minorUnits(), position);
    }
}
