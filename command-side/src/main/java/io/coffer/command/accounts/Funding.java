package io.coffer.command.accounts;

import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.FundingEvent.ExcessRefunding;
import io.coffer.api.accounts.FundingEvent.ExcessReturned;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.PaymentItemPartiallyFunded;
import io.coffer.api.accounts.FundingEvent.PaymentItemSettled;
import io.coffer.api.accounts.FundingEvent.ReceiptDeclined;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.PaymentItem;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What came in for which planned payment, and by which receipts.
 *
 * @param credits one for every receipt that was ever credited here
 */
record Funding(Map<PaymentItem, Money> received, List<Credit> credits) {

    Funding {
        credits = List.copyOf(credits);
    }

    /**
     * What a receipt brought.
     *
     * @param taken what the plan expected
     * @param excess money beyond what was expected, until its payer has it back
     * @param isRefunding whether a refund brings it there
     * @param heldBack what of it is the seller's hold-back
     * @param payer where the price came from, as far as the bank said it
     * @param verdictNo the latest correction that was answered
     */
    record Credit(
            BankReceiptId receipt,
            Money taken,
            Money heldBack,
            Money excess,
            boolean isRefunding,
            Optional<BankAccountRef> payer,
            int verdictNo) {

        static Credit none(BankReceiptId receipt) {
            return new Credit(receipt, Money.ZERO, Money.ZERO, Money.ZERO, false, Optional.empty(), 0);
        }

        boolean isOpen() {
            return !taken.plus(heldBack).plus(excess).isZero();
        }

        private Credit less(JournalReversed event) {
            return switch (event.credited()) {
                case EXPECTED ->
                    new Credit(
                            receipt,
                            taken.minus(event.amount()),
                            heldBack,
                            excess,
                            isRefunding,
                            payer,
                            event.verdictNo());
                case HOLDBACK ->
                    new Credit(
                            receipt,
                            taken,
                            heldBack.minus(event.amount()),
                            excess,
                            isRefunding,
                            payer,
                            event.verdictNo());
                case EXCESS ->
                    new Credit(
                            receipt,
                            taken,
                            heldBack,
                            excess.minus(event.amount()),
                            isRefunding,
                            payer,
                            event.verdictNo());
            };
        }

        private Credit with(EscrowFunded event) {
            return new Credit(
                    receipt, taken.plus(event.amount()), heldBack, excess, isRefunding, event.payer(), verdictNo);
        }

        private Credit with(HoldbackFunded event) {
            return new Credit(receipt, taken, heldBack.plus(event.amount()), excess, isRefunding, payer, verdictNo);
        }

        private Credit withExcess(Money next) {
            return new Credit(receipt, taken, heldBack, next, false, payer, verdictNo);
        }

        private Credit refunding() {
            return new Credit(receipt, taken, heldBack, excess, true, payer, verdictNo);
        }

        private Credit answered(int verdict) {
            return new Credit(receipt, taken, heldBack, excess, isRefunding, payer, verdict);
        }
    }

    static Funding none() {
        return new Funding(Map.of(), List.of());
    }

    Funding after(FundingEvent event) {
        return switch (event) {
            case EscrowFunded e -> with(e.receipt(), credit -> credit.with(e));
            case PaymentItemPartiallyFunded e -> withReceived(e.item(), e.received());
            case PaymentItemSettled e -> withReceived(e.item(), e.received());
            case EscrowOverfunded e ->
                with(e.receipt(), credit -> credit.withExcess(credit.excess().plus(e.amount())));
            case JournalReversed e -> with(e.receipt(), credit -> credit.less(e));
            case ReceiptDeclined _ -> this;
            case ReversalDeclined e -> with(e.receipt(), credit -> credit.answered(e.verdictNo()));
            case ExcessRefunding e -> with(e.receipt(), Credit::refunding);
            case ExcessReturned e ->
                with(e.receipt(), credit -> credit.withExcess(credit.excess().minus(e.amount())));
        };
    }

    /** The seller's hold-back came by a receipt too. */
    Funding after(HoldbackEvent event) {
        return event instanceof HoldbackFunded e ? with(e.receipt(), credit -> credit.with(e)) : this;
    }

    Money of(PaymentItem item) {
        return received.getOrDefault(item, Money.ZERO);
    }

    Money total() {
        return received.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** Money beyond the plan, of all receipts, of which nobody said yet how it goes back. */
    Money excess() {
        return credits.stream()
                .filter(credit -> !credit.isRefunding())
                .map(Credit::excess)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Receipts whose excess a refund brings back to their payers. */
    List<Credit> refunding() {
        return credits.stream().filter(Credit::isRefunding).toList();
    }

    Optional<Credit> credit(BankReceiptId receipt) {
        return credits.stream()
                .filter(credit -> credit.receipt().equals(receipt))
                .findFirst();
    }

    private Funding with(BankReceiptId receipt, UnaryOperator<Credit> change) {
        var next = new ArrayList<Credit>();
        credits.stream().filter(credit -> !credit.receipt().equals(receipt)).forEach(next::add);
        next.add(change.apply(credit(receipt).orElseGet(() -> Credit.none(receipt))));
        return new Funding(received, next);
    }

    private Funding withReceived(PaymentItem item, Money total) {
        var next = new EnumMap<PaymentItem, Money>(PaymentItem.class);
        next.putAll(received);
        next.put(item, total);
        return new Funding(Map.copyOf(next), credits);
    }
}
