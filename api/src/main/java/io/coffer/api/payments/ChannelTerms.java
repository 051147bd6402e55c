package io.coffer.api.payments;

import io.coffer.api.kernel.Keys;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What a channel agreed to about refunds, as it was when the order was made.
 *
 * @param channel its code, such as {@code WECHAT}
 * @param refundDays for so many days after the payment it refunds by the original route
 * @param refundsMax into so many parts a payment may be refunded
 * @param secondsBetweenRefunds of one payment
 * @param reversals how it makes a payment void; absent where it does not
 */
public record ChannelTerms(
        String channel, int refundDays, int refundsMax, int secondsBetweenRefunds, Optional<ReversalTerms> reversals) {

    public ChannelTerms {
        Keys.key("channel", channel);
    }

    /** Of a channel that makes no payment void. */
    public ChannelTerms(String channel, int refundDays, int refundsMax, int secondsBetweenRefunds) {
        this(channel, refundDays, refundsMax, secondsBetweenRefunds, Optional.empty());
    }

    /**
     * A channel makes a payment void on its own day.
     *
     * @param cutOff until when on that day; absent: until it is over
     */
    public record ReversalTerms(Optional<LocalTime> cutOff) {}
}
