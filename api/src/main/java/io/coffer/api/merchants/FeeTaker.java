package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;

/** The one taker for whom money of B is set aside. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "taker")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeeTaker.Order.class, name = "ORDER"),
    @JsonSubTypes.Type(value = FeeTaker.Payment.class, name = "PAYMENT"),
    @JsonSubTypes.Type(value = FeeTaker.Refund.class, name = "REFUND"),
    @JsonSubTypes.Type(value = FeeTaker.Recovery.class, name = "RECOVERY")
})
public sealed interface FeeTaker {

    /** What it is about; identities have colons, which the numbers of business systems have not. */
    String orderNo();

    /** An order of a business system that owes a fee. */
    record Order(String orderNo) implements FeeTaker {}

    /** A payment order; its capture takes the fee, and nobody but the order ends the reservation. */
    record Payment(PaymentOrderId order) implements FeeTaker {
        @Override
        @JsonIgnore
        public String orderNo() {
            return order.value();
        }
    }

    /** A refund whose source lacks the fee that the channel kept. */
    record Refund(RefundId refund) implements FeeTaker {
        @Override
        @JsonIgnore
        public String orderNo() {
            return refund.value();
        }
    }

    /** The institution, for the fee that it advanced for this order; set aside and taken at once. */
    record Recovery(String orderNo) implements FeeTaker {}
}
