package io.coffer.api.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.StoredAs;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import java.util.Optional;

/** Every fact of a merchant's fee account (B). */
public sealed interface FeeAccountEvent extends DomainEvent {

    MerchantFeeAccountId account();

    @Override
    default MerchantFeeAccountId source() {
        return account();
    }

    /** B is open, empty, and without advances. Posts nothing. */
    @StoredAs("merchants.FeeAccountOpened")
    record FeeAccountOpened(MerchantFeeAccountId account, CustodyAccount custodyAccount) implements FeeAccountEvent {}

    /** What is paid to this number is B's. Posts nothing. */
    @StoredAs("merchants.FeeAccountNumberAttached")
    record FeeAccountNumberAttached(MerchantFeeAccountId account, VirtualAccountId number) implements FeeAccountEvent {}

    /** It may do more or less from now on. Posts nothing. */
    @StoredAs("merchants.StandingChanged")
    record StandingChanged(MerchantFeeAccountId account, FeeAccountStanding standing, String reason)
            implements FeeAccountEvent {}

    /** Somebody wants fees to be advanced up to this sum; a second person decides. Posts nothing. */
    @StoredAs("merchants.AdvanceLimitRequested")
    record AdvanceLimitRequested(MerchantFeeAccountId account, int requestNo, Money limit, String requestedBy)
            implements FeeAccountEvent {}

    /** Open advances may add up to this from now on. Posts nothing. */
    @StoredAs("merchants.AdvanceLimitSet")
    record AdvanceLimitSet(MerchantFeeAccountId account, int requestNo, Money limit, Optional<String> approvalId)
            implements FeeAccountEvent {}

    /** B took a receipt (PR-115). What is advanced is recovered of it at once, by the events that follow. */
    @StoredAs("merchants.MerchantBFunded")
    record MerchantBFunded(MerchantFeeAccountId account, BankReceiptId receipt, Money amount)
            implements FeeAccountEvent {}

    /** B did not take the receipt, and will not by this assignment. Posts nothing. */
    @StoredAs("merchants.MerchantFundingDeclined")
    record MerchantFundingDeclined(MerchantFeeAccountId account, BankReceiptId receipt, String code)
            implements FeeAccountEvent {}

    /** Money of B is set aside for one taker (PR-118). */
    @StoredAs("merchants.FeeReserved")
    record FeeReserved(MerchantFeeAccountId account, FeeTaker taker, Money amount) implements FeeAccountEvent {}

    /** Own cash fills up what B lacks for the fee of an order (PR-120); B owes it from now on. */
    @StoredAs("merchants.FeeAdvanced")
    record FeeAdvanced(MerchantFeeAccountId account, String orderNo, Money amount, CustodyAccount custodyAccount)
            implements FeeAccountEvent {}

    /**
     * The order will not take its fee (PR-119).
     *
     * @param amount what becomes available again; zero when all of it went into advances
     */
    @StoredAs("merchants.FeeReservationEnded")
    record FeeReservationEnded(MerchantFeeAccountId account, String orderNo, Money amount, String reason)
            implements FeeAccountEvent {}

    /**
     * The fee that a refund's source lacks is covered: {@code own} is set aside here, {@code advanced} comes from own cash when the
     * refund takes both, and B owes it from now on. Posts nothing.
     */
    @StoredAs("merchants.RefundFeeGranted")
    record RefundFeeGranted(MerchantFeeAccountId account, RefundId refund, Money own, Money advanced)
            implements FeeAccountEvent {}

    /** The refund will not take the advance that it was promised. Posts nothing. */
    @StoredAs("merchants.RefundAdvanceWithdrawn")
    record RefundAdvanceWithdrawn(MerchantFeeAccountId account, RefundId refund, Money advanced)
            implements FeeAccountEvent {}

    /** Mirror: its taker took what was set aside for it. Posts nothing. */
    @StoredAs("merchants.FeeReservationTaken")
    record FeeReservationTaken(MerchantFeeAccountId account, FeeTaker taker, Money amount) implements FeeAccountEvent {}

    /** Mirror: a channel, or a refund that was cancelled, gave back of a fee that B bore. Posts nothing. */
    @StoredAs("merchants.MerchantBCredited")
    record MerchantBCredited(MerchantFeeAccountId account, RefundId refund, Money amount) implements FeeAccountEvent {}

    /**
     * Own cash is owed back by the reserve instead of the merchant (PR-506).
     *
     * @param orderNo for which it was advanced
     * @param from for whom the money that pays it was set aside
     * @param left what is still open of the advance
     */
    @StoredAs("merchants.AdvanceRecovered")
    record AdvanceRecovered(MerchantFeeAccountId account, String orderNo, FeeTaker from, Money amount, Money left)
            implements FeeAccountEvent {}

    /** B takes its leg of a split that is not carried out yet. Posts nothing. */
    @StoredAs("merchants.SplitLegAgreed")
    record SplitLegAgreed(MerchantFeeAccountId account, SplitId split) implements FeeAccountEvent {}

    /** Mirror: a split gave B its leg. Posts nothing. What is advanced is recovered of it at once, by the events that follow. */
    @StoredAs("merchants.SplitLegCredited")
    record SplitLegCredited(MerchantFeeAccountId account, SplitId split, Money amount) implements FeeAccountEvent {}

    /** Own money of B is set aside for one taker (PR-604). */
    @StoredAs("merchants.MerchantFundsReserved")
    record MerchantFundsReserved(MerchantFeeAccountId account, FundsTaker taker, Money amount)
            implements FeeAccountEvent {}

    /**
     * B has too little for the taker, which is served as soon as money comes in. Posts nothing.
     *
     * @param gap what is missing now; all of it while B may set nothing aside
     */
    @StoredAs("merchants.MerchantFundsAwaited")
    record MerchantFundsAwaited(MerchantFeeAccountId account, FundsTaker taker, Money amount, Money gap)
            implements FeeAccountEvent {}

    /**
     * The taker will not take it (PR-605).
     *
     * @param amount what becomes available again; zero when it was only awaited
     */
    @StoredAs("merchants.MerchantReservationEnded")
    record MerchantReservationEnded(MerchantFeeAccountId account, FundsTaker taker, Money amount)
            implements FeeAccountEvent {}

    /** Mirror: its taker took what was set aside for it. Posts nothing. */
    @StoredAs("merchants.MerchantReservationTaken")
    record MerchantReservationTaken(MerchantFeeAccountId account, FundsTaker taker, Money amount)
            implements FeeAccountEvent {}
}
