package io.coffer.api.ledger;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.refunds.RefundSource;
import java.time.LocalDate;

/**
 * The accounts of the chart with their dimensions ({@code domain.md} 3.1), as posting rules name them. Keys are joined by colons, which
 * no key holds: two items joined by a point could share one name, and so one pool.
 */
final class SubLedgers {

    private SubLedgers() {}

    static LedgerAccount custody(CustodyAccount account) {
        return new LedgerAccount(AccountCode.R1002, account.subLedger());
    }

    static LedgerAccount unmatched(BankReceiptId receipt) {
        return new LedgerAccount(AccountCode.R2101, receipt.subLedger());
    }

    static LedgerAccount excess(BankReceiptId receipt) {
        return new LedgerAccount(AccountCode.R2102, receipt.subLedger());
    }

    static LedgerAccount escrow(EscrowAccountId account, Bucket bucket) {
        return new LedgerAccount(AccountCode.R2001, account.value() + "." + bucket);
    }

    static LedgerAccount inTransit(PayoutId payout) {
        return new LedgerAccount(AccountCode.R2104, payout.value());
    }

    static LedgerAccount returned(PayoutId payout) {
        return new LedgerAccount(AccountCode.R2105, payout.value());
    }

    static LedgerAccount merchant(MerchantFeeAccountId account, MerchantBucket bucket) {
        return new LedgerAccount(AccountCode.R2004, account.value() + "." + bucket);
    }

    /** What the reserve owes to the own book for one item. */
    static LedgerAccount toSweep(String item) {
        return new LedgerAccount(AccountCode.R2201, item);
    }

    /** Own cash is kept by bank ({@code domain.md} 3.1): it comes from, and goes back to, the bank of the reserve account. */
    static LedgerAccount ownCash(CustodyAccount near) {
        return new LedgerAccount(AccountCode.O1003, near.bankCode());
    }

    static LedgerAccount receivable(MerchantFeeAccountId account) {
        return new LedgerAccount(AccountCode.O1201, account.value());
    }

    /** Without a dimension: all that the reserve owes to the own book. */
    static LedgerAccount dueFromReserve() {
        return new LedgerAccount(AccountCode.O1203, "ALL");
    }

    /** What a channel owes us with one settlement. */
    static LedgerAccount clearing(String channel, LocalDate settlementDate) {
        return new LedgerAccount(AccountCode.R1101, channel + "." + settlementDate);
    }

    static LedgerAccount contract(MerchantContractId contract, PaymentOrderId order, MerchantBucket bucket) {
        return new LedgerAccount(AccountCode.R2003, contract.value() + ":" + order.outTradeNo() + "." + bucket);
    }

    /** A captured payment that is its payer's. */
    static LedgerAccount excess(PaymentOrderId order, String tradeNo) {
        return new LedgerAccount(AccountCode.R2102, order.value() + ":" + tradeNo);
    }

    /** The item that its owner has set aside for one refund. */
    static LedgerAccount reserved(RefundSource source) {
        return switch (source) {
            case RefundSource.ContractPayment(var contract, var order) ->
                contract(contract, order, MerchantBucket.RESERVED);
            case RefundSource.ExcessCapture(var order, var tradeNo) -> excess(order, tradeNo);
            case RefundSource.ExcessReceipt(var _, var receipt) -> excess(receipt);
            case RefundSource.Overpayment(var _, var receipt) -> excess(receipt);
            case RefundSource.EscrowLeg(var account, var _) -> escrow(account, Bucket.IN_RELEASE);
        };
    }

    static LedgerAccount refund(RefundId refund) {
        return new LedgerAccount(AccountCode.R2103, refund.value());
    }

    /** Money of a refund that waits for another account of the payer's. */
    static LedgerAccount reroute(RefundId refund) {
        return new LedgerAccount(AccountCode.R2103, refund.value() + ":REROUTE");
    }

    static LedgerAccount funds(RefundFunds funds) {
        return switch (funds) {
            case RefundFunds.Netted(var channel, var settlementDate) -> clearing(channel, settlementDate);
            case RefundFunds.Debited(var account, var _, var _) -> custody(account);
        };
    }

    static LedgerAccount channelCost(String channel) {
        return new LedgerAccount(AccountCode.O6401, channel);
    }

    static LedgerAccount channelPayable(String channel) {
        return new LedgerAccount(AccountCode.O2201, channel);
    }

    /** Who bears a discount in the own book. */
    static LedgerAccount bearer(Discount discount) {
        return switch (discount.funder()) {
            case Funder.PlatformOwn _ -> promotionExpense(discount.campaign());
            case Funder.PostBilled(var name) -> new LedgerAccount(AccountCode.O1202, name);
        };
    }

    private static LedgerAccount promotionExpense(CampaignId campaign) {
        return new LedgerAccount(AccountCode.O6402, campaign.value());
    }

    /** What customers' money is short of by one case: a refund that its channel paid as well. */
    static LedgerAccount shortage(RefundId refund, int caseNo) {
        return new LedgerAccount(AccountCode.R1901, refund.value() + ":" + caseNo);
    }

    static LedgerAccount errorLoss(RefundId refund, int caseNo) {
        return new LedgerAccount(AccountCode.O6403, refund.value() + ":" + caseNo);
    }

    static LedgerAccount income(String product) {
        return new LedgerAccount(AccountCode.O6001, product);
    }
}
