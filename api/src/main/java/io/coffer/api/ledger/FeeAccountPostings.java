package io.coffer.api.ledger;

import static io.coffer.api.ledger.Postings.journal;
import static io.coffer.api.ledger.Postings.move;
import static io.coffer.api.ledger.SubLedgers.custody;
import static io.coffer.api.ledger.SubLedgers.dueFromReserve;
import static io.coffer.api.ledger.SubLedgers.merchant;
import static io.coffer.api.ledger.SubLedgers.ownCash;
import static io.coffer.api.ledger.SubLedgers.receivable;
import static io.coffer.api.ledger.SubLedgers.toSweep;
import static io.coffer.api.ledger.SubLedgers.unmatched;

import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitRequested;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceLimitSet;
import io.coffer.api.merchants.FeeAccountEvent.AdvanceRecovered;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountNumberAttached;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.FeeAdvanced;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.FeeReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.FeeReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBCredited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationEnded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantReservationTaken;
import io.coffer.api.merchants.FeeAccountEvent.RefundAdvanceWithdrawn;
import io.coffer.api.merchants.FeeAccountEvent.RefundFeeGranted;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegCredited;
import io.coffer.api.merchants.FeeAccountEvent.StandingChanged;
import java.util.List;

/** The posting rules of a merchant's fee account: the first ones that touch the institution's own book too. */
final class FeeAccountPostings {

    private FeeAccountPostings() {}

    static List<Journal> of(FeeAccountEvent event) {
        return switch (event) {
            case MerchantBFunded e ->
                move("PR-115", unmatched(e.receipt()), merchant(e.account(), MerchantBucket.AVAILABLE), e.amount());
            case FeeReserved e ->
                move(
                        "PR-118",
                        merchant(e.account(), MerchantBucket.AVAILABLE),
                        merchant(e.account(), MerchantBucket.RESERVED),
                        e.amount());
            // Nothing is left to give back where all of it went into advances.
            case FeeReservationEnded e when e.amount().isZero() -> List.of();
            case FeeReservationEnded e ->
                move(
                        "PR-119",
                        merchant(e.account(), MerchantBucket.RESERVED),
                        merchant(e.account(), MerchantBucket.AVAILABLE),
                        e.amount());
            case MerchantFundsReserved e ->
                move(
                        "PR-604",
                        merchant(e.account(), MerchantBucket.AVAILABLE),
                        merchant(e.account(), MerchantBucket.RESERVED),
                        e.amount());
            // It was only awaited.
            case MerchantReservationEnded e when e.amount().isZero() -> List.of();
            case MerchantReservationEnded e ->
                move(
                        "PR-605",
                        merchant(e.account(), MerchantBucket.RESERVED),
                        merchant(e.account(), MerchantBucket.AVAILABLE),
                        e.amount());
            case FeeAdvanced e -> advanced(e);
            case AdvanceRecovered e -> recovered(e);
            case FeeAccountOpened _,
                    FeeAccountNumberAttached _,
                    StandingChanged _,
                    AdvanceLimitRequested _,
                    AdvanceLimitSet _,
                    MerchantFundingDeclined _,
                    RefundFeeGranted _,
                    RefundAdvanceWithdrawn _,
                    FeeReservationTaken _,
                    MerchantBCredited _,
                    SplitLegAgreed _,
                    SplitLegCredited _,
                    MerchantFundsAwaited _,
                    MerchantReservationTaken _ -> List.of();
        };
    }

    /** Own cash comes into the custody account, so that what B reserves is covered there. */
    private static List<Journal> advanced(FeeAdvanced event) {
        var rule = "PR-120";
        return List.of(
                journal(rule, receivable(event.account()), ownCash(event.custodyAccount()), event.amount()),
                journal(
                        rule,
                        custody(event.custodyAccount()),
                        merchant(event.account(), MerchantBucket.RESERVED),
                        event.amount()));
    }

    /** Nothing leaves the custody account yet: the reserve owes it to the own book until it is swept. */
    private static List<Journal> recovered(AdvanceRecovered event) {
        var rule = "PR-506";
        return List.of(
                journal(
                        rule,
                        merchant(event.account(), MerchantBucket.RESERVED),
                        toSweep(event.account().value() + "." + event.orderNo()),
                        event.amount()),
                journal(rule, dueFromReserve(), receivable(event.account()), event.amount()));
    }
}
