package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps money until handover, and what lets it go then. */
public sealed interface HoldbackCommand extends EscrowCommand {

    /** Keeps back what the terms say and is not kept yet. */
    record HoldBack(EscrowAccountId account) implements HoldbackCommand {}

    /** Takes a receipt that people know to be the seller's hold-back; the rest is set apart. */
    record CreditHoldback(EscrowAccountId account, BankReceiptId receipt, Money amount, CustodyAccount custodyAccount)
            implements HoldbackCommand {}

    /** Claims a part of the hold-back for a buyer. */
    record ClaimHoldback(EscrowAccountId account, String claimNo, String partyId, Money amount, List<Evidence> evidence)
            implements HoldbackCommand {
        public ClaimHoldback {
            Keys.key("claimNo", claimNo);
            evidence = List.copyOf(evidence);
        }
    }

    /** A seller agrees with a claim. */
    record AcceptHoldbackClaim(EscrowAccountId account, String claimNo, String partyId, List<Evidence> evidence)
            implements HoldbackCommand {
        public AcceptHoldbackClaim {
            evidence = List.copyOf(evidence);
        }
    }

    /** A seller objects to a claim, in time. */
    record DisputeHoldbackClaim(EscrowAccountId account, String claimNo, String partyId, List<Evidence> evidence)
            implements HoldbackCommand {
        public DisputeHoldbackClaim {
            evidence = List.copyOf(evidence);
        }
    }

    /** Gives a claim up. */
    record WithdrawHoldbackClaim(EscrowAccountId account, String claimNo, String reason) implements HoldbackCommand {}

    /** Notes that the time to object to a claim is over; without effect before that. */
    record ExpireObjection(EscrowAccountId account, String claimNo) implements HoldbackCommand {}

    /** States that the home is handed over, signed by buyers and sellers. */
    record ConfirmHandover(EscrowAccountId account, List<Signature> signatures) implements HoldbackCommand {
        public ConfirmHandover {
            signatures = List.copyOf(signatures);
        }
    }

    /** Asks to pay the hold-back out: claims to buyers, the rest to sellers. */
    record RequestHoldbackSettlement(EscrowAccountId account, List<LegRequest> legs) implements HoldbackCommand {
        public RequestHoldbackSettlement {
            legs = List.copyOf(legs);
        }
    }

    /** Lets a requested settlement go: by the handover below the first tier, else with the approval of other people. */
    record SettleHoldback(EscrowAccountId account, int settlementNo, List<Leg> legs, Optional<Approval> approval)
            implements HoldbackCommand, Approvable {
        public SettleHoldback {
            legs = List.copyOf(legs);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("SettleHoldback", account.value(), Integer.toString(settlementNo)));
            legs.forEach(leg -> content.addAll(leg.content()));
            return content;
        }
    }

    /** Ends a settlement request that nobody let go. */
    record RejectHoldbackSettlement(EscrowAccountId account, int settlementNo, String reason)
            implements HoldbackCommand {}
}
