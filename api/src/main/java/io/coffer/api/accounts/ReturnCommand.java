package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of money that was paid out and came back. */
public sealed interface ReturnCommand extends EscrowCommand {

    String releaseNo();

    /** Mirrors that the bank gave a paid payout back. */
    record ConfirmReleaseReturned(EscrowAccountId account, String releaseNo, PayoutId payout)
            implements ReturnCommand {}

    /** Mirrors that the bank gave a paid part back to the refund that had it. */
    record RecordLegReturned(EscrowAccountId account, String releaseNo, PayoutId payout) implements ReturnCommand {}

    /** Asks whether a freeze keeps a part that came back from going to another account. Nothing is recorded. */
    record VerifyLegReissue(EscrowAccountId account, String releaseNo) implements ReturnCommand {}

    /**
     * Lets the refund of a part that a bank gave back send it to another account of the payer's, which a second person verified.
     *
     * @param rerouteNo which of the accounts that the refund tries
     */
    record ReissueLeg(EscrowAccountId account, String releaseNo, int rerouteNo, BankAccountRef payee, Money amount)
            implements ReturnCommand {

        /** The payout that takes it. */
        public PayoutId payout() {
            return PayoutId.ofRefund(RefundId.ofLeg(account, releaseNo), rerouteNo);
        }
    }

    /** Asks to pay the returned money again, to the payee that is the party's now. */
    record RequestReissue(EscrowAccountId account, String releaseNo) implements ReturnCommand {}

    /** Pays the returned money again, with a second person's approval of exactly this payee. */
    record ReissueRelease(
            EscrowAccountId account,
            String releaseNo,
            PayoutId oldPayout,
            PayoutId newPayout,
            Payee payee,
            Money amount,
            Optional<Approval> approval)
            implements ReturnCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(
                    List.of("ReissueRelease", account.value(), releaseNo, oldPayout.value(), newPayout.value()));
            content.addAll(payee.content());
            content.addAll(List.of(
                    Long.toString(amount.minorUnits()), amount.currency().getCurrencyCode()));
            return content;
        }
    }

    /** Ends the wish to pay again; the returned money stays undecided. */
    record RejectReissue(EscrowAccountId account, String releaseNo, PayoutId newPayout, String reason)
            implements ReturnCommand {}

    /** Mirrors that the money was paid again. */
    record ConfirmReissuePaid(EscrowAccountId account, String releaseNo, PayoutId payout) implements ReturnCommand {}

    /** Mirrors that the bank refused to pay again; the returned money is undecided again. */
    record FailReissue(EscrowAccountId account, String releaseNo, PayoutId payout, String reason)
            implements ReturnCommand {}

    /** Takes the returned money back into the account. */
    record RestoreReturned(EscrowAccountId account, String releaseNo) implements ReturnCommand {}
}
