package io.coffer.api.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Money as it is written at the edge: a decimal text in yuan and a currency. It is never rounded.
 *
 * @param value at most 14 ASCII digits with at most two decimals, without sign, exponent, spaces or grouping
 */
public record Amount(String value, String currency) {

    // Bounded before any number is made of it: hundreds of 14 digits of yuan and 2 of fen fit a long, so that the
    // longest list of amounts in one request has a sum.
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?");

    /** The amount in fen. Throws {@link NotMoney} with the reason when the text is no amount of money. */
    public Money toMoney() {
        if (!currency.equals("CNY")) {
            throw new NotMoney("CURRENCY_NOT_SUPPORTED", "The currency is CNY, always.");
        }
        if (!TEXT.matcher(value).matches()) {
            throw new NotMoney(
                    "AMOUNT_MALFORMED",
                    "An amount is yuan in at most 14 ASCII digits with at most two decimals, such as 1234.50.");
        }
        return Money.fen(new BigDecimal(value).movePointRight(2).longValueExact());
    }

    /** As {@link #toMoney()}, but zero is refused too: no operation moves nothing. */
    public Money toPositiveMoney() {
        var money = toMoney();
        if (money.isZero()) {
            throw new NotMoney("AMOUNT_ZERO", "The amount must be more than zero.");
        }
        return money;
    }

    public static Amount of(Money money) {
        return new Amount(
                BigDecimal.valueOf(money.minorUnits(), 2).toPlainString(),
                money.currency().getCurrencyCode());
    }
}
