package io.coffer.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** An amount of yuan counted in fen; written as a decimal string with exactly two places. */
record Fen(long fen) implements Comparable<Fen> {

    /** At most 11 digits of yuan, so that 900,000 of the largest amounts still add up in a long. */
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9][0-9]{0,10})\\.[0-9]{2}");

    static final Fen ZERO = new Fen(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Fen parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("An amount has up to 11 digits, a point and exactly two places.");
        }
        return new Fen(Long.parseLong(text.substring(0, text.length() - 3) + text.substring(text.length() - 2)));
    }

    Fen plus(Fen other) {
        return new Fen(Math.addExact(fen, other.fen));
    }

    Fen minus(Fen other) {
        return new Fen(Math.subtractExact(fen, other.fen));
    }

    /** Rounded down to whole fen. */
    Fen portion(Fen part, Fen whole) {
        return new Fen(BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(part.fen))
                .divide(BigInteger.valueOf(whole.fen))
                .longValueExact());
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(fen, other.fen);
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d.%02d", fen / 100, fen % 100);
    }
}
