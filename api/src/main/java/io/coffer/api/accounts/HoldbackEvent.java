package io.coffer.api.accounts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Money that stays until the home is handed over, who claims a part of it, and how it goes. */
public sealed interface HoldbackEvent extends EscrowEvent {

    /** A part of the price stays until handover (PR-211). */
    @StoredAs("accounts.HoldbackReserved")
    record HoldbackReserved(EscrowAccountId account, Money amount) implements HoldbackEvent {}

    /**
     * The seller paid the hold-back in, or a part of it (PR-213).
     *
     * @param receiptAmount the whole receipt; what exceeds {@code amount} is in {@link FundingEvent.EscrowOverfunded}
     */
    @StoredAs("accounts.HoldbackFunded")
    record HoldbackFunded(EscrowAccountId account, BankReceiptId receipt, Money amount, Money receiptAmount)
            implements HoldbackEvent {}

    /**
     * The buyer claims a part of the hold-back.
     *
     * @param objectionUntil until when the seller may object
     */
    @StoredAs("accounts.HoldbackClaimed")
    record HoldbackClaimed(
            EscrowAccountId account,
            String claimNo,
            String partyId,
            Money amount,
            List<Evidence> evidence,
            Instant objectionUntil,
            String claimedBy)
            implements HoldbackEvent {
        public HoldbackClaimed {
            evidence = List.copyOf(evidence);
        }
    }

    /** The seller agrees with the claim. */
    @StoredAs("accounts.HoldbackClaimAccepted")
    record HoldbackClaimAccepted(EscrowAccountId account, String claimNo, String partyId, List<Evidence> evidence)
            implements HoldbackEvent {
        public HoldbackClaimAccepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The seller objects: the claimed money goes to nobody until one of them gives in. */
    @StoredAs("accounts.HoldbackClaimDisputed")
    record HoldbackClaimDisputed(EscrowAccountId account, String claimNo, String partyId, List<Evidence> evidence)
            implements HoldbackEvent {
        public HoldbackClaimDisputed {
            evidence = List.copyOf(evidence);
        }
    }

    /** The time for objections is over. The claim counts since {@code since}, whenever this was noticed. */
    @StoredAs("accounts.HoldbackClaimUncontested")
    record HoldbackClaimUncontested(EscrowAccountId account, String claimNo, Instant since) implements HoldbackEvent {}

    /** The buyer gives the claim up. */
    @StoredAs("accounts.HoldbackClaimWithdrawn")
    record HoldbackClaimWithdrawn(EscrowAccountId account, String claimNo, String reason) implements HoldbackEvent {}

    /** The home is the buyer's; buyers and sellers signed it, or a seller's proxy did. */
    @StoredAs("accounts.PropertyHandedOver")
    record PropertyHandedOver(EscrowAccountId account, List<Signature> signatures) implements HoldbackEvent {
        public PropertyHandedOver {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * Somebody asks to pay the hold-back out.
     *
     * @param requestedBy the maker; no checker may be the same
     * @param checkersRequired how many other people must approve; none means that the handover approves
     */
    @StoredAs("accounts.HoldbackSettlementRequested")
    record HoldbackSettlementRequested(
            EscrowAccountId account, int settlementNo, List<Leg> legs, String requestedBy, int checkersRequired)
            implements HoldbackEvent {
        public HoldbackSettlementRequested {
            legs = List.copyOf(legs);
        }
    }

    /** The settlement ended without money moving. */
    @StoredAs("accounts.HoldbackSettlementRejected")
    record HoldbackSettlementRejected(EscrowAccountId account, int settlementNo, String reason)
            implements HoldbackEvent {}

    /** Each leg of the hold-back is promised to its own payout (PR-212). */
    @StoredAs("accounts.HoldbackReleased")
    record HoldbackReleased(
            EscrowAccountId account,
            int settlementNo,
            List<Leg> legs,
            CustodyAccount custodyAccount,
            Optional<String> approvalId)
            implements HoldbackEvent {
        public HoldbackReleased {
            legs = List.copyOf(legs);
        }
    }
}
