package io.coffer.api.merchants;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import java.util.List;
import java.util.Optional;

/** Every intent towards a merchant's fee account (B). */
public sealed interface FeeAccountCommand extends Command {

    MerchantFeeAccountId account();

    @Override
    default MerchantFeeAccountId target() {
        return account();
    }

    /** Opens B. Nothing may be advanced before two people of the institution have set a limit. */
    record OpenFeeAccount(MerchantFeeAccountId account, CustodyAccount custodyAccount) implements FeeAccountCommand {}

    /** Tells the account which number its payers use. */
    record AttachFeeAccountNumber(MerchantFeeAccountId account, VirtualAccountId number) implements FeeAccountCommand {}

    /** Lets the account do more or less from now on. */
    record ChangeStanding(MerchantFeeAccountId account, FeeAccountStanding standing, String reason)
            implements FeeAccountCommand {}

    /** Asks that fees may be advanced with own cash up to this sum of open advances; zero ends it. */
    record RequestAdvanceLimit(MerchantFeeAccountId account, Money limit) implements FeeAccountCommand {}

    /** Sets the limit that a second person agreed to. */
    record SetAdvanceLimit(MerchantFeeAccountId account, int requestNo, Money limit, Optional<Approval> approval)
            implements FeeAccountCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            return List.of(
                    "SetAdvanceLimit", account.value(), Integer.toString(requestNo), Long.toString(limit.minorUnits()));
        }
    }

    /** Lets B take a receipt that is reserved for it. */
    record FundMerchantB(
            MerchantFeeAccountId account, BankReceiptId receipt, Money amount, CustodyAccount custodyAccount)
            implements FeeAccountCommand {}

    /**
     * Sets the fee of one order aside: all of it, what B lacks advanced within the limit, or nothing.
     *
     * @param custodyAccount where the order's money comes to; absent where it never comes to us
     */
    record ReserveFee(MerchantFeeAccountId account, FeeTaker taker, Money fee, Optional<CustodyAccount> custodyAccount)
            implements FeeAccountCommand {}

    /** Ends what is set aside for an order that will not take it. */
    record EndFeeReservation(MerchantFeeAccountId account, FeeTaker taker, String reason)
            implements FeeAccountCommand {}

    /**
     * Sets aside what B has of the fee that a refund's source lacks, and promises an advance of the rest; all or nothing.
     *
     * @param custodyAccount where the money of the source lies, as far as it was said
     */
    record ReserveRefundFee(
            MerchantFeeAccountId account, RefundId refund, Money fee, Optional<CustodyAccount> custodyAccount)
            implements FeeAccountCommand {}

    /** Mirrors that its taker took what was set aside for it. */
    record TakeFeeReservation(MerchantFeeAccountId account, FeeTaker taker) implements FeeAccountCommand {}

    /** Mirrors that B got back of a fee: from a channel, or from a refund that was cancelled. */
    record CreditMerchantB(MerchantFeeAccountId account, RefundId refund, Money amount) implements FeeAccountCommand {}

    /** Asks whether B takes a leg of a split; it then will, whatever becomes of its standing. */
    record AgreeToSplitLeg(MerchantFeeAccountId account, SplitId split, Optional<CustodyAccount> custodyAccount)
            implements FeeAccountCommand {}

    /** Mirrors that a split gave B its leg. */
    record CreditSplitLeg(MerchantFeeAccountId account, SplitId split, Money amount) implements FeeAccountCommand {}

    /** Sets own money aside for one taker: all of it, as soon as it is there. */
    record ReserveMerchantFunds(MerchantFeeAccountId account, FundsTaker taker, Money amount)
            implements FeeAccountCommand {}

    /** Ends what is set aside, or awaited, for a taker that will not take it. */
    record EndMerchantReservation(MerchantFeeAccountId account, FundsTaker taker) implements FeeAccountCommand {}

    /** Mirrors that its taker took what was set aside for it. */
    record TakeMerchantReservation(MerchantFeeAccountId account, FundsTaker taker) implements FeeAccountCommand {}
}
