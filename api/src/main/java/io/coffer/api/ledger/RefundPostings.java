package io.coffer.api.ledger;

import static io.coffer.api.ledger.Posting.credit;
import static io.coffer.api.ledger.Posting.debit;
import static io.coffer.api.ledger.Postings.journal;
import static io.coffer.api.ledger.Postings.move;
import static io.coffer.api.ledger.SubLedgers.bearer;
import static io.coffer.api.ledger.SubLedgers.channelCost;
import static io.coffer.api.ledger.SubLedgers.channelPayable;
import static io.coffer.api.ledger.SubLedgers.clearing;
import static io.coffer.api.ledger.SubLedgers.custody;
import static io.coffer.api.ledger.SubLedgers.dueFromReserve;
import static io.coffer.api.ledger.SubLedgers.errorLoss;
import static io.coffer.api.ledger.SubLedgers.funds;
import static io.coffer.api.ledger.SubLedgers.merchant;
import static io.coffer.api.ledger.SubLedgers.ownCash;
import static io.coffer.api.ledger.SubLedgers.receivable;
import static io.coffer.api.ledger.SubLedgers.refund;
import static io.coffer.api.ledger.SubLedgers.reroute;
import static io.coffer.api.ledger.SubLedgers.reserved;
import static io.coffer.api.ledger.SubLedgers.returned;
import static io.coffer.api.ledger.SubLedgers.shortage;
import static io.coffer.api.ledger.SubLedgers.toSweep;

import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.promotions.Discount;
import io.coffer.api.refunds.RefundEvent;
import io.coffer.api.refunds.RefundEvent.RefundBounced;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundEvent.RefundFundsCorrected;
import io.coffer.api.refunds.RefundEvent.RefundRerouteRequested;
import io.coffer.api.refunds.RefundEvent.RefundSetAsideReversed;
import io.coffer.api.refunds.RefundEvent.RefundShortageCompensated;
import io.coffer.api.refunds.RefundEvent.RefundShortageRecorded;
import io.coffer.api.refunds.RefundEvent.RefundSucceeded;
import io.coffer.api.refunds.RefundEvent.RefundTransferRestored;
import io.coffer.api.refunds.RefundSource;
import java.util.ArrayList;
import java.util.List;

/** The posting rules of refunds: each takes its one source, and a fee comes from its bearer before that. */
final class RefundPostings {

    private RefundPostings() {}

    static List<Journal> of(RefundEvent event) {
        return switch (event) {
            case RefundFeeFunded e -> feeFunded(e);
            case RefundFunded e ->
                e.discount()
                        .map(discount -> funded(e, discount))
                        .orElseGet(() -> move("PR-501", reserved(e.from()), refund(e.refund()), e.amount()));
            case RefundCancelled e when !e.wasFunded() -> List.of();
            case RefundCancelled e -> cancelled(e);
            case RefundSucceeded e -> move("PR-507", refund(e.refund()), funds(e.funds()), e.amount());
            case RefundBounced e -> move("PR-503", funds(e.funds()), reroute(e.refund()), e.amount());
            case RefundRerouteRequested e when e.setAside().isZero() -> List.of();
            case RefundRerouteRequested e -> move("PR-508", refund(e.refund()), reroute(e.refund()), e.setAside());
            case RefundFeeReturned e -> e.amount().isZero() ? List.of() : feeReturned(e);
            case RefundTransferRestored e -> move("PR-206", returned(e.payout()), reroute(e.refund()), e.amount());
            case RefundShortageRecorded e ->
                move("PR-952", shortage(e.refund(), e.contradictionNo()), funds(e.funds()), e.amount());
            case RefundShortageCompensated e -> compensated(e);
            case RefundFundsCorrected e -> move("PR-999", funds(e.recorded()), funds(e.funds()), e.amount());
            case RefundSetAsideReversed e -> move("PR-999", reroute(e.refund()), refund(e.refund()), e.amount());
            case RefundEvent.RefundRequested _,
                    RefundEvent.RefundApproved _,
                    RefundEvent.RefundRejected _,
                    RefundEvent.RefundSourceReserved _,
                    RefundEvent.RefundRecoveryStarted _,
                    RefundEvent.RefundRecoveryTold _,
                    RefundEvent.RefundRecovered _,
                    RefundEvent.RefundRecoveryEnded _,
                    RefundEvent.RefundFundingRequired _,
                    RefundEvent.RefundFundingRetried _,
                    RefundEvent.RefundSubmitted _,
                    RefundEvent.RefundPending _,
                    RefundEvent.RefundResultUnknown _,
                    RefundEvent.RefundNotFound _,
                    RefundEvent.RefundFailed _,
                    RefundEvent.RefundRetryPlanned _,
                    RefundEvent.RefundRetriesExhausted _,
                    RefundEvent.RefundRetryWanted _,
                    RefundEvent.RefundResultContradicted _,
                    RefundEvent.CancelledRefundClaimed _,
                    RefundEvent.CancelledRefundClaimEnded _,
                    RefundEvent.RefundResolutionRequested _,
                    RefundEvent.RefundResolved _,
                    RefundEvent.RefundResolutionRejected _,
                    RefundEvent.RefundRerouteVerified _,
                    RefundEvent.RefundRerouteRejected _,
                    RefundEvent.RefundRerouted _,
                    RefundEvent.RefundRecallRequested _,
                    RefundEvent.RefundTransferPaid _,
                    RefundEvent.RefundTransferFailed _ -> List.of();
        };
    }

    /** What was filled up of the fee goes to B, which pays own cash back first; the source has again what it had, and a funder pays its part again. */
    private static List<Journal> cancelled(RefundCancelled event) {
        var share = event.discount().map(Discount::amount).orElse(Money.ZERO);
        var lines = new ArrayList<Posting>();
        lines.add(debit(held(event), event.amount()));
        if (!share.isZero()) {
            lines.add(debit(toSweep(event.refund().value()), share));
        }
        addCredit(lines, reserved(event.to()), event.toSource());
        event.merchant()
                .ifPresent(merchant -> addCredit(lines, merchant(merchant, MerchantBucket.AVAILABLE), event.added()));
        var reserve = new Journal("PR-502", Book.R, lines);
        return event.discount()
                .map(discount -> List.of(reserve, journal("PR-502", bearer(discount), dueFromReserve(), share)))
                .orElseGet(() -> List.of(reserve));
    }

    private static void addCredit(List<Posting> lines, LedgerAccount account, Money amount) {
        if (!amount.isZero()) {
            lines.add(credit(account, amount));
        }
    }

    /** A part of a terminated contract, or what was paid too much, goes by transfer only, for which it was set apart when the refund took it. */
    private static LedgerAccount held(RefundCancelled event) {
        return switch (event.to()) {
            case RefundSource.OfOrder _ -> refund(event.refund());
            case RefundSource.EscrowLeg _, RefundSource.Overpayment _ -> reroute(event.refund());
        };
    }

    private static List<Journal> feeFunded(RefundFeeFunded event) {
        return switch (event.from()) {
            case MERCHANT_B ->
                move(
                        "PR-504",
                        merchant(event.merchant(), MerchantBucket.RESERVED),
                        reserved(event.to()),
                        event.amount());
            case PLATFORM_ADVANCE ->
                List.of(
                        journal(
                                "PR-505",
                                receivable(event.merchant()),
                                ownCash(event.custodyAccount()),
                                event.amount()),
                        journal("PR-505", custody(event.custodyAccount()), reserved(event.to()), event.amount()));
        };
    }

    /** The payer gets its part, and what somebody else paid for it goes back to that funder, by the reserve's debt to the own book. */
    private static List<Journal> funded(RefundFunded event, Discount discount) {
        var share = discount.amount();
        return List.of(
                new Journal(
                        "PR-804",
                        Book.R,
                        List.of(
                                debit(reserved(event.from()), event.ofSource()),
                                credit(refund(event.refund()), event.amount()),
                                credit(toSweep(event.refund().value()), share))),
                journal("PR-804", dueFromReserve(), bearer(discount), share));
    }

    private static List<Journal> compensated(RefundShortageCompensated event) {
        var shortage = shortage(event.refund(), event.contradictionNo());
        var near = event.custodyAccount();
        return List.of(
                journal("PR-953", errorLoss(event.refund(), event.contradictionNo()), ownCash(near), event.amount()),
                journal("PR-953", custody(near), shortage, event.amount()));
    }

    /** A fee that the payer bore goes back past us, and an invoice that leaves a fee out is owed no more. */
    private static List<Journal> feeReturned(RefundFeeReturned event) {
        if (!event.comesWithSettlement()) {
            return event.bearer() == FeeBearer.PLATFORM
                    ? List.of(journal(
                            "PR-510", channelPayable(event.channel()), channelCost(event.channel()), event.amount()))
                    : List.of();
        }
        var owed = clearing(event.channel(), event.settlementDate());
        return switch (event.bearer()) {
            case MERCHANT_B ->
                move("PR-510", owed, merchant(event.merchant(), MerchantBucket.AVAILABLE), event.amount());
            case PLATFORM ->
                List.of(
                        journal("PR-510", owed, toSweep(event.refund().value()), event.amount()),
                        journal("PR-510", dueFromReserve(), channelCost(event.channel()), event.amount()));
            case PAYER -> List.of();
        };
    }
}
