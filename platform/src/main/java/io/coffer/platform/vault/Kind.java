package io.coffer.platform.vault;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

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

    // Also the ideographic and the non-breaking space.
    private static final String SPACE = "[\\s\\p{Z}]";
    private static final Pattern AROUND = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");
    private static final Pattern SPACES = Pattern.compile(SPACE);
    private static final Pattern SPACES_AND_HYPHENS = Pattern.compile("-|" + SPACE);

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
            case NAME, REMARK -> without(AROUND, Normalizer.normalize(clear, Normalizer.Form.NFC));
            case ACCOUNT_NUMBER -> without(SPACES, clear);
            case PHONE -> without(SPACES_AND_HYPHENS, clear);
            case ID_NUMBER -> without(SPACES, clear).toUpperCase(Locale.ROOT);
        };
        require(!value.isEmpty(), "VALUE_BLANK", "it is blank");
        return value;
    }

    private static String without(Pattern unwanted, String text) {
        return unwanted.matcher(text).replaceAll("");
    }

    private void require(boolean holds, String code, String reason) {
        if (!holds) {
            throw new UnfitForVault(
                    code, "Not a " + name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason);
        }
    }

    // Half a surrogate pair would be encoded as a question mark, and two such values would be one.
    private static boolean isText(String value) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
