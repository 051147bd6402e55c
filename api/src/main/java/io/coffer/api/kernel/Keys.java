package io.coffer.api.kernel;

import java.util.regex.Pattern;

/** The one grammar of business keys inside identities: short, printable ASCII, nothing that means something in a URL. */
public final class Keys {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Keys() {}

    /** A business key such as a contract number. */
    public static String key(String name, String value) {
        require(KEY.matcher(value).matches(), name, value);
        return value;
    }

    /** A number of a bank: digits only. */
    public static String digits(String name, String value, int most) {
        require(!value.isEmpty() && value.length() <= most && value.chars().allMatch(Keys::isDigit), name, value);
        return value;
    }

    // Not Character.isDigit, which takes the digits of every script.
    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static void require(boolean valid, String name, String value) {
        if (!valid) {
            throw new MalformedKey(name, value);
        }
    }

    /** The {@code index}-th part of {@code value}, which must have exactly {@code parts} and begin with the prefix. */
    public static String part(String prefix, String value, int parts, int index) {
        var pieces = value.split(":", -1);
        require(pieces.length == parts && pieces[0].equals(prefix), prefix, value);
        return pieces[index];
    }
}
