package io.coffer.api.accounts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.util.List;
import java.util.Optional;

/** What became of money that was paid out and came back. */
public sealed interface ReturnEvent extends EscrowEvent {

    String releaseNo();

    /** Mirror: the bank gave the payout back; the money waits for a decision. Posts nothing. */
    @StoredAs("accounts.ReleaseReturned")
    record ReleaseReturned(EscrowAccountId account, String releaseNo, PayoutId payout, String partyId, Money amount)
            implements ReturnEvent {}

    /**
     * Mirror: the bank gave a part of a terminated contract back to its refund, which sends it to another account of the
     * payer's. Posts nothing.
     */
    @StoredAs("accounts.LegReturned")
    record LegReturned(EscrowAccountId account, String releaseNo, PayoutId payout, String partyId, Money amount)
            implements ReturnEvent {}

    /** No freeze keeps a part that came back: a payout of its refund may take it. Posts nothing. */
    @StoredAs("accounts.LegReissued")
    record LegReissued(
            EscrowAccountId account,
            String releaseNo,
            int rerouteNo,
            BankAccountRef payee,
            Money amount,
            CustodyAccount custodyAccount)
            implements ReturnEvent {

        public RefundId refund() {
            return RefundId.ofLeg(account, releaseNo);
        }

        public PayoutId payout() {
            return PayoutId.ofRefund(refund(), rerouteNo);
        }
    }

    /**
     * A part that came back may not go to this account of its refund's, now or when the same is asked again. Posts nothing.
     *
     * @param orders which keep it
     */
    @StoredAs("accounts.LegReissueDeclined")
    record LegReissueDeclined(
            EscrowAccountId account, String releaseNo, int rerouteNo, String code, List<HoldingOrder> orders)
            implements ReturnEvent {
        public LegReissueDeclined {
            orders = List.copyOf(orders);
        }

        public RefundId refund() {
            return RefundId.ofLeg(account, releaseNo);
        }

        public PayoutId payout() {
            return PayoutId.ofRefund(refund(), rerouteNo);
        }
    }

    /**
     * Somebody asks to pay the returned money again.
     *
     * @param requestedBy the maker; the checker must be somebody else
     */
    @StoredAs("accounts.ReissueRequested")
    record ReissueRequested(
            EscrowAccountId account,
            String releaseNo,
            int reissueNo,
            PayoutId oldPayout,
            PayoutId newPayout,
            Payee payee,
            Money amount,
            String requestedBy)
            implements ReturnEvent {}

    /** Nobody let the money go again; it waits for another decision. */
    @StoredAs("accounts.ReissueRejected")
    record ReissueRejected(EscrowAccountId account, String releaseNo, PayoutId newPayout, String reason)
            implements ReturnEvent {}

    /** The returned money is promised to exactly one new payout. Posts nothing: it waits where it came back to. */
    @StoredAs("accounts.ReleaseReissued")
    record ReleaseReissued(
            EscrowAccountId account,
            String releaseNo,
            PayoutId oldPayout,
            PayoutId newPayout,
            Payee payee,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements ReturnEvent {}

    /** Mirror: the returned money was paid again. Posts nothing. */
    @StoredAs("accounts.ReissuePaid")
    record ReissuePaid(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount)
            implements ReturnEvent {}

    /** Mirror: the bank refused to pay again; the money is where it came back to. Posts nothing. */
    @StoredAs("accounts.ReissueFailed")
    record ReissueFailed(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount, String reason)
            implements ReturnEvent {}

    /** The returned money is the account's again (PR-206). */
    @StoredAs("accounts.ReturnedMoneyRestored")
    record ReturnedMoneyRestored(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount)
            implements ReturnEvent {}
}
