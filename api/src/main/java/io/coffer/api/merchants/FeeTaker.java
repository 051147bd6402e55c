package io.coffer.api.merchants;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The one taker for whom money of B is set aside. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "taker")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeeTaker.Order.class, name = "ORDER"),
    @JsonSubTypes.Type(value = FeeTaker.Recovery.class, name = "RECOVERY")
})
public sealed interface FeeTaker {

    /** The order that it is about. */
    String orderNo();

    /** An order that owes a fee. */
    record Order(String orderNo) implements FeeTaker {}

    /** The institution, for the fee that it advanced for this order; set aside and taken at once. */
    record Recovery(String orderNo) implements FeeTaker {}
}
