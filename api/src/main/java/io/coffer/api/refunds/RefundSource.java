package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.receipts.BankReceiptId;

/** The one sub-ledger that a refund takes, and no other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundSource.ContractPayment.class, name = "CONTRACT_PAYMENT"),
    @JsonSubTypes.Type(value = RefundSource.ExcessCapture.class, name = "EXCESS_CAPTURE"),
    @JsonSubTypes.Type(value = RefundSource.ExcessReceipt.class, name = "EXCESS_RECEIPT"),
    @JsonSubTypes.Type(value = RefundSource.EscrowLeg.class, name = "ESCROW_LEG"),
    @JsonSubTypes.Type(value = RefundSource.Overpayment.class, name = "OVERPAYMENT")
})
public sealed interface RefundSource {

    /** Money of a payment. */
    sealed interface OfOrder extends RefundSource {
        /** The order that was paid, which admitted the refund. */
        PaymentOrderId order();
    }

    /** What the order's payment is to its contract: R2003.M.c.payment.RESERVED. */
    record ContractPayment(MerchantContractId contract, PaymentOrderId order) implements OfOrder {}

    /** A payment that was captured beside the one that paid the order: R2102.order.payment. */
    record ExcessCapture(PaymentOrderId order, String tradeNo) implements OfOrder {}

    /** A receipt beside the one that paid the order: R2102.receipt. */
    record ExcessReceipt(PaymentOrderId order, BankReceiptId receipt) implements OfOrder {}

    /** A buyer's part of a terminated contract, which its plan has set aside: R2001.E.IN_RELEASE. */
    record EscrowLeg(EscrowAccountId account, String legNo) implements RefundSource {}

    /** What an escrow account did not expect of a receipt, which has promised it to the refund: R2102.receipt. */
    record Overpayment(EscrowAccountId account, BankReceiptId receipt) implements RefundSource {}
}
