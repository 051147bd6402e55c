package io.coffer.api.payouts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every fact of a payout. */
public sealed interface PayoutEvent extends DomainEvent {

    PayoutId payout();

    @Override
    default PayoutId source() {
        return payout();
    }

    /** The reserved money is on its way out (PR-202). */
    @StoredAs("payouts.PayoutCreated")
    record PayoutCreated(
            PayoutId payout, PayoutSource from, Money amount, BankAccountRef payee, CustodyAccount custodyAccount)
            implements PayoutEvent {}

    /** The bank is about to be called, for the {@code attempt}-th time under the same number. */
    @StoredAs("payouts.PayoutSubmitting")
    record PayoutSubmitting(PayoutId payout, int attempt) implements PayoutEvent {}

    /** The bank took the instruction. */
    @StoredAs("payouts.PayoutSubmitted")
    record PayoutSubmitted(PayoutId payout) implements PayoutEvent {}

    /** Nobody knows whether the bank paid. It is asked; the number stays the same. */
    @StoredAs("payouts.PayoutResultUnknown")
    record PayoutResultUnknown(PayoutId payout, String cause) implements PayoutEvent {}

    /** The bank said that it does not know the number; it may be sent again after a quiet time. */
    @StoredAs("payouts.PayoutNotFound")
    record PayoutNotFound(PayoutId payout) implements PayoutEvent {}

    /** The bank debited the custody account (PR-203). */
    @StoredAs("payouts.PayoutSucceeded")
    record PayoutSucceeded(
            PayoutId payout,
            PayoutSource from,
            Money amount,
            CustodyAccount custodyAccount,
            String coreNo,
            LocalDate bankDate,
            Optional<String> approvalId)
            implements PayoutEvent {}

    /**
     * The bank gave everything back before it was known here that it had paid. Posts nothing: the return is booked right after
     * the success.
     */
    @StoredAs("payouts.PayoutReturnAnnounced")
    record PayoutReturnAnnounced(
            PayoutId payout, Money amount, BankReceiptId receipt, LocalDate bankDate, String coreNo)
            implements PayoutEvent {}

    /**
     * The bank paid and gave everything back (PR-205). The money waits until the owner of the source decides.
     *
     * @param receipt the bank line by which it came back
     */
    @StoredAs("payouts.PayoutReturned")
    record PayoutReturned(
            PayoutId payout,
            PayoutSource from,
            Money amount,
            CustodyAccount custodyAccount,
            BankReceiptId receipt,
            LocalDate bankDate,
            String coreNo)
            implements PayoutEvent {}

    /** The bank definitely refused, or was never called; the money goes back to where it was reserved (PR-204). */
    @StoredAs("payouts.PayoutFailed")
    record PayoutFailed(PayoutId payout, PayoutSource from, Money amount, String code, Optional<String> approvalId)
            implements PayoutEvent {

        /** The code of a payout that a freeze called back before the bank was called. */
        public static final String RECALLED = "RECALLED";
    }

    /**
     * The bank says something else than what it, or its papers, said before: it may have debited us after we freed the
     * money. Posts nothing; payouts of the custody account stop until people have asked the bank.
     */
    @StoredAs("payouts.PayoutOutcomeContradicted")
    record PayoutOutcomeContradicted(
            PayoutId payout, CustodyAccount custodyAccount, PayoutOutcome recorded, PayoutOutcome claimed)
            implements PayoutEvent {}

    /**
     * The bank gave back what, as it or its papers say, it never paid. Posts nothing; payouts of the custody account stop until
     * people have asked the bank.
     */
    @StoredAs("payouts.PayoutReturnContradicted")
    record PayoutReturnContradicted(
            PayoutId payout,
            CustodyAccount custodyAccount,
            Money amount,
            BankReceiptId receipt,
            LocalDate bankDate,
            String coreNo)
            implements PayoutEvent {}

    /** An operator asks to settle the unknown payout by evidence. */
    @StoredAs("payouts.PayoutResolutionRequested")
    record PayoutResolutionRequested(
            PayoutId payout, int resolutionNo, PayoutOutcome outcome, List<Evidence> evidence, String requestedBy)
            implements PayoutEvent {
        public PayoutResolutionRequested {
            evidence = List.copyOf(evidence);
        }
    }
}
