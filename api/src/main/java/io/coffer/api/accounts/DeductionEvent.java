package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.List;
import java.util.Optional;

/** Money that a court takes out of an account. */
public sealed interface DeductionEvent extends EscrowEvent {

    /** A court's paper asks for money that its own order holds; another person must agree. */
    @StoredAs("accounts.DeductionRequested")
    record DeductionRequested(
            EscrowAccountId account,
            String deductionNo,
            String orderNo,
            Money amount,
            BankAccountRef courtAccount,
            List<Evidence> evidence,
            String requestedBy)
            implements DeductionEvent {
        public DeductionRequested {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The money is promised to exactly one payout to the court (PR-221).
     *
     * @param fromHoldback the part of the amount that comes from the hold-back; the rest was available
     */
    @StoredAs("accounts.FundsDeducted")
    record FundsDeducted(
            EscrowAccountId account,
            String deductionNo,
            String orderNo,
            PayoutId payout,
            BankAccountRef courtAccount,
            Money amount,
            Money fromHoldback,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements DeductionEvent {}

    /** Nobody agreed in time, or the order no longer holds the money; the court must ask anew. */
    @StoredAs("accounts.DeductionRejected")
    record DeductionRejected(EscrowAccountId account, String deductionNo, String reason) implements DeductionEvent {}
}
