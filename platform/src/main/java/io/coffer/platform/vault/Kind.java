package io.coffer.platform.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/** What sort of personal data a value is. Two spellings of one value are one value: its token is the same. */
public enum Kind {
    /** A bank account or card number. */
    ACCOUNT_NUMBER("acct"),
    /** The name of a person or company. */
    NAME("name"),
    /** A free text that a payer wrote. */
    REMARK("note"),
    PHONE("phon"),
    ID_NUMBER("idno");

    /** The longest value, in characters. */
    public static final int LONGEST = 1_024;

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    /** How every token of this kind begins. */
    public String prefix() {
        return prefix;
    }

    String normalised(String clear) {
        require(clear.length() <= LONGEST, "VALUE_TOO_LONG", "it is longer than " + LONGEST + " characters");
        require(clear.indexOf('\0') < 0, "VALUE_MALFORMED", "it contains NUL");
        require(isText(clear), "VALUE_MALFORMED", "it contains half a character");
        var value = switch (this) {
            case NAME, REMARK -> trimmed(Normalizer.normalize(clear, Normalizer.Form.NFC));
            case ACCOUNT_NUMBER -> without(clear, Kind::isSpace);
            case PHONE -> without(clear, character -> character == '-' || isSpace(character));
            case ID_NUMBER -> without(clear, Kind::isSpace).toUpperCase(Locale.ROOT);
        };
        require(!value.isEmpty(), "VALUE_BLANK", "it is blank");
        return value;
    }

    private static String trimmed(String text) {
        var from = 0;
        var end = text.length();
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end);
    }

    private static String without(String text, IntPredicate unwanted) {
        var kept = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            if (!unwanted.test(text.charAt(index))) {
                kept.append(text.charAt(index));
            }
        }
        return kept.toString();
    }

    /** Also the ideographic and the non-breaking space; none is beyond the characters of one unit. */
    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r');
    }

    private void require(boolean holds, String code, String reason) {
        if (!holds) {
            throw new UnfitForVault(
                    code, "Not a " + name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason);
        }
    }

    // Half a surrogate pair would be encoded as a question mark, and two such values would be one.
    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
