package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitId;

/** Who bears one part of a refund of money that was split before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RecoveryLeg.Contract.class, name = "CONTRACT"),
    @JsonSubTypes.Type(value = RecoveryLeg.Payee.class, name = "PAYEE"),
    @JsonSubTypes.Type(value = RecoveryLeg.Merchant.class, name = "MERCHANT")
})
public sealed interface RecoveryLeg {

    Money amount();

    /** What the contract still has of the payment. */
    record Contract(Money amount) implements RecoveryLeg {}

    /** What a payee gives back of what it got by one split. */
    record Payee(SplitId split, MerchantFeeAccountId payee, Money amount) implements RecoveryLeg {}

    /** The contract's merchant: out of its own fee account, and what that lacks by own cash that it owes from then on. */
    record Merchant(Money amount) implements RecoveryLeg {}
}
