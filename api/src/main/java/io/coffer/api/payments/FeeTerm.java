package io.coffer.api.payments;

import io.coffer.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A channel's fee on one order, agreed before anybody pays.
 *
 * @param rateBp in hundredths of a per cent of the price
 * @param cap the most that it is
 * @param refundable whether the channel gives the fee back, in parts, when the price is refunded
 */
public record FeeTerm(int rateBp, Optional<Money> cap, FeeBearer bearer, boolean refundable) {

    /** No channel asks for more than a tenth. */
    public static final int RATE_MAX_BP = 1_000;

    private static final BigDecimal WHOLE_BP = BigDecimal.valueOf(10_000);

    public FeeTerm {
        if (rateBp < 0 || rateBp > RATE_MAX_BP) {
            throw new IllegalArgumentException("A fee rate is from 0 to " + RATE_MAX_BP + " basis points");
        }
    }

    /** As people read it. */
    public String inWords() {
        return rateBp + " bp" + cap.map(most -> " up to " + most).orElse("") + " borne by " + bearer
                + (refundable ? ", given back" : "");
    }

    /** The fee on a price, rounded to the nearest fen, half a fen upwards, as channels do. */
    public Money on(Money price) {
        var exact = BigDecimal.valueOf(price.minorUnits())
                .multiply(BigDecimal.valueOf(rateBp))
                .divide(WHOLE_BP, 0, RoundingMode.HALF_UP);
        var fee = Money.fen(exact.longValueExact());
        return cap.map(fee::min).orElse(fee);
    }
}
