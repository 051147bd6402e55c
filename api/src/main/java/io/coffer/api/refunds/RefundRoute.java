package io.coffer.api.refunds;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.payments.PaymentWay;
import java.time.LocalDate;

/** The way by which money goes back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundRoute.Channel.class, name = "CHANNEL"),
    @JsonSubTypes.Type(value = RefundRoute.Reversal.class, name = "REVERSAL"),
    @JsonSubTypes.Type(value = RefundRoute.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = RefundRoute.Reroute.class, name = "REROUTE")
})
public sealed interface RefundRoute {

    /** What the channel of the payment does. */
    sealed interface ByChannel extends RefundRoute {

        String channel();

        /** By which number the channel knows the payment. */
        String original();
    }

    /** The channel gives it back to where it took it from. */
    record Channel(String channel, String original) implements ByChannel {}

    /**
     * The channel makes the payment void: it takes nothing, and charges nothing.
     *
     * @param settling whether it kept its fee of the payment, or would have sent an invoice for it
     * @param settlementDate with which settlement the payment would have come
     */
    record Reversal(String channel, String original, PaymentWay.Settling settling, LocalDate settlementDate)
            implements ByChannel {}

    /** A bank transfer has no way back: a new one goes to the account that paid. */
    record Transfer(BankAccountRef payer) implements RefundRoute {}

    /** To an account that is not known yet, and that people must verify. */
    record Reroute() implements RefundRoute {}
}
