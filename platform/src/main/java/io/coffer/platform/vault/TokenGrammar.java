package io.coffer.platform.vault;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a token is written: the prefix of its kind and 160 bits in lower-case hexadecimal. */
public final class TokenGrammar {

    /** A token of any kind, for schemas and validations. */
    public static final String REGEX = "(acct|name|note|phon|idno)_[0-9a-f]{40}";

    /** What {@link Vault#digest} gives. */
    public static final String DIGEST_REGEX = "[0-9a-f]{64}";

    static final int BYTES = 20;

    private static final Pattern TOKEN = Pattern.compile(REGEX);

    private TokenGrammar() {}

    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    public static boolean isToken(Kind kind, String text) {
        return isToken(text) && text.startsWith(kind.prefix());
    }

    /** The kind that a token names, or empty when the text is no token. */
    public static Optional<Kind> kindOf(String text) {
        return Arrays.stream(Kind.values()).filter(kind -> isToken(kind, text)).findFirst();
    }
}
