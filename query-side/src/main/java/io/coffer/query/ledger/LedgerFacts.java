package io.coffer.query.ledger;

import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.ledger.AccountCode;
import io.coffer.api.ledger.Bucket;
import io.coffer.api.ledger.MerchantBucket;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractTaker;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSource.OfAccount;
import io.coffer.api.payouts.PayoutSource.ReceiptReturn;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitLeg;
import io.coffer.query.kernel.Booked;
import io.coffer.query.ledger.FactRows.Share;
import java.util.List;
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
            case PayoutCreated created -> accountOf(created.from());
            case PayoutSucceeded paid -> accountOf(paid.from());
            case PayoutFailed failed -> accountOf(failed.from());
            case PayoutReturned back -> accountOf(back.from());
            case RefundEvent refund -> accountOf(refund.refund());
            default -> null;
        };
    }

    /** Money that goes back to its payer belongs to no account, unless it is a part of a terminated contract. */
    private static @Nullable String accountOf(PayoutSource from) {
        return switch (from) {
            case OfAccount item -> item.account().value();
            case RefundTransfer(var refund, var _) -> accountOf(refund);
            case ReceiptReturn _ -> null;
        };
    }

    private static @Nullable String accountOf(RefundId refund) {
        return refund.account().map(EscrowAccountId::value).orElse(null);
    }

    void add(Booked booked) {
        var position = booked.position();
        ContractLegs.of(booked.event()).ifPresent(leg -> rows.leg(leg, position));
        switch (booked.event()) {
            case BankReceiptRecorded e -> {
                receipt(e.receipt(), e.amount().minorUnits(), position);
                rows.bankLine("CREDIT", e.receipt().value(), 1, position);
            }
            case EscrowFunded e -> taken(e.receipt(), e.account(), e.amount(), position);
            case HoldbackFunded e -> taken(e.receipt(), e.account(), e.amount(), position);
            case EscrowOverfunded e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                var receipt = e.receipt().subLedger();
                item(
                        AccountCode.R2102,
                        receipt,
                        receipt,
                        e.account().value(),
                        e.amount().minorUnits(),
                        position);
            }
            case JournalReversed e -> {
                receipt(e.receipt(), e.amount().minorUnits(), position);
                switch (e.credited()) {
                    case EXPECTED, HOLDBACK ->
                        rows.flow(e.account().value(), -e.amount().minorUnits(), 0, 0, position);
                    case EXCESS ->
                        kept(e.receipt(), ReceiptPart.EXCESS, -e.amount().minorUnits(), position);
                }
            }
            case MerchantBFunded e -> receipt(e.receipt(), -e.amount().minorUnits(), position);
            case FeeReserved e -> fee(e.account(), e.taker(), e.amount().minorUnits(), position);
            case FeeAdvanced e -> {
                fee(e.account(), new FeeTaker.Order(e.orderNo()), e.amount().minorUnits(), position);
                advance(e.account(), e.orderNo(), e.amount().minorUnits(), position);
            }
            case FeeReservationEnded e ->
                fee(e.account(), new FeeTaker.Order(e.orderNo()), -e.amount().minorUnits(), position);
            case AdvanceRecovered e -> {
                fee(e.account(), e.from(), -e.amount().minorUnits(), position);
                advance(e.account(), e.orderNo(), -e.amount().minorUnits(), position);
            }
            case ContractFundsReserved e -> {
                reserved(e.contract(), e.order(), e.taker(), e.amount().minorUnits(), position);
                e.split()
                        .ifPresent(split -> rows.split(
                                split.value(), Share.reserved(e.amount().minorUnits()), position));
            }
            case ContractReservationEnded e -> {
                reserved(e.contract(), e.order(), e.taker(), -e.amount().minorUnits(), position);
                e.split()
                        .ifPresent(split -> rows.split(
                                split.value(), Share.reserved(-e.amount().minorUnits()), position));
            }
            case SplitExecuted e -> {
                var terms = e.terms();
                reserved(
                        terms.contract(),
                        terms.order(),
                        e.split(),
                        -terms.base().minorUnits(),
                        position);
                rows.split(
                        e.split().value(),
                        Share.executed(
                                terms.base().minorUnits(),
                                SplitLeg.total(terms.legs()).minorUnits(),
                                terms.fee().minorUnits()),
                        position);
            }
            case SplitReturned e -> {
                e.legs()
                        .forEach(leg -> claim(
                                leg.payee(),
                                new FundsTaker.SplitReturn(e.split(), e.refund()),
                                -leg.amount().minorUnits(),
                                position));
                rows.split(
                        e.split().value(),
                        Share.returned(SplitLeg.total(e.legs()).minorUnits()),
                        position);
            }
            case MerchantFundsReserved e ->
                claim(e.account(), e.taker(), e.amount().minorUnits(), position);
            case MerchantReservationEnded e ->
                claim(e.account(), e.taker(), -e.amount().minorUnits(), position);
            case PaymentCaptured e -> captured(e, position);
            case ChannelSettled e -> receipt(e.receipt(), -e.amount().minorUnits(), position);
            case SettlementReversed e -> receipt(e.receipt(), e.amount().minorUnits(), position);
            case PaymentReceived e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                if (e.bearer() == FeeBearer.MERCHANT_B && !e.isNet()) {
                    feeTaken(e.contract(), e.order(), e.fee(), position);
                }
            }
            case DuplicatePaymentDetected e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                kept(e.receipt(), ReceiptPart.EXCESS, e.amount().minorUnits(), position);
            }
            case RefundFeeFunded e -> {
                switch (e.from()) {
                    case MERCHANT_B ->
                        fee(
                                e.merchant(),
                                new FeeTaker.Refund(e.refund()),
                                -e.amount().minorUnits(),
                                position);
                    case PLATFORM_ADVANCE ->
                        advance(e.merchant(), e.refund().value(), e.amount().minorUnits(), position);
                }
                source(e.refund(), e.to(), e.amount().minorUnits(), position);
            }
            case RefundFunded e -> {
                source(e.refund(), e.from(), -e.ofSource().minorUnits(), position);
                refund(e.refund(), e.amount().minorUnits(), position);
            }
            case RefundCancelled e -> {
                if (e.wasFunded()) {
                    switch (e.to()) {
                        case RefundSource.OfOrder _ ->
                            refund(e.refund(), -e.amount().minorUnits(), position);
                        case RefundSource.EscrowLeg _, RefundSource.Overpayment _ ->
                            reroute(e.refund(), -e.amount().minorUnits(), position);
                    }
                    source(e.refund(), e.to(), e.toSource().minorUnits(), position);
                }
            }
            case RefundSucceeded e -> {
                refund(e.refund(), -e.amount().minorUnits(), position);
                rows.bankLine("DEBIT", e.refund().value(), 1, position);
            }
            case RefundBounced e -> {
                reroute(e.refund(), e.amount().minorUnits(), position);
                // What a channel took back it may pay once more.
                rows.bankLine("DEBIT", e.refund().value(), -1, position);
            }
            case RefundSetAsideReversed e -> {
                reroute(e.refund(), -e.amount().minorUnits(), position);
                refund(e.refund(), e.amount().minorUnits(), position);
            }
            case RefundRerouteRequested e -> {
                refund(e.refund(), -e.setAside().minorUnits(), position);
                reroute(e.refund(), e.setAside().minorUnits(), position);
            }
            case RefundTransferRestored e -> {
                returned(e.payout(), accountOf(e.refund()), -e.amount().minorUnits(), position);
                reroute(e.refund(), e.amount().minorUnits(), position);
            }
            case BankReceiptReversed e -> {
                receipt(e.receipt(), -e.amount().minorUnits(), position);
                rows.bankLine("CREDIT", e.receipt().value(), -1, position);
            }
            case BankReceiptRestored e -> {
                returned(e.payout(), null, -e.amount().minorUnits(), position);
                kept(e.receipt(), e.part(), e.amount().minorUnits(), position);
            }
            case ReleaseApproved e ->
                reservation(e.account(), e.releaseNo(), e.amount().minorUnits(), position);
            case ReleaseFailed e ->
                reservation(e.account(), e.releaseNo(), -e.amount().minorUnits(), position);
            case FundsDeducted e ->
                reservation(e.account(), e.deductionNo(), e.amount().minorUnits(), position);
            case HoldbackReleased e -> reservations(e.account(), e.legs(), position);
            case TerminationExecuted e -> reservations(e.account(), e.legs(), position);
            case ReturnedMoneyRestored e ->
                returned(e.payout(), e.account().value(), -e.amount().minorUnits(), position);
            case PayoutCreated e -> {
                reservation(e.from(), -e.amount().minorUnits(), position);
                payout(e.payout(), e.from(), e.amount().minorUnits(), position);
            }
            case PayoutSucceeded e -> {
                payout(e.payout(), e.from(), -e.amount().minorUnits(), position);
                flow(e.from(), e.amount(), Money.ZERO, position);
                rows.bankLine("DEBIT", e.payout().value(), 1, position);
            }
            case PayoutReturned e -> {
                returned(e.payout(), accountOf(e.from()), e.amount().minorUnits(), position);
                flow(e.from(), Money.ZERO, e.amount(), position);
                rows.bankLine("CREDIT", e.receipt().value(), 1, position);
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
        item(AccountCode.R2104, payout.value(), payout.value(), accountOf(from), units, position);
    }

    /** What waits for a payout: in its account's bucket, or where the earlier payout came back to. */
    private void reservation(PayoutSource from, long units, long position) {
        switch (from) {
            case ReturnedPayout(var account, var _, var payout) -> returned(payout, account.value(), units, position);
            case ReceiptReturn(var receipt, var part) -> kept(receipt, part, units, position);
            case RefundTransfer(var refund, var _) -> reroute(refund, units, position);
            case OfAccount item -> reservation(item.account(), item.itemNo(), units, position);
        }
    }

    private void reservation(EscrowAccountId account, String itemNo, long units, long position) {
        item(AccountCode.R2001, account.value() + "." + Bucket.IN_RELEASE, itemNo, account.value(), units, position);
    }

    private void reservations(EscrowAccountId account, List<? extends PayoutLeg> legs, long position) {
        legs.forEach(leg -> reservation(account, leg.legNo(), leg.amount().minorUnits(), position));
    }

    /** What a fee account set aside, taker by taker. */
    private void fee(MerchantFeeAccountId account, FeeTaker taker, long units, long position) {
        var item = switch (taker) {
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Refund _ -> taker.orderNo();
            // No order can be named like it.
            case FeeTaker.Recovery(var orderNo) -> "RECOVERY:" + orderNo;
        };
        item(AccountCode.R2004, account.value() + "." + MerchantBucket.RESERVED, item, null, units, position);
    }

    /** The order took what the merchant's fee account had set aside for it. */
    private void feeTaken(MerchantContractId contract, PaymentOrderId order, Money fee, long position) {
        if (!fee.isZero()) {
            fee(contract.feeAccount(), new FeeTaker.Payment(order), -fee.minorUnits(), position);
        }
    }

    private void captured(PaymentCaptured event, long position) {
        switch (event.place()) {
            case EXCESS -> {
                var item = event.order().value() + ":" + event.capture().tradeNo();
                item(AccountCode.R2102, item, item, null, event.amount().minorUnits(), position);
            }
            case CONTRACT -> {
                if (event.bearer() == FeeBearer.MERCHANT_B) {
                    feeTaken(event.contract(), event.order(), event.fee(), position);
                }
            }
        }
    }

    /** What a fee account set aside of its own for others than fees. */
    private void claim(MerchantFeeAccountId account, FundsTaker taker, long units, long position) {
        item(AccountCode.R2004, account.value() + "." + MerchantBucket.RESERVED, taker.item(), null, units, position);
    }

    /** What a contract set aside of one payment, taker by taker. */
    @SuppressWarnings("TooManyParameters") // A sub-ledger, its item, and what was added to it.
    private void reserved(
            MerchantContractId contract, PaymentOrderId order, ContractTaker taker, long units, long position) {
        var subLedger = contract.value() + ":" + order.outTradeNo() + "." + MerchantBucket.RESERVED;
        item(AccountCode.R2003, subLedger, taker.value(), null, units, position);
    }

    /** What a refund's source holds for it. */
    private void source(RefundId refund, RefundSource source, long units, long position) {
        switch (source) {
            case RefundSource.ContractPayment(var contract, var order) ->
                reserved(contract, order, refund, units, position);
            case RefundSource.ExcessCapture(var order, var tradeNo) -> {
                var item = order.value() + ":" + tradeNo;
                item(AccountCode.R2102, item, item, null, units, position);
            }
            case RefundSource.Overpayment(var _, var receipt) -> kept(receipt, ReceiptPart.EXCESS, units, position);
            case RefundSource.ExcessReceipt(var _, var receipt) -> kept(receipt, ReceiptPart.EXCESS, units, position);
            case RefundSource.EscrowLeg(var account, var legNo) -> reservation(account, legNo, units, position);
        }
    }

    private void refund(RefundId refund, long units, long position) {
        item(AccountCode.R2103, refund.value(), refund.value(), accountOf(refund), units, position);
    }

    private void reroute(RefundId refund, long units, long position) {
        var subLedger = refund.value() + ":REROUTE";
        item(AccountCode.R2103, subLedger, subLedger, accountOf(refund), units, position);
    }

    /** Own cash that a merchant owes, order by order. */
    private void advance(MerchantFeeAccountId account, String orderNo, long units, long position) {
        item(AccountCode.O1201, account.value(), orderNo, null, units, position);
    }

    /** Money of a receipt that its account expected. */
    private void taken(BankReceiptId receipt, EscrowAccountId account, Money amount, long position) {
        receipt(receipt, -amount.minorUnits(), position);
        flow(account, amount, Money.ZERO, Money.ZERO, position);
    }

    /** Money of a receipt that nobody was credited with, or that its account did not expect. */
    private void kept(BankReceiptId receipt, ReceiptPart part, long units, long position) {
        var code = switch (part) {
            case WHOLE -> AccountCode.R2101;
            case EXCESS -> AccountCode.R2102;
        };
        item(code, receipt.subLedger(), receipt.subLedger(), null, units, position);
    }

    private void returned(PayoutId payout, @Nullable String account, long units, long position) {
        item(AccountCode.R2105, payout.value(), payout.value(), account, units, position);
    }

    @SuppressWarnings("TooManyParameters") // One row of ledger_item, column by column.
    private void item(
            AccountCode code, String subLedger, String item, @Nullable String account, long units, long position) {
        rows.item(new FactRows.ItemKey(code, subLedger, item), account, units, position);
    }

    @SuppressWarnings("TooManyParameters") // One row of ledger_flow, column by column.
    private void flow(EscrowAccountId account, Money in, Money out, Money back, long position) {
        rows.flow(account.value(), in.minorUnits(), out.minorUnits(), back.minorUnits(), position);
    }

    /** What a payout brought out of an account, or the bank back to it. */
    private void flow(PayoutSource from, Money out, Money back, long position) {
        var account = accountOf(from);
        if (account != null) {
            rows.flow(account, 0, out.minorUnits(), back.minorUnits(), position);
        }
    }
}
