package io.coffer.api.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a channel says of one payment that it captured.
 *
 * @param tradeNo the channel's number of it
 * @param settlementDate with which settlement the money comes
 * @param payer the account that was charged, as far as the channel says it
 */
public record Capture(
        String channel, String tradeNo, Instant paidAt, LocalDate settlementDate, Optional<BankAccountRef> payer) {

    public Capture {
        Keys.key("channel", channel);
        Keys.key("tradeNo", tradeNo);
    }
}
