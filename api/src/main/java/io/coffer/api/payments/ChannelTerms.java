package io.coffer.api.payments;

import io.coffer.api.kernel.Keys;

/**
 * What a channel agreed to about refunds, as it was when the order was made.
 *
 * @param channel its code, such as {@code WECHAT}
 * @param refundDays for so many days after the payment it refunds by the original route
 * @param refundsMax into so many parts a payment may be refunded
 * @param secondsBetweenRefunds of one payment
 */
public record ChannelTerms(String channel, int refundDays, int refundsMax, int secondsBetweenRefunds) {

    public ChannelTerms {
        Keys.key("channel", channel);
    }
}
