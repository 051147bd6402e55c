package io.coffer.api.merchants;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
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

    /** Sets the fee of one order aside. */
    record ReserveFee(MerchantFeeAccountId account, String orderNo, Money fee) implements FeeAccountCommand {}

    /** Ends what is set aside for an order that will not take it. */
    record EndFeeReservation(MerchantFeeAccountId account, String orderNo, String reason)
            implements FeeAccountCommand {}
}
