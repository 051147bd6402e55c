package io.coffer.command.merchants;

import io.coffer.api.kernel.CustodyAccount;
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
import io.coffer.api.merchants.FeeAccountRejection;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An opened fee account.
 *
 * @param number what its payers pay to
 * @param receipts all that it ever took, so that none is taken twice whoever asks
 * @param claims of takers other than fees
 * @param refunds all that took their fee, so that a wish that comes once more sets nothing aside that nobody will ever take
 */
record FeeAccount(
        CustodyAccount custodyAccount,
        Optional<VirtualAccountId> number,
        FeeAccountStanding standing,
        String reason,
        AdvanceLimit limit,
        FeeBuckets buckets,
        Advances advances,
        Set<BankReceiptId> receipts,
        Set<RefundId> refunds,
        FundsClaims claims)
        implements FeeAccountState {

    private static final String OPENED = "OPENED";

    FeeAccount {
        receipts = Set.copyOf(receipts);
        refunds = Set.copyOf(refunds);
    }

    static FeeAccount of(FeeAccountOpened event, Money available) {
        return new FeeAccount(
                event.custodyAccount(),
                Optional.empty(),
                FeeAccountStanding.ACTIVE,
                OPENED,
                AdvanceLimit.none(),
                FeeBuckets.of(available),
                Advances.none(),
                Set.of(),
                Set.of(),
                FundsClaims.none());
    }

    @Override
    public FeeAccount after(FeeAccountEvent event) {
        return switch (event) {
            case FeeAccountOpened e -> throw new IllegalStateException("Opened twice: " + e.account());
            case FeeAccountNumberAttached e -> with(Optional.of(e.number()));
            case StandingChanged e ->
                new FeeAccount(
                        custodyAccount,
                        number,
                        e.standing(),
                        e.reason(),
                        limit,
                        buckets,
                        advances,
                        receipts,
                        refunds,
                        claims);
            case AdvanceLimitRequested e -> with(limit.asked(e));
            case AdvanceLimitSet e -> with(limit.set(e));
            case MerchantBFunded e -> with(buckets.after(e), advances).taken(e.receipt());
            case FeeReserved e -> with(buckets.after(e), advances);
            case FeeAdvanced e -> with(buckets.after(e), advances.with(e));
            case AdvanceRecovered e -> with(buckets.after(e), advances.less(e));
            case FeeReservationEnded e -> with(buckets.after(e), advances);
            case MerchantBCredited e -> with(buckets.after(e), advances);
            case FeeReservationTaken e ->
                with(buckets.after(e), advances.with(e)).served(e.taker());
            case RefundFeeGranted e -> with(buckets, advances.with(e));
            case RefundAdvanceWithdrawn e -> with(buckets, advances.less(e));
            case SplitLegCredited e -> with(buckets.after(e), advances);
            case MerchantFundsReserved e -> claiming(buckets.after(e), claims.after(e));
            case MerchantFundsAwaited e -> claiming(buckets, claims.after(e));
            case MerchantReservationEnded e -> claiming(buckets.after(e), claims.without(e.taker()));
            case MerchantReservationTaken e -> claiming(buckets, claims.without(e.taker()));
            case MerchantFundingDeclined _, SplitLegAgreed _ -> this;
        };
    }

    /**
     * What may still be advanced; what is promised counts as if it were out. A limit that was lowered meanwhile leaves nothing, not
     * less than nothing.
     */
    Money advanceable() {
        return limit.granted().above(advances.total());
    }

    /**
     * Why nothing is set aside now for what lies there. Cash of one bank account does not cover what is missing at another
     * (C2, C4 by account).
     */
    Optional<FeeAccountRejection> refusalAt(Optional<CustodyAccount> needed) {
        if (!standing.reserves()) {
            return Optional.of(new FeeAccountRestricted(standing, reason));
        }
        return elsewhere(needed);
    }

    /** Why it takes no leg of a split of money that lies there. */
    Optional<FeeAccountRejection> refusalOfInflow(Optional<CustodyAccount> from) {
        return standing.takesIn() ? elsewhere(from) : Optional.of(new FeeAccountRestricted(standing, reason));
    }

    private Optional<FeeAccountRejection> elsewhere(Optional<CustodyAccount> needed) {
        return needed.filter(account -> !account.equals(custodyAccount))
                .map(account -> new FeeAtOtherCustodyAccount(custodyAccount.subLedger(), account.subLedger()));
    }

    /** Whether the taker may still take something: money that is set aside, or an advance that it is promised. */
    boolean holdsFor(FeeTaker taker) {
        return buckets.of(taker.orderNo()).isPresent()
                || advances.promisedTo(taker).isPresent();
    }

    /** Whether it may, or did and left an advance that nobody paid back. */
    boolean knows(FeeTaker taker) {
        return holdsFor(taker) || advances.of(taker.orderNo()).isPresent();
    }

    private FeeAccount taken(BankReceiptId receipt) {
        var next = new HashSet<>(receipts);
        next.add(receipt);
        return new FeeAccount(
                custodyAccount, number, standing, reason, limit, buckets, advances, next, refunds, claims);
    }

    private FeeAccount served(FeeTaker taker) {
        return switch (taker) {
            case FeeTaker.Refund(var refund) -> {
                var next = new HashSet<>(refunds);
                next.add(refund);
                yield new FeeAccount(
                        custodyAccount, number, standing, reason, limit, buckets, advances, receipts, next, claims);
            }
            case FeeTaker.Order _, FeeTaker.Payment _, FeeTaker.Recovery _ -> this;
        };
    }

    private FeeAccount with(Optional<VirtualAccountId> attached) {
        return new FeeAccount(
                custodyAccount, attached, standing, reason, limit, buckets, advances, receipts, refunds, claims);
    }

    private FeeAccount with(AdvanceLimit next) {
        return new FeeAccount(
                custodyAccount, number, standing, reason, next, buckets, advances, receipts, refunds, claims);
    }

    private FeeAccount with(FeeBuckets money, Advances owed) {
        return new FeeAccount(custodyAccount, number, standing, reason, limit, money, owed, receipts, refunds, claims);
    }

    private FeeAccount claiming(FeeBuckets money, FundsClaims next) {
        return new FeeAccount(
                custodyAccount, number, standing, reason, limit, money, advances, receipts, refunds, next);
    }
}
