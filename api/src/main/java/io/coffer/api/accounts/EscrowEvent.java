package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Party;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Optional;

/** Every fact of an escrow account's life. */
public sealed interface EscrowEvent extends DomainEvent {

    EscrowAccountId account();

    @Override
    default EscrowAccountId source() {
        return account();
    }

    /** The account exists; terms and custody account are pinned. */
    @StoredAs("accounts.EscrowAccountOpened")
    record EscrowAccountOpened(
            EscrowAccountId account,
            ContractRef contract,
            List<Party> parties,
            EscrowTerms terms,
            CustodyAccount custodyAccount)
            implements EscrowEvent {
        public EscrowAccountOpened {
            parties = List.copyOf(parties);
        }
    }

    /** New terms replace the old ones, before any money came in. */
    @StoredAs("accounts.TermsAmended")
    record TermsAmended(EscrowAccountId account, EscrowTerms terms) implements EscrowEvent {}

    /** The account was given up before any money came in. */
    @StoredAs("accounts.EscrowAccountCancelled")
    record EscrowAccountCancelled(EscrowAccountId account, String reason, Optional<VirtualAccountId> number)
            implements EscrowEvent {}

    /** The bank knows the account under this number; payers transfer to it. */
    @StoredAs("accounts.VirtualAccountAttached")
    record VirtualAccountAttached(EscrowAccountId account, VirtualAccountId number) implements EscrowEvent {}

    /**
     * Expected money of a receipt was taken into the account (PR-101).
     *
     * @param receiptAmount the whole receipt; what exceeds {@code amount} is in {@link EscrowOverfunded}
     */
    @StoredAs("accounts.EscrowFunded")
    record EscrowFunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount)
            implements EscrowEvent {}

    /** A planned payment has received something, not yet all. */
    @StoredAs("accounts.PaymentItemPartiallyFunded")
    record PaymentItemPartiallyFunded(EscrowAccountId account, PaymentItem item, Money received, Money missing)
            implements EscrowEvent {}

    /** A planned payment has been received in full. */
    @StoredAs("accounts.PaymentItemSettled")
    record PaymentItemSettled(EscrowAccountId account, PaymentItem item, Money received) implements EscrowEvent {}

    /** The part of a receipt that the plan does not expect, set apart for its payer (PR-104). */
    @StoredAs("accounts.EscrowOverfunded")
    record EscrowOverfunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount)
            implements EscrowEvent {}

    /** A release condition is proven. */
    @StoredAs("accounts.ReleaseConditionConfirmed")
    record ReleaseConditionConfirmed(EscrowAccountId account, ReleaseCondition condition, List<Evidence> evidence)
            implements EscrowEvent {
        public ReleaseConditionConfirmed {
            evidence = List.copyOf(evidence);
        }
    }

    /** A party's money may go to this verified account. */
    @StoredAs("accounts.PayeeBound")
    record PayeeBound(EscrowAccountId account, Payee payee, List<Evidence> verification) implements EscrowEvent {
        public PayeeBound {
            verification = List.copyOf(verification);
        }
    }

    /**
     * Somebody asks to pay money out.
     *
     * @param requestedBy the maker; no checker may be the same
     * @param checkersRequired how many other people must approve; none means that the conditions approve
     */
    @StoredAs("accounts.ReleaseRequested")
    record ReleaseRequested(
            EscrowAccountId account,
            String releaseNo,
            String partyId,
            Money amount,
            String requestedBy,
            int checkersRequired)
            implements EscrowEvent {}

    /** The money is promised to exactly one payout (PR-201). */
    @StoredAs("accounts.ReleaseApproved")
    record ReleaseApproved(
            EscrowAccountId account,
            String releaseNo,
            PayoutId payout,
            Payee payee,
            Money amount,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements EscrowEvent {}

    /** The release request ended without money moving. */
    @StoredAs("accounts.ReleaseRejected")
    record ReleaseRejected(EscrowAccountId account, String releaseNo, String reason) implements EscrowEvent {}

    /** Mirror: the payout of this release was paid. Posts nothing. */
    @StoredAs("accounts.ReleasePaid")
    record ReleasePaid(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount)
            implements EscrowEvent {}

    /** The payout definitely failed; the money is available again (PR-207). */
    @StoredAs("accounts.ReleaseFailed")
    record ReleaseFailed(EscrowAccountId account, String releaseNo, PayoutId payout, Money amount, String reason)
            implements EscrowEvent {}

    /** Nothing blocks the closure; the number at the bank is being closed. */
    @StoredAs("accounts.AccountClosureRequested")
    record AccountClosureRequested(EscrowAccountId account, Optional<VirtualAccountId> number) implements EscrowEvent {}

    /** The account is closed. Later receipts stay in suspense. */
    @StoredAs("accounts.AccountClosed")
    record AccountClosed(EscrowAccountId account) implements EscrowEvent {}
}
