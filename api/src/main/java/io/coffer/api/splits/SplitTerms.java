package io.coffer.api.splits;

import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be given to whom; it never changes.
 *
 * @param order whose payment it is taken of
 * @param base what the contract sets aside for it: the legs and the fee, exactly (C10)
 * @param fee what the institution earns
 */
public record SplitTerms(
        MerchantContractId contract, PaymentOrderId order, Money base, List<SplitLeg> legs, Money fee) {

    public SplitTerms {
        legs = List.copyOf(legs);
    }

    /** What the legs and the fee add up to. */
    public Money given() {
        return SplitLeg.total(legs).plus(fee);
    }

    /** Each value as text, in a fixed order, for what people agree to. */
    List<String> content() {
        var content = new ArrayList<String>();
        content.addAll(List.of(
                contract.value(), order.value(), Long.toString(base.minorUnits()), Long.toString(fee.minorUnits())));
        legs.forEach(leg -> content.addAll(
                List.of(leg.payee().value(), Long.toString(leg.amount().minorUnits()))));
        return content;
    }
}
