package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.kernel.BankAccountRef;

/** The way by which money goes back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundRoute.Channel.class, name = "CHANNEL"),
    @JsonSubTypes.Type(value = RefundRoute.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = RefundRoute.Reroute.class, name = "REROUTE")
})
public sealed interface RefundRoute {

    /**
     * The channel gives it back to where it took it from.
     *
     * @param original by which number the channel knows the payment
     */
    record Channel(String channel, String original) implements RefundRoute {}

    /** A bank transfer has no way back: a new one goes to the account that paid. */
    record Transfer(BankAccountRef payer) implements RefundRoute {}

    /** To an account that is not known yet, and that people must verify. */
    record Reroute() implements RefundRoute {}
}
