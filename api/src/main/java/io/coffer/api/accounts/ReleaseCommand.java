package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import java.util.List;
import java.util.Optional;

/** What lets money out, and what its payout reports. */
public sealed interface ReleaseCommand extends EscrowCommand {

    /** Asks to pay money out to a bound payee. */
    record RequestRelease(EscrowAccountId account, String releaseNo, String partyId, Money amount)
            implements ReleaseCommand {
        public RequestRelease {
            Keys.key("releaseNo", releaseNo);
        }
    }

    /** Lets a requested release go: by its conditions below the first tier, else with the approval of other people. */
    record ApproveRelease(
            EscrowAccountId account, String releaseNo, String partyId, Money amount, Optional<Approval> approval)
            implements ReleaseCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            return List.of(
                    "ApproveRelease",
                    account.value(),
                    releaseNo,
                    partyId,
                    Long.toString(amount.minorUnits()),
                    amount.currency().getCurrencyCode());
        }
    }

    /** Ends a release request that nobody let go. */
    record RejectRelease(EscrowAccountId account, String releaseNo, String reason) implements ReleaseCommand {}

    /** Mirrors that a payout was paid. */
    record ConfirmReleasePaid(EscrowAccountId account, String releaseNo, PayoutId payout) implements ReleaseCommand {}

    /** Takes back money whose payout definitely failed. */
    record FailRelease(EscrowAccountId account, String releaseNo, PayoutId payout, String reason)
            implements ReleaseCommand {}
}
