package io.coffer.api.payments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** How the money of an order comes to us. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentWay.BankTransfer.class, name = "BANK_TRANSFER"),
    @JsonSubTypes.Type(value = PaymentWay.Channel.class, name = "CHANNEL"),
    @JsonSubTypes.Type(value = PaymentWay.NetTransfer.class, name = "NET_TRANSFER")
})
public sealed interface PaymentWay {

    /** The channel that refunds by the original route; a bank transfer has none. */
    @JsonIgnore
    Optional<ChannelTerms> channel();

    /** Whether it comes to a number of the order's own. */
    @JsonIgnore
    default boolean needsNumber() {
        return !(this instanceof Channel);
    }

    /** The payer transfers the price to the order's number. */
    record BankTransfer() implements PaymentWay {
        @Override
        public Optional<ChannelTerms> channel() {
            return Optional.empty();
        }
    }

    /** A channel captures the price and settles it later. */
    record Channel(ChannelTerms terms, Settling settling) implements PaymentWay {
        @Override
        public Optional<ChannelTerms> channel() {
            return Optional.of(terms);
        }
    }

    /** An older product: a channel captures the price and transfers it, less its fee, to the order's number at once. */
    record NetTransfer(ChannelTerms terms) implements PaymentWay {
        @Override
        public Optional<ChannelTerms> channel() {
            return Optional.of(terms);
        }
    }

    /** What a channel settles of a capture. */
    enum Settling {
        /** The price less its fee. */
        NET,
        /** The price; it sends an invoice for its fee. */
        GROSS
    }
}
