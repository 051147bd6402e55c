package io.coffer.api.ledger;

import static io.coffer.api.ledger.Posting.credit;
import static io.coffer.api.ledger.Posting.debit;
import static io.coffer.api.ledger.SubLedgers.custody;
import static io.coffer.api.ledger.SubLedgers.escrow;
import static io.coffer.api.ledger.SubLedgers.excess;
import static io.coffer.api.ledger.SubLedgers.inTransit;
import static io.coffer.api.ledger.SubLedgers.reroute;
import static io.coffer.api.ledger.SubLedgers.returned;
import static io.coffer.api.ledger.SubLedgers.unmatched;

import io.coffer.api.accounts.AgreementEvent;
import io.coffer.api.accounts.ClosureEvent;
import io.coffer.api.accounts.ConditionEvent;
import io.coffer.api.accounts.DeductionEvent;
import io.coffer.api.accounts.DeductionEvent.FundsDeducted;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.EscrowEvent;
import io.coffer.api.accounts.FreezeEvent;
import io.coffer.api.accounts.FundingEvent;
import io.coffer.api.accounts.FundingEvent.EscrowFunded;
import io.coffer.api.accounts.FundingEvent.EscrowOverfunded;
import io.coffer.api.accounts.HoldbackEvent;
import io.coffer.api.accounts.HoldbackEvent.HoldbackFunded;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReleased;
import io.coffer.api.accounts.HoldbackEvent.HoldbackReserved;
import io.coffer.api.accounts.PayeeEvent;
import io.coffer.api.accounts.PayoutLeg;
import io.coffer.api.accounts.ReleaseEvent;
import io.coffer.api.accounts.ReleaseEvent.ReleaseApproved;
import io.coffer.api.accounts.ReleaseEvent.ReleaseFailed;
import io.coffer.api.accounts.ReturnEvent;
import io.coffer.api.accounts.ReturnEvent.ReturnedMoneyRestored;
import io.coffer.api.accounts.TerminationEvent;
import io.coffer.api.accounts.TerminationEvent.TerminationExecuted;
import io.coffer.api.approvals.ApprovalEvent;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payouts.PayoutEvent;
import io.coffer.api.payouts.PayoutEvent.PayoutCreated;
import io.coffer.api.payouts.PayoutEvent.PayoutFailed;
import io.coffer.api.payouts.PayoutEvent.PayoutReturned;
import io.coffer.api.payouts.PayoutEvent.PayoutSucceeded;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.payouts.PayoutSource.OfAccount;
import io.coffer.api.payouts.PayoutSource.ReceiptReturn;
import io.coffer.api.payouts.PayoutSource.RefundTransfer;
import io.coffer.api.payouts.PayoutSource.ReturnedPayout;
import io.coffer.api.payouts.PayoutSwitchEvent;
import io.coffer.api.promotions.CampaignEvent;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.LineEvent;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptKeyEvent;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.StatementEvent;
import io.coffer.api.receipts.VerdictEvent;
import io.coffer.api.receipts.VirtualAccountEvent;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.settlements.SettlementEvent;
import io.coffer.api.splits.SplitEvent;
import io.coffer.api.splits.SplitSwitchEvent;
import java.util.ArrayList;
import java.util.List;

/** The posting rules of {@code domain.md} 3.2. Every released version stays, so that an old event posts the same for ever. */
public final class Postings {

    /** The version that new events are recorded under. */
    public static final int CURRENT = 1;

    private Postings() {}

    /** The journals of an event under the version it was recorded with. Throws for a version that was never released. */
    public static List<Journal> of(DomainEvent event, int ruleVersion) {
        return version(ruleVersion).of(event);
    }

    public static PostingRules version(int ruleVersion) {
        if (ruleVersion != 1) {
            throw new IllegalArgumentException("Posting rules " + ruleVersion + " were never released");
        }
        return Postings::first;
    }

    private static List<Journal> first(DomainEvent event) {
        return switch (event) {
            case EscrowEvent escrow -> ofEscrow(escrow);
            case ReceiptEvent receipt -> ofReceipt(receipt);
            case PayoutEvent payout -> ofPayout(payout);
            case FeeAccountEvent fees -> FeeAccountPostings.of(fees);
            case ContractEvent contract -> ContractPostings.of(contract);
            case PaymentEvent payment -> PaymentPostings.of(payment);
            case RefundEvent refund -> RefundPostings.of(refund);
            case SettlementEvent settlement -> SettlementPostings.of(settlement);
            case SplitEvent split -> SplitPostings.of(split);
            // Its money moves with its orders.
            case CampaignEvent _,
                    VirtualAccountEvent _,
                    FingerprintEvent _,
                    ReceiptKeyEvent _,
                    StatementEvent _,
                    PayoutSwitchEvent _,
                    SplitSwitchEvent _,
                    ApprovalEvent _,
                    LedgerEvent _ -> List.of();
        };
    }

    private static List<Journal> ofReceipt(ReceiptEvent event) {
        return switch (event) {
            case BankReceiptRecorded e ->
                move("PR-102", custody(e.where().custodyAccount()), unmatched(e.receipt()), e.amount());
            case ReceiptEvent.BankReceiptHeld _,
                    ReceiptEvent.BankReceiptIdentified _,
                    ReceiptEvent.BankReceiptMerged _,
                    ReceiptEvent.BankReceiptDoubled _,
                    ReceiptEvent.BankReceiptConfirmed _,
                    ReceiptEvent.BankReceiptConflict _,
                    ReceiptEvent.BankReceiptAssigned _,
                    ReceiptEvent.BankReceiptSuspended _,
                    ReceiptEvent.BankReceiptReleased _,
                    ReceiptEvent.BankReceiptConsumed _ -> List.of();
            // The payout books its return (PR-205); an own transfer waits for the transfer that books it.
            case LineEvent _ -> List.of();
            case VerdictEvent e -> ofVerdict(e);
        };
    }

    private static List<Journal> ofVerdict(VerdictEvent event) {
        return switch (event) {
            case VerdictEvent.BankReceiptRestored e ->
                move("PR-206", returned(e.payout()), kept(e.receipt(), e.part()), e.amount());
            case VerdictEvent.BankReceiptReversed e ->
                move("PR-999", unmatched(e.receipt()), custody(e.custodyAccount()), e.amount());
            case VerdictEvent.VerdictRequested _,
                    VerdictEvent.VerdictRejected _,
                    VerdictEvent.BankReceiptReturning _,
                    VerdictEvent.BankReceiptReturned _,
                    VerdictEvent.BankReceiptReturnFailed _,
                    VerdictEvent.BankReceiptCorrecting _,
                    VerdictEvent.BankReceiptCorrected _,
                    VerdictEvent.BankReceiptCorrectionFailed _,
                    VerdictEvent.BankReceiptCleared _,
                    // The refund takes it (PR-501).
                    VerdictEvent.ExcessPromised _,
                    VerdictEvent.ExcessGranted _,
                    VerdictEvent.ExcessPromiseEnded _,
                    VerdictEvent.ExcessTaken _ -> List.of();
        };
    }

    private static List<Journal> ofEscrow(EscrowEvent event) {
        return switch (event) {
            case FundingEvent e -> ofFunding(e);
            case ReleaseEvent e -> ofRelease(e);
            case ReturnEvent e -> ofReturn(e);
            case DeductionEvent e -> ofDeduction(e);
            case HoldbackEvent e -> ofHoldback(e);
            case TerminationEvent e -> ofTermination(e);
            case AgreementEvent _, FreezeEvent _, ConditionEvent _, PayeeEvent _, ClosureEvent _ -> List.of();
        };
    }

    private static List<Journal> ofFunding(FundingEvent event) {
        return switch (event) {
            case EscrowFunded e ->
                move("PR-101", unmatched(e.receipt()), escrow(e.account(), Bucket.AVAILABLE), e.amount());
            case EscrowOverfunded e -> move("PR-104", unmatched(e.receipt()), excess(e.receipt()), e.amount());
            case FundingEvent.JournalReversed e -> move("PR-999", credited(e), unmatched(e.receipt()), e.amount());
            case FundingEvent.PaymentItemPartiallyFunded _,
                    FundingEvent.PaymentItemSettled _,
                    FundingEvent.ReceiptDeclined _,
                    FundingEvent.ReversalDeclined _,
                    FundingEvent.ExcessRefunding _,
                    FundingEvent.ExcessReturned _ -> List.of();
        };
    }

    private static List<Journal> ofRelease(ReleaseEvent event) {
        return switch (event) {
            case ReleaseApproved e ->
                move(
                        "PR-201",
                        escrow(e.account(), Bucket.AVAILABLE),
                        escrow(e.account(), Bucket.IN_RELEASE),
                        e.amount());
            case ReleaseFailed e -> givenBack(e);
            case ReleaseEvent.ReleaseRequested _, ReleaseEvent.ReleaseRejected _, ReleaseEvent.ReleasePaid _ ->
                List.of();
        };
    }

    private static List<Journal> ofReturn(ReturnEvent event) {
        return switch (event) {
            case ReturnedMoneyRestored e ->
                move("PR-206", returned(e.payout()), escrow(e.account(), Bucket.AVAILABLE), e.amount());
            case ReturnEvent.ReleaseReturned _,
                    ReturnEvent.LegReturned _,
                    ReturnEvent.LegReissued _,
                    ReturnEvent.LegReissueDeclined _,
                    ReturnEvent.ReissueRequested _,
                    ReturnEvent.ReissueRejected _,
                    ReturnEvent.ReleaseReissued _,
                    ReturnEvent.ReissuePaid _,
                    ReturnEvent.ReissueFailed _ -> List.of();
        };
    }

    private static List<Journal> ofDeduction(DeductionEvent event) {
        return switch (event) {
            case FundsDeducted e -> promised("PR-221", e.account(), e.amount(), e.fromHoldback());
            case DeductionEvent.DeductionRequested _, DeductionEvent.DeductionRejected _ -> List.of();
        };
    }

    private static List<Journal> ofHoldback(HoldbackEvent event) {
        return switch (event) {
            case HoldbackReserved e ->
                move("PR-211", escrow(e.account(), Bucket.AVAILABLE), escrow(e.account(), Bucket.HOLDBACK), e.amount());
            case HoldbackFunded e ->
                move("PR-213", unmatched(e.receipt()), escrow(e.account(), Bucket.HOLDBACK), e.amount());
            case HoldbackReleased e -> {
                var total = PayoutLeg.total(e.legs());
                yield promised("PR-212", e.account(), total, total);
            }
            case HoldbackEvent.HoldbackClaimed _,
                    HoldbackEvent.HoldbackClaimAccepted _,
                    HoldbackEvent.HoldbackClaimDisputed _,
                    HoldbackEvent.HoldbackClaimUncontested _,
                    HoldbackEvent.HoldbackClaimWithdrawn _,
                    HoldbackEvent.PropertyHandedOver _,
                    HoldbackEvent.HoldbackSettlementRequested _,
                    HoldbackEvent.HoldbackSettlementRejected _ -> List.of();
        };
    }

    private static List<Journal> ofTermination(TerminationEvent event) {
        return switch (event) {
            case TerminationExecuted e ->
                promised("PR-231", e.account(), PayoutLeg.total(e.legs()), PayoutLeg.totalFromHoldback(e.legs()));
            case TerminationEvent.TerminationRequested _,
                    TerminationEvent.TerminationWithdrawn _,
                    TerminationEvent.TerminationPlanAgreed _,
                    TerminationEvent.TerminationPlanRejected _ -> List.of();
        };
    }

    /** Money of one or both open buckets is promised to takers. */
    private static List<Journal> promised(String rule, EscrowAccountId account, Money amount, Money fromHoldback) {
        var lines = new ArrayList<Posting>();
        var fromAvailable = amount.minus(fromHoldback);
        if (!fromAvailable.isZero()) {
            lines.add(debit(escrow(account, Bucket.AVAILABLE), fromAvailable));
        }
        if (!fromHoldback.isZero()) {
            lines.add(debit(escrow(account, Bucket.HOLDBACK), fromHoldback));
        }
        lines.add(credit(escrow(account, Bucket.IN_RELEASE), amount));
        return List.of(new Journal(rule, Book.R, lines));
    }

    private static List<Journal> givenBack(ReleaseFailed event) {
        var toHoldback = event.toHoldback().orElse(Money.ZERO);
        var toAvailable = event.amount().minus(toHoldback);
        var lines = new ArrayList<Posting>();
        lines.add(debit(escrow(event.account(), Bucket.IN_RELEASE), event.amount()));
        if (!toAvailable.isZero()) {
            lines.add(credit(escrow(event.account(), Bucket.AVAILABLE), toAvailable));
        }
        if (!toHoldback.isZero()) {
            lines.add(credit(escrow(event.account(), Bucket.HOLDBACK), toHoldback));
        }
        return List.of(new Journal("PR-207", Book.R, lines));
    }

    private static List<Journal> ofPayout(PayoutEvent event) {
        return switch (event) {
            case PayoutCreated e -> move("PR-202", reserved(e.from()), inTransit(e.payout()), e.amount());
            case PayoutSucceeded e -> move("PR-203", inTransit(e.payout()), custody(e.custodyAccount()), e.amount());
            case PayoutFailed e -> move("PR-204", inTransit(e.payout()), reserved(e.from()), e.amount());
            case PayoutReturned e -> move("PR-205", custody(e.custodyAccount()), returned(e.payout()), e.amount());
            case PayoutEvent.PayoutSubmitting _,
                    PayoutEvent.PayoutSubmitted _,
                    PayoutEvent.PayoutResultUnknown _,
                    PayoutEvent.PayoutNotFound _,
                    PayoutEvent.PayoutOutcomeContradicted _,
                    PayoutEvent.PayoutReturnAnnounced _,
                    PayoutEvent.PayoutReturnContradicted _,
                    PayoutEvent.PayoutResolutionRequested _ -> List.of();
        };
    }

    static List<Journal> move(String rule, LedgerAccount from, LedgerAccount to, Money amount) {
        return List.of(journal(rule, from, to, amount));
    }

    /** One debit and one credit in the book of the debited account. */
    static Journal journal(String rule, LedgerAccount debited, LedgerAccount credited, Money amount) {
        return new Journal(rule, debited.code().book(), List.of(debit(debited, amount), credit(credited, amount)));
    }

    /** Where the journal that is taken back had put the money. */
    private static LedgerAccount credited(FundingEvent.JournalReversed event) {
        return switch (event.credited()) {
            case EXPECTED -> escrow(event.account(), Bucket.AVAILABLE);
            case HOLDBACK -> escrow(event.account(), Bucket.HOLDBACK);
            case EXCESS -> excess(event.receipt());
        };
    }

    private static LedgerAccount kept(BankReceiptId receipt, ReceiptPart part) {
        return switch (part) {
            case WHOLE -> unmatched(receipt);
            case EXCESS -> excess(receipt);
        };
    }

    private static LedgerAccount reserved(PayoutSource source) {
        return switch (source) {
            case ReturnedPayout back -> returned(back.payout());
            case OfAccount item -> escrow(item.account(), Bucket.IN_RELEASE);
            case ReceiptReturn back -> kept(back.receipt(), back.part());
            case RefundTransfer transfer -> reroute(transfer.refund());
        };
    }
}
