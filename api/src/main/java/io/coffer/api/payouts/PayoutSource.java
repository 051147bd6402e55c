package io.coffer.api.payouts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.refunds.RefundId;

/** The one reserved item that a payout takes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PayoutSource.EscrowRelease.class, name = "ESCROW_RELEASE"),
    @JsonSubTypes.Type(value = PayoutSource.EscrowDeduction.class, name = "ESCROW_DEDUCTION"),
    @JsonSubTypes.Type(value = PayoutSource.EscrowLeg.class, name = "ESCROW_LEG"),
    @JsonSubTypes.Type(value = PayoutSource.ReturnedPayout.class, name = "RETURNED_PAYOUT"),
    @JsonSubTypes.Type(value = PayoutSource.ReceiptReturn.class, name = "RECEIPT_RETURN"),
    @JsonSubTypes.Type(value = PayoutSource.RefundTransfer.class, name = "REFUND_TRANSFER")
})
public sealed interface PayoutSource {

    /** An item of an escrow account. */
    sealed interface OfAccount extends PayoutSource {

        /** The owner, which decided on the item and hears of its end. */
        EscrowAccountId account();

        /** The item's number, one of its kind in the account whatever it is. */
        @JsonIgnore
        String itemNo();
    }

    /** A release of an escrow account: R2001.E.IN_RELEASE. */
    record EscrowRelease(EscrowAccountId account, String releaseNo) implements OfAccount {
        @Override
        public String itemNo() {
            return releaseNo;
        }
    }

    /** What the bank gave back of an item's earlier payout: R2105.payout. */
    record ReturnedPayout(EscrowAccountId account, String releaseNo, PayoutId payout) implements OfAccount {
        @Override
        public String itemNo() {
            return releaseNo;
        }
    }

    /** A court's deduction from an escrow account: R2001.E.IN_RELEASE. */
    record EscrowDeduction(EscrowAccountId account, String deductionNo) implements OfAccount {
        @Override
        public String itemNo() {
            return deductionNo;
        }
    }

    /** One leg of money that goes to several at once: R2001.E.IN_RELEASE. */
    record EscrowLeg(EscrowAccountId account, String legNo) implements OfAccount {
        @Override
        public String itemNo() {
            return legNo;
        }
    }

    /** Money that nobody may be credited with, on its way back to its payer: R2101.receipt or R2102.receipt. */
    record ReceiptReturn(BankReceiptId receipt, ReceiptPart part) implements PayoutSource {}

    /** Money of a refund that goes to a verified account: R2103.refund:REROUTE. */
    record RefundTransfer(RefundId refund, int rerouteNo) implements PayoutSource {}
}
